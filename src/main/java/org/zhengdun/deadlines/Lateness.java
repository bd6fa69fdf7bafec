package org.zhengdun.deadlines;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The one definition of overdue, as a rule and as SQL; a test proves them equal. */
public final class Lateness {

    private Lateness() {}

    /**
     * Whether the last day has passed while the clock ran: due on D is overdue from the first moment of D + 1.
     *
     * @param running  whether the obligation is still to be fulfilled
     * @param resumeOn first day on which a stopped clock runs again
     */
    public static boolean isOverdue(boolean running, @Nullable LocalDate dueOn, @Nullable LocalDate resumeOn,
            LocalDate today) {
        return running && dueOn != null && dueOn.isBefore(today) && !isSuspended(resumeOn, today);
    }

    public static boolean isSuspended(@Nullable LocalDate resumeOn, LocalDate today) {
        return resumeOn != null && resumeOn.isAfter(today);
    }

    /** The same as a condition that is never null, with the parameter {@code :today}. */
    public static String overdue(String running, String dueOn, String resumeOn) {
        return "coalesce(" + running + " AND " + dueOn + " < :today AND coalesce(" + resumeOn
                + " <= :today, true), false)";
    }
}
