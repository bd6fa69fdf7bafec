package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.shared.time.Days;

/** What a province reads of a world over the API: lists, details and their parts, no figures. */
record SeenWorld(int province, LocalDate today, Map<Integer, SeenUnit> units, List<SeenCase> cases,
        Map<Long, JsonNode> rounds, Map<Integer, List<JsonNode>> facts, List<SeenScreening> screenings,
        List<JsonNode> reports, List<SeenAttendance> attendance) {

    private static final int MONTHS = 26;

    /** A unit with the ids from the province down to it. */
    record SeenUnit(JsonNode row, List<Integer> path) {}

    /** A screening record of a round. */
    record SeenScreening(long round, JsonNode row) {}

    /** The attendance of a first secretary in a month. */
    record SeenAttendance(YearMonth month, JsonNode row) {}

    /** A case with its parts. */
    record SeenCase(JsonNode detail, Map<String, List<JsonNode>> parts) {

        long id() {
            return detail.get("id").longValue();
        }

        List<JsonNode> part(String name) {
            return Objects.requireNonNull(parts.get(name));
        }
    }

    static SeenWorld of(RandomWorld world) {
        Office office = world.office;
        String token = world.province();
        int province = world.world.province();
        Map<Integer, SeenUnit> units = units(office.list(token, "/org-units?under=" + province));
        List<SeenCase> cases = office.list(token, "/cases?unit=" + province).stream().map(
                row -> seen(office, token, row.get("id").longValue())).toList();
        Map<Long, JsonNode> rounds = new HashMap<>();
        List<SeenScreening> screenings = new ArrayList<>();
        for (long round : world.rounds()) {
            rounds.put(round, office.get(token, "/rounds/" + round));
            office.list(token, "/rounds/" + round + "/screenings?unit=" + province).forEach(
                    row -> screenings.add(new SeenScreening(round, row)));
        }
        Map<Integer, List<JsonNode>> facts = new HashMap<>();
        world.branches.forEach(branch -> facts.put(branch,
                office.list(token, "/branches/" + branch + "/facts/history").reversed()));
        return new SeenWorld(province, LocalDate.now(Days.ZONE), units, cases, rounds, facts, screenings,
                office.list(token, "/monthly-reports?unit=" + province), attendance(world, token));
    }

    List<Integer> path(int unit) {
        return Objects.requireNonNull(units.get(unit)).path();
    }

    JsonNode round(long id) {
        return Objects.requireNonNull(rounds.get(id));
    }

    private static SeenCase seen(Office office, String token, long id) {
        String path = "/cases/" + id;
        Map<String, List<JsonNode>> parts = new HashMap<>();
        for (String part : List.of("helpers", "extensions", "carry-overs", "supervisions")) {
            parts.put(part, office.whole(token, path + "/" + part));
        }
        for (String part : List.of("visits", "timeline")) {
            parts.put(part, office.list(token, path + "/" + part));
        }
        parts.put("checks", office.whole(token, path + "/checks").stream().map(
                row -> office.get(token, path + "/checks/" + row.get("id").longValue())).toList());
        JsonNode detail = office.get(token, path);
        parts.put("cycles", office.whole(token,
                "/branches/" + detail.get("branch").get("id").intValue() + "/cycles").stream().filter(
                        cycle -> cycle.get("caseId").longValue() == id).toList());
        return new SeenCase(detail, parts);
    }

    private static Map<Integer, SeenUnit> units(List<JsonNode> rows) {
        Map<Integer, JsonNode> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.get("id").intValue(), row));
        Map<Integer, SeenUnit> units = new HashMap<>();
        byId.forEach((id, row) -> {
            List<Integer> path = new ArrayList<>();
            for (JsonNode above = row; above != null; above = byId.get(above.path("parentId").intValue())) {
                path.addFirst(above.get("id").intValue());
            }
            units.put(id, new SeenUnit(row, path));
        });
        return units;
    }

    private static List<SeenAttendance> attendance(RandomWorld world, String token) {
        List<SeenAttendance> attendance = new ArrayList<>();
        for (int i = 1; i <= MONTHS; i++) {
            YearMonth month = YearMonth.from(world.today).minusMonths(i);
            world.office.list(token, "/helpers/attendance?month=" + month).forEach(
                    row -> attendance.add(new SeenAttendance(month, row)));
        }
        return attendance;
    }
}
