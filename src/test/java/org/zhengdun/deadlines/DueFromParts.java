package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts a due date again from what its JSON says about it and from the published calendars, as a client would. */
final class DueFromParts {

    private DueFromParts() {}

    /** The date that follows from the basis and the items of the list of calendars. */
    static LocalDate recount(JsonNode basis, JsonNode calendars) {
        LocalDate date = basis.has("fixedOn") ? day(basis.get("fixedOn")) : counted(basis, calendars);
        for (JsonNode step : basis.get("steps")) {
            date = step.has("newDueOn") ? day(step.get("newDueOn")) : date.plusDays(step.get("days").intValue());
        }
        return date;
    }

    private static LocalDate counted(JsonNode basis, JsonNode calendars) {
        LocalDate start = day(basis.get("startsOn"));
        int budget = basis.get("budget").intValue();
        if (basis.get("unit").textValue().equals("CALENDAR_DAYS")) {
            return start.plusDays(budget);
        }
        Set<Long> used = new HashSet<>();
        basis.get("calendars").forEach(id -> used.add(id.longValue()));
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (JsonNode calendar : calendars) {
            if (used.contains(calendar.get("id").longValue())) {
                calendar.get("daysOff").forEach(named -> off.add(day(named.get("day"))));
                calendar.get("workdays").forEach(named -> worked.add(day(named.get("day"))));
            }
        }
        return start.datesUntil(start.plusYears(5)).skip(1).filter(date -> worked.contains(date)
                || date.getDayOfWeek().getValue() < 6 && !off.contains(date)).skip(
                        budget - 1L).findFirst().orElseThrow();
    }

    private static LocalDate day(JsonNode text) {
        return LocalDate.parse(text.textValue());
    }
}
