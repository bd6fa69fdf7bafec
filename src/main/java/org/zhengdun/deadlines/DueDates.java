package org.zhengdun.deadlines;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.settings.BudgetUnit;
import org.zhengdun.shared.persistence.Columns;

/** Turns terms into dates. */
@ApplicationScoped
class DueDates {

    private static final String PLACE = """
            SELECT ancestors FROM rectification_case WHERE id = :case::bigint
            UNION ALL SELECT ancestors FROM org_unit WHERE :case::bigint IS NULL AND id = :unit::integer""";

    private final Jdbi jdbi;
    private final Calendars calendars;

    DueDates(Jdbi jdbi, Calendars calendars) {
        this.jdbi = jdbi;
        this.calendars = calendars;
    }

    Due of(Term term, Obligation obligation) {
        return needsCalendar(term) ? of(term, place(obligation)) : of(term, new int[0]);
    }

    Due of(Term term, int[] place) {
        return switch (term) {
            case Term.Until(LocalDate startsOn, LocalDate dueOn) -> Due.fixed(dueOn);
            case Term.Within(LocalDate startsOn, int days, BudgetUnit unit) -> switch (unit) {
                case CALENDAR_DAYS -> Due.fixed(startsOn.plusDays(days));
                case WORKING_DAYS -> calendars.workingDays(place, startsOn, days).after(startsOn, days);
            };
        };
    }

    private static boolean needsCalendar(Term term) {
        return term instanceof Term.Within within && within.unit() == BudgetUnit.WORKING_DAYS;
    }

    private int[] place(Obligation obligation) {
        return jdbi.withHandle(handle -> handle.createQuery(PLACE).bind("case", obligation.caseId()).bind("unit",
                obligation.unitId()).map((row, context) -> Columns.ints(row, "ancestors")).one());
    }
}
