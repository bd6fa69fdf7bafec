package org.zhengdun.deadlines;

/** What became of a request for a later date. */
enum ExtensionState {
    /** Waits for a decision. */
    PENDING,
    /** Granted. */
    APPROVED,
    /** Refused. */
    REJECTED,
    /** Fell away, because the deadline ended or was set anew. */
    CANCELLED
}
