package org.zhengdun.exchange;

/** Where a job stands. */
enum JobState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** Ended; everything was done. */
    SUCCEEDED,
    /** Ended; nothing was done, the errors say why. */
    FAILED
}
