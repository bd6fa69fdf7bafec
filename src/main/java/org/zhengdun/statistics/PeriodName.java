package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;

/** Periods relative to today in Asia/Shanghai; the answer says which months they were. */
enum PeriodName {
    /** The present month. */
    THIS_MONTH,
    /** The month before the present one. */
    LAST_MONTH,
    /** The three months before the present one. */
    LAST_3_MONTHS,
    /** The twelve months before the present one. */
    LAST_12_MONTHS,
    /** The present year. */
    THIS_YEAR,
    /** The year before the present one. */
    LAST_YEAR,
    /** The five years before the present one. */
    LAST_5_YEARS;

    Span.OfMonths on(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        int year = today.getYear();
        return switch (this) {
            case THIS_MONTH -> new Span.OfMonths(month, month);
            case LAST_MONTH -> new Span.OfMonths(month.minusMonths(1), month.minusMonths(1));
            case LAST_3_MONTHS -> new Span.OfMonths(month.minusMonths(3), month.minusMonths(1));
            case LAST_12_MONTHS -> new Span.OfMonths(month.minusMonths(12), month.minusMonths(1));
            case THIS_YEAR -> years(year, year);
            case LAST_YEAR -> years(year - 1, year - 1);
            case LAST_5_YEARS -> years(year - 5, year - 1);
        };
    }

    private static Span.OfMonths years(int first, int last) {
        return new Span.OfMonths(YearMonth.of(first, 1), YearMonth.of(last, 12));
    }
}
