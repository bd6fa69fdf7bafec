package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts working days by the calendars of the years; a year without one counts Monday to Friday and is provisional. */
final class WorkingDays {

    private final Map<Integer, YearCalendar> years;

    WorkingDays(List<YearCalendar> calendars) {
        years = calendars.stream().collect(Collectors.toMap(YearCalendar::year, Function.identity()));
    }

    /** The last of so many working days after the start; the start itself does not count. */
    Due after(LocalDate start, int days) {
        LocalDate day = start;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return due(start.plusDays(1), day);
    }

    private boolean works(LocalDate day) {
        YearCalendar calendar = years.get(day.getYear());
        return calendar == null ? YearCalendar.isWeekday(day) : calendar.works(day);
    }

    private Due due(LocalDate first, LocalDate last) {
        List<Long> used = new ArrayList<>();
        boolean provisional = false;
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            YearCalendar calendar = years.get(year);
            if (calendar == null) {
                provisional = true;
            } else {
                used.add(calendar.id());
            }
        }
        return new Due(last, List.copyOf(used), provisional);
    }
}
