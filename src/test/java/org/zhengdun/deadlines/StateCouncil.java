package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notices of the General Office of the State Council, written down a second time by hand. */
final class StateCouncil {

    /** Year, day off or first and last day off, with a plus a weekend that is worked. */
    private static final List<String> NOTICES = List.of(
            """
                    01-01 02-10/02-17 +02-04 +02-18 04-04/04-06 +04-07 05-01/05-05 +04-28 +05-11 06-10 09-15/09-17 +09-14
                    10-01/10-07 +09-29 +10-12""",
            "01-01 01-28/02-04 +01-26 +02-08 04-04/04-06 05-01/05-05 +04-27 05-31/06-02 10-01/10-08 +09-28 +10-11",
            """
                    01-01/01-03 +01-04 02-15/02-23 +02-14 +02-28 04-04/04-06 05-01/05-05 +05-09 06-19/06-21 09-25/09-27
                    10-01/10-07 +09-20 +10-10""");
    private static final int FIRST_YEAR = 2024;

    private StateCouncil() {}

    /** The calendars of 2024 to 2026; the id of each is its year. */
    static List<YearCalendar> calendars() {
        return Stream.iterate(0, i -> i < NOTICES.size(), i -> i + 1).map(
                i -> calendar(FIRST_YEAR + i, List.of(NOTICES.get(i).split("\\s+")))).toList();
    }

    static YearCalendar of(int year) {
        return calendars().get(year - FIRST_YEAR);
    }

    private static YearCalendar calendar(int year, List<String> words) {
        Set<LocalDate> off = words.stream().filter(word -> !word.startsWith("+")).flatMap(
                word -> days(year, word)).collect(Collectors.toSet());
        Set<LocalDate> worked = words.stream().filter(word -> word.startsWith("+")).map(
                word -> day(year, word.substring(1))).collect(Collectors.toSet());
        return new YearCalendar(year, year, off, worked);
    }

    private static Stream<LocalDate> days(int year, String word) {
        String[] ends = word.split("/", -1);
        return day(year, ends[0]).datesUntil(day(year, ends[ends.length - 1]).plusDays(1));
    }

    private static LocalDate day(int year, String monthAndDay) {
        return LocalDate.parse(year + "-" + monthAndDay);
    }
}
