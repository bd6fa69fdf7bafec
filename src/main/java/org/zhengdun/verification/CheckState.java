package org.zhengdun.verification;

/** State of an acceptance check. */
enum CheckState {
    /** The team records. */
    RUNNING,
    /** Finished; nothing changes any more. */
    COMPLETED,
    /** Given up before it was finished; it stays as it is and counts for nothing. */
    CANCELLED
}
