package org.zhengdun.deadlines;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.BudgetUnit;

/** How a due date is given (docs/deadlines.md). */
public sealed interface Term {

    /** The day from which the time counts. */
    LocalDate startsOn();

    /**
     * A date that somebody fixed.
     *
     * @param dueOn null when nobody and no rule gives one: such an obligation is never overdue
     */
    record Until(LocalDate startsOn, @Nullable LocalDate dueOn) implements Term {}

    /** A number of days after the start. */
    record Within(LocalDate startsOn, int days, BudgetUnit unit) implements Term {}
}
