package org.zhengdun.shared.web;

import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** The years that a date can have: what lies outside is a slip, and the ends of the calendars are written in several ways. */
final class Years {

    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    private Years() {}

    /** The date itself, unless it lies outside. */
    static <T extends Temporal> T known(T date) {
        int year = date.get(ChronoField.YEAR);
        if (year < FIRST || year > LAST) {
            throw new DateTimeException("year " + year);
        }
        return date;
    }
}
