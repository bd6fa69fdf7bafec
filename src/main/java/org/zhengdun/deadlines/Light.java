package org.zhengdun.deadlines;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** How a due date stands today. */
public enum Light {
    /** Nothing to fear. */
    GREEN,
    /** Due soon. */
    YELLOW,
    /** Overdue. */
    RED;

    /**
     * The light of one due date.
     *
     * @param warnOn day from which it is yellow
     */
    public static Light of(boolean overdue, @Nullable LocalDate warnOn, LocalDate today) {
        if (overdue) {
            return RED;
        }
        return warnOn != null && !warnOn.isAfter(today) ? YELLOW : GREEN;
    }
}
