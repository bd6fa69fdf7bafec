package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.zhengdun.shared.problem.Invalid;

/** What a calendar must be: every day in its year and named once, and only weekends worked anew. */
final class CalendarRules {

    private CalendarRules() {}

    static List<Invalid> check(CalendarRequest request) {
        List<Invalid> errors = new ArrayList<>();
        Set<LocalDate> named = new TreeSet<>();
        for (int i = 0; i < request.daysOff().size(); i++) {
            checkOff(request.daysOff().get(i), request.year(), "/daysOff/" + i, named, errors);
        }
        for (int i = 0; i < request.workdays().size(); i++) {
            LocalDate day = request.workdays().get(i).day();
            String at = "/workdays/" + i + "/day";
            inYear(day, request.year(), at, errors);
            if (YearCalendar.isWeekday(day)) {
                errors.add(Invalid.of(at, "calendar.not-a-weekend"));
            }
            once(day, at, named, errors);
        }
        return errors;
    }

    private static void checkOff(CalendarRequest.DayOff off, int year, String at, Set<LocalDate> named,
            List<Invalid> errors) {
        inYear(off.from(), year, at + "/from", errors);
        inYear(off.to(), year, at + "/to", errors);
        if (off.to().isBefore(off.from())) {
            errors.add(Invalid.of(at + "/to", "date.before-start", off.from()));
        } else if (off.from().getYear() == year && off.to().getYear() == year) {
            off.from().datesUntil(off.to().plusDays(1)).forEach(day -> once(day, at, named, errors));
        }
    }

    private static void inYear(LocalDate day, int year, String at, List<Invalid> errors) {
        if (day.getYear() != year) {
            errors.add(Invalid.of(at, "calendar.other-year", Integer.toString(year)));
        }
    }

    private static void once(LocalDate day, String at, Set<LocalDate> named, List<Invalid> errors) {
        if (!named.add(day)) {
            errors.add(Invalid.of(at, "calendar.named-twice", day.toString()));
        }
    }
}
