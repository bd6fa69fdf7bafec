package org.zhengdun.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/** Moves a deadline as it was asked for, if that can still be done on the day of the decision. */
@ApplicationScoped
class Grants {

    private final Clocks clocks;
    private final Days days;

    Grants(Clocks clocks, Days days) {
        this.clocks = clocks;
        this.days = days;
    }

    /** 409 when time has overtaken what was asked for. */
    void requirePossible(RunningClock clock, Extension asked) {
        LocalDate dueOn = clock.requireRunning();
        clock.requireNotSuspended(days.today());
        LocalDate newDueOn = switch (asked.kind()) {
            case EXTENSION -> requireLater(asked.newDueOn(), dueOn);
            case SUSPENSION -> dueOn.plusDays(requireDaysLeft(asked.resumesOn()));
        };
        if (clock.isBeyondCase(newDueOn)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "extension.beyond-case",
                    requireNonNull(clock.caseDueOn()));
        }
    }

    void apply(Extension asked, Note note) {
        switch (asked.kind()) {
            case EXTENSION -> clocks.extend(asked.deadlineId(), asked.newDueOn(), note);
            case SUSPENSION -> clocks.suspend(asked.deadlineId(), asked.resumesOn(), note);
        }
    }

    private static LocalDate requireLater(LocalDate newDueOn, LocalDate dueOn) {
        if (!newDueOn.isAfter(dueOn)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "extension.overtaken", dueOn);
        }
        return newDueOn;
    }

    private long requireDaysLeft(LocalDate resumesOn) {
        if (!resumesOn.isAfter(days.today())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "suspension.overtaken", resumesOn);
        }
        return ChronoUnit.DAYS.between(days.today(), resumesOn);
    }
}
