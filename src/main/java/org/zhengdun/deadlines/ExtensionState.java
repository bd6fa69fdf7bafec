package org.zhengdun.deadlines;

/** What became of a request to move a deadline. */
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
