package org.zhengdun.deadlines;

/** The light of something that is due. */
public enum Light {
    /** There is time, or the clock is stopped. */
    GREEN,
    /** Due soon. */
    YELLOW,
    /** Overdue. */
    RED
}
