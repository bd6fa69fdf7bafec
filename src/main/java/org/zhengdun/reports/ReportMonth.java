package org.zhengdun.reports;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months as requests write them, and as the database keeps them. */
final class ReportMonth {

    /** Year and month. */
    static final String PATTERN = "20\\d{2}-(0[1-9]|1[0-2])";

    private ReportMonth() {}

    static YearMonth read(String text) {
        return YearMonth.parse(text);
    }

    /** A report is final, so that a month is reported on its last day at the earliest. */
    static boolean isComplete(YearMonth month, LocalDate today) {
        return !today.isBefore(month.atEndOfMonth());
    }

    /** The first day, which stands for the month. */
    static LocalDate day(YearMonth month) {
        return month.atDay(1);
    }
}
