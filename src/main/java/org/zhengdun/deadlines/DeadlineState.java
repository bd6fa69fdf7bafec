package org.zhengdun.deadlines;

/** Whether a deadline still runs. */
public enum DeadlineState {
    /** Not yet fulfilled. */
    OPEN,
    /** Fulfilled, in time or late. */
    MET,
    /** No longer to be fulfilled. */
    CANCELLED
}
