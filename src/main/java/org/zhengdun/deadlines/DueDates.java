package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.settings.BudgetUnit;

/** Turns terms into dates. */
@ApplicationScoped
class DueDates {

    Due of(Term term, Obligation obligation) {
        return of(term, new int[0]);
    }

    Due of(Term term, int[] place) {
        return switch (term) {
            case Term.Until(LocalDate startsOn, LocalDate dueOn) -> Due.fixed(dueOn);
            case Term.Within(LocalDate startsOn, int days, BudgetUnit unit) -> within(startsOn, days, unit);
        };
    }

    private static Due within(LocalDate startsOn, int days, BudgetUnit unit) {
        return switch (unit) {
            case CALENDAR_DAYS -> Due.fixed(startsOn.plusDays(days));
            case WORKING_DAYS -> throw new UnsupportedOperationException();
        };
    }
}
