package org.zhengdun.rounds;

import java.time.LocalDate;

import org.zhengdun.settings.ScreeningRules;

/** The time of a round as its screenings see it. */
record ScreeningSeason(LocalDate startsOn, ScreeningRules rules, LocalDate today) {

    /** A look at a branch before this day belongs to an earlier round. */
    LocalDate earliest() {
        return startsOn.minusYears(1);
    }

    /** Whether the day lies outside the window in which branches are to be screened; only a warning. */
    boolean isOutsideWindow(LocalDate day) {
        return day.isBefore(startsOn) || !day.isBefore(startsOn.plusDays(rules.windowDays()));
    }
}
