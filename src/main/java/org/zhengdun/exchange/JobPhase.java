package org.zhengdun.exchange;

/** What a running job is doing, in this order. */
enum JobPhase {
    /** Compares the rows with the tree. */
    COMPARING,
    /** Looks for rows that are not acceptable. */
    CHECKING,
    /** Finds the place of new units, level by level. */
    PLACING,
    /** Writes changed units. */
    UPDATING,
    /** Writes new units. */
    CREATING,
    /** Ended. */
    DONE
}
