package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;

/** Which listings of cases are counted, and the days within which work on them is. */
sealed interface Span {

    /** First day. */
    LocalDate from();

    /** Last day. */
    LocalDate to();

    /** Cases listed for a year, those carried into it and on from it included. */
    record OfYear(int year) implements Span {

        @Override
        public LocalDate from() {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate to() {
            return LocalDate.of(year, 12, 31);
        }
    }

    /** Cases counted in a round; work on them in its year. */
    record OfRound(long round, int year) implements Span {

        @Override
        public LocalDate from() {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate to() {
            return LocalDate.of(year, 12, 31);
        }
    }

    /** Cases by the month in which they were confirmed, each once. */
    record OfMonths(YearMonth first, YearMonth last) implements Span {

        @Override
        public LocalDate from() {
            return first.atDay(1);
        }

        @Override
        public LocalDate to() {
            return last.atEndOfMonth();
        }
    }

    /** A month as it is stored with rows. */
    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static YearMonth month(int number) {
        return YearMonth.of(number / 12, number % 12 + 1);
    }
}
