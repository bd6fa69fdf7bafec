package org.zhengdun.opinions;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Where the opinion of a department stands. */
enum OpinionStatus {
    /** Asked for, not yet due. */
    OPEN,
    /** Asked for and due; it is still taken. */
    OVERDUE,
    /** Given in time. */
    ANSWERED,
    /** Given after the due date. */
    ANSWERED_LATE,
    /** Not given when the nomination was decided or sent back. */
    MISSING;

    static OpinionStatus of(LocalDate dueOn, @Nullable LocalDate answeredOn, boolean closed, LocalDate today) {
        if (answeredOn != null) {
            return answeredOn.isAfter(dueOn) ? ANSWERED_LATE : ANSWERED;
        }
        if (closed) {
            return MISSING;
        }
        return today.isAfter(dueOn) ? OVERDUE : OPEN;
    }
}
