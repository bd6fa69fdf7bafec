package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;

class CalendarRulesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

    private static CalendarRequest calendar(List<CalendarRequest.DayOff> off, List<CalendarRequest.Workday> worked) {
        return new CalendarRequest(1, 2027, "通知", off, worked);
    }

    private static CalendarRequest.DayOff off(LocalDate from, LocalDate to) {
        return new CalendarRequest.DayOff(from, to, "元旦");
    }

    private static CalendarRequest.Workday worked(LocalDate day) {
        return new CalendarRequest.Workday(day, "元旦");
    }

    @Test
    void takesDaysOffAndMakeUpWeekends() {
        assertThat(CalendarRules.check(calendar(List.of(off(FRIDAY, FRIDAY.plusDays(2))),
                List.of(worked(FRIDAY.plusDays(8)))))).isEmpty();
    }

    @Test
    void refusesDaysOfAnotherYear() {
        assertThat(CalendarRules.check(calendar(List.of(off(FRIDAY.minusDays(1), FRIDAY)),
                List.of(worked(LocalDate.of(2028, 1, 1)))))).containsExactly(
                        Invalid.of("/daysOff/0/from", "calendar.other-year", "2027"),
                        Invalid.of("/workdays/0/day", "calendar.other-year", "2027"));
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThat(CalendarRules.check(calendar(List.of(off(FRIDAY.plusDays(2), FRIDAY)), List.of()))).containsExactly(
                Invalid.of("/daysOff/0/to", "date.before-start", FRIDAY.plusDays(2)));
    }

    @Test
    void refusesADayNamedTwice() {
        assertThat(CalendarRules.check(calendar(List.of(off(FRIDAY, FRIDAY.plusDays(1))),
                List.of(worked(FRIDAY.plusDays(1)))))).containsExactly(
                        Invalid.of("/workdays/0/day", "calendar.named-twice", "2027-01-02"));
    }

    @Test
    void refusesAWeekdayAsMakeUpDay() {
        assertThat(CalendarRules.check(calendar(List.of(), List.of(worked(FRIDAY))))).containsExactly(
                Invalid.of("/workdays/0/day", "calendar.not-a-weekend"));
    }
}
