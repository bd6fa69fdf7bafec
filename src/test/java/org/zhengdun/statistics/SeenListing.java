package org.zhengdun.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.shared.time.Days;
import org.zhengdun.statistics.SeenWorld.SeenCase;

/**
 * A listed case as it counts in a year or round.
 *
 * @param round     the round in which it is counted
 * @param carriedOn whether it went on into the next year
 * @param carriedIn whether it came from the year before
 * @param years     in which of its years it is counted
 */
record SeenListing(SeenCase subject, long round, boolean carriedOn, boolean carriedIn, int years) {

    private static final List<String> RUNNING = List.of("CONFIRMED", "PLANNING", "PLAN_SUBMITTED", "RECTIFYING",
            "SELF_CHECKED", "ACCEPTANCE");

    JsonNode detail() {
        return subject.detail();
    }

    String state() {
        return detail().get("state").textValue();
    }

    boolean isRunning() {
        return RUNNING.contains(state());
    }

    boolean isClosed() {
        return state().equals("CLOSED") && detail().path("outcome").asText().equals("TRANSFORMED");
    }

    boolean isRaised() {
        return state().equals("TRANSFORMED") || isClosed();
    }

    int branch() {
        return detail().get("branch").get("id").intValue();
    }

    LocalDate date(String name) {
        return day(detail().get("dates").get(name).textValue());
    }

    boolean wasTransformed() {
        return detail().get("dates").has("transformedAt");
    }

    Counted counted(SeenWorld world) {
        return new Counted(subject.id(), world.path(detail().get("responsibleUnitId").intValue()), Map.of("category",
                detail().get("mainCategory").get("code").textValue(), "branchKind",
                detail().get("branch").get("kind").textValue(), "state", state(), "round", Long.toString(round),
                "month", YearMonth.from(date("confirmedAt")).toString()), 1);
    }

    static LocalDate day(String instant) {
        return LocalDate.ofInstant(Instant.parse(instant), Days.ZONE);
    }

    static boolean isListed(JsonNode detail) {
        return detail.get("dates").has("confirmedAt") && !detail.path("outcome").asText().equals("LISTED_IN_ERROR");
    }
}
