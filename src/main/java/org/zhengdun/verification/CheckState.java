package org.zhengdun.verification;

/** State of an acceptance check. */
enum CheckState {
    /** The team records. */
    RUNNING,
    /** Finished; nothing changes any more. */
    COMPLETED
}
