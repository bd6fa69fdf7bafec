package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/**
 * A deadline that somebody wants to move.
 *
 * @param extensions    granted in the present term
 * @param suspensions   granted in the present term
 * @param grantedBefore whether it was ever moved on request
 * @param caseDueOn     present date of its case
 */
record RunningClock(long deadlineId, DeadlineKind kind, DeadlineState state, @Nullable LocalDate dueOn,
        @Nullable LocalDate resumesOn, int extensions, int suspensions, boolean grantedBefore,
        @Nullable LocalDate caseDueOn) {

    /** States of a case in which its dates can be moved. */
    static final Set<String> CASE_STATES = Set.of("CONFIRMED", "PLANNING", "PLAN_SUBMITTED", "RECTIFYING",
            "SELF_CHECKED",
            "ACCEPTANCE");
    private static final Set<String> APPROVED = Set.of("RECTIFYING", "SELF_CHECKED", "ACCEPTANCE");

    /** Whether the date can be moved; a measure of a plan that is still being written is simply changed there. */
    boolean isMovable(String caseState) {
        return kind == DeadlineKind.CASE || kind == DeadlineKind.MEASURE && APPROVED.contains(caseState);
    }

    /** The date, or 409 when the deadline has ended or has none. */
    LocalDate requireRunning() {
        if (state != DeadlineState.OPEN) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.ended");
        }
        if (dueOn == null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.without-date");
        }
        return dueOn;
    }

    void requireNotSuspended(LocalDate today) {
        if (resumesOn != null && Lateness.isSuspended(resumesOn, today)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.suspended", resumesOn);
        }
    }

    /** A measure is not due after its case. */
    boolean isBeyondCase(LocalDate newDueOn) {
        return kind == DeadlineKind.MEASURE && caseDueOn != null && newDueOn.isAfter(caseDueOn);
    }
}
