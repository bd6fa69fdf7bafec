package org.zhengdun.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;

/** Computes monthly sheets: of a month that is over as its end was, of the running one as it is. */
@ApplicationScoped
class MonthlySheets {

    private final FormQueries queries;
    private final Days days;

    MonthlySheets(FormQueries queries, Days days) {
        this.queries = queries;
        this.days = days;
    }

    MonthlySheet compute(Unit unit, YearMonth month, AsOf asked) {
        Instant now = days.now();
        AsOf asOf = moment(month, asked, now);
        var counts = queries.counts(unit, month, asOf, SheetColumns.counted());
        return MonthlySheet.of(unit, month, asked.instant(), asOf.instant() == null ? now : asOf.instant(), days.now(),
                counts);
    }

    /** The moment of a sheet: the end of its month, when that is over by the moment asked for. */
    static AsOf moment(YearMonth month, AsOf asked, Instant now) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(Days.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        Instant latest = asked.instant() == null ? now : asked.instant();
        return end.isBefore(latest) ? new AsOf(end) : asked;
    }
}
