package org.zhengdun.deadlines;

/** What happened to a deadline. */
public enum ChangeKind {
    /** The date was set, for the first time or anew. */
    SET,
    /** The deadline had ended and runs again. */
    REOPENED,
    /** A later date was granted on request. */
    EXTENDED,
    /** The clock was stopped. */
    SUSPENDED,
    /** The clock runs again before the planned day. */
    RESUMED,
    /** A calendar was published and moved the date. */
    RECOMPUTED,
    /** Another unit owes it from now on. */
    REASSIGNED,
    /** Fulfilled. */
    MET,
    /** No longer to be fulfilled. */
    CANCELLED
}
