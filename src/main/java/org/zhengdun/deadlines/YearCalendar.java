package org.zhengdun.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * What differs from Monday to Friday in one year.
 *
 * @param daysOff  holidays, among them bridging days
 * @param workdays weekends that are worked to make up for bridging days
 */
record YearCalendar(long id, int year, Set<LocalDate> daysOff, Set<LocalDate> workdays) {

    boolean works(LocalDate day) {
        return workdays.contains(day) || isWeekday(day) && !daysOff.contains(day);
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
