package org.zhengdun.reports;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** How a report stands today. */
enum ReportState {
    /** Not submitted, and still in time. */
    DUE,
    /** Not submitted, and its due date has passed. */
    MISSED,
    /** Submitted in time. */
    ON_TIME,
    /** Submitted after its due date. */
    LATE;

    static ReportState of(LocalDate dueOn, @Nullable LocalDate submittedOn, LocalDate today) {
        if (submittedOn == null) {
            return dueOn.isBefore(today) ? MISSED : DUE;
        }
        return dueOn.isBefore(submittedOn) ? LATE : ON_TIME;
    }

    /** The same as a condition on the alias {@code r}, with the parameter {@code :today}. */
    String condition() {
        return switch (this) {
            case DUE -> "r.submitted_on IS NULL AND r.due_on >= :today";
            case MISSED -> "r.submitted_on IS NULL AND r.due_on < :today";
            case ON_TIME -> "r.submitted_on <= r.due_on";
            case LATE -> "r.submitted_on > r.due_on";
        };
    }
}
