package org.zhengdun.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Acts beside the way of a random case. */
record RandomActs(RandomCase subject, JsonNode detail) {

    private RandomWorld world() {
        return subject.world;
    }

    /** Perhaps one act that changes no state; whether the case is taken up by it. */
    boolean perhaps() {
        String state = detail.get("state").textValue();
        boolean listed = detail.get("dates").has("confirmedAt");
        if (!listed || !world().chance(30)) {
            return false;
        }
        boolean running = !state.equals("TRANSFORMED");
        switch (world().random.nextInt(8)) {
            case 0 -> subject.assign(world().pick(List.of("WORK_TEAM", "RESIDENT_CADRE", "PAIRED_UNIT")),
                    world().today.plusDays(5 - world().random.nextInt(20)));
            case 1 -> visit();
            case 2 -> extend();
            case 3 -> supervise(running);
            case 4 -> carryOver(running);
            case 5 -> age();
            case 6 -> formerVisits();
            default -> RandomCheck.spotCheck(world());
        }
        return true;
    }

    /** The measures are done, the problem is marked done and perhaps closed. */
    void solve(JsonNode problem) {
        problem.get("measures").forEach(measure -> {
            if (measure.get("state").textValue().equals("OPEN")) {
                subject.act(subject.township(), "POST", "/measures/" + measure.get("id").longValue() + "/done",
                        "{\"doneOn\": \"%s\"}".formatted(world().today));
            }
        });
        String path = "/problems/" + problem.get("id").longValue() + "/transitions";
        if (problem.get("state").textValue().equals("OPEN")) {
            subject.act(subject.township(), "POST", path,
                    """
                            {"action": "MARK_DONE", "evidence": {"text": "会议记录", "occurredOn": "%s"}}""".formatted(
                            world().today));
        }
        if (world().chance(85)) {
            subject.act(problem.get("restricted").booleanValue() ? subject.deputy() : subject.township(), "POST", path,
                    "{\"action\": \"CLOSE\"}");
        }
        if (world().chance(10)) {
            subject.act(subject.deputy(), "POST", path, "{\"action\": \"REOPEN\", \"reason\": \"未解决\"}");
        }
    }

    private void visit() {
        if (world().office.whole(subject.county(), subject.path() + "/helpers").stream().anyMatch(
                helper -> helper.get("hasAccount").booleanValue() && !helper.has("until"))) {
            subject.act(subject.helper(), "POST", "/visits",
                    """
                            {"id": "%s", "visitedOn": "%s", "place": "村部", "people": "两委", "findings": "推进"}""".formatted(
                            new UUID(world().random.nextLong(), world().random.nextLong()), world().today));
        }
    }

    /** Visits of former days, which the service takes only when the case is as old. */
    private void formerVisits() {
        world().jdbi.useTransaction(handle -> handle.execute(
                """
                        WITH logged AS (
                            INSERT INTO visit (id, case_id, account_id, helper_id, visited_on, versions)
                            SELECT gen_random_uuid(), h.case_id, h.account_id, h.id, d::date, 1
                            FROM helper_assignment h, generate_series(now() - make_interval(days => ?), now() - interval '1 day',
                                interval '1 day') d
                            WHERE h.case_id = ? AND h.kind = 'FIRST_SECRETARY' AND h.since <= d::date
                              AND (h.until IS NULL OR h.until >= d::date) RETURNING id, visited_on)
                        INSERT INTO visit_version (visit_id, version, visited_on, place, people, findings, photos, recorded_at)
                        SELECT id, 1, visited_on, '村部', '两委', '推进', '{}', now() FROM logged""",
                10 + world().random.nextInt(60), subject.id));
    }

    /** The township asks for a later date, and somebody decides at once, so that no request stands in the way. */
    private void extend() {
        Optional<JsonNode> deadline = StreamSupport.stream(detail.get("deadlines").spliterator(), false).filter(
                each -> each.get("kind").textValue().equals("CASE") && each.get("state").textValue().equals("OPEN")
                        && each.get("dueOn").textValue().compareTo(world().today.toString()) > 0).findFirst();
        deadline.ifPresent(due -> subject.act(subject.township(), "POST", "/extensions", """
                {"deadlineId": %d, "reason": "工程未完", "progress": "过半", "newDueOn": "%s"}""".formatted(
                due.get("id").longValue(),
                LocalDate.parse(due.get("dueOn").textValue()).plusDays(20))).ifPresent(asked -> {
                    boolean first = !isExtended(due);
                    subject.act(first ? subject.deputy() : subject.city(), "POST",
                            "/extensions/" + asked.get("id").longValue() + "/decision",
                            "{\"decision\": \"%s\", \"reason\": \"研究决定\"}".formatted(
                                    world().random.nextBoolean() ? "APPROVE" : "REJECT"));
                }));
    }

    /** At any time before; then the city decides. */
    private static boolean isExtended(JsonNode deadline) {
        return deadline.get("history").findValuesAsText("kind").contains("EXTENDED");
    }

    private void supervise(boolean running) {
        if (detail.get("standing").has("supervision")) {
            subject.act(subject.city(), "POST", "/supervisions/lift", "{\"reason\": \"问题解决\"}");
        } else if (running) {
            subject.act(subject.city(), "POST", "/supervisions",
                    """
                            {"leaderName": "周书记", "leaderPost": "副市长", "deadline": "%s", "reportFrequency": "WEEKLY",
                             "reason": "问题复杂"}""".formatted(world().today.plusMonths(1)));
        }
    }

    private void carryOver(boolean running) {
        if (running && detail.get("year").intValue() < world().year()) {
            subject.act(subject.deputy(), "POST", "/carry-overs",
                    "{\"roundId\": %d, \"reason\": \"班子尚未配齐\"}".formatted(
                            world().round(world().county(subject.branch), world().year()))).filter(
                                    carried -> world().random.nextBoolean()).ifPresent(
                                            carried -> subject.act(subject.city(), "POST",
                                                    "/accountability-alerts/2/handling", "{\"text\": \"已约谈\"}"));
        }
    }

    /** The case was confirmed, and perhaps was due, some time ago. */
    private void age() {
        int days = 20 + world().random.nextInt(500);
        boolean late = world().chance(40);
        world().jdbi.useTransaction(handle -> {
            handle.execute("""
                    UPDATE rectification_case SET created_at = created_at - make_interval(days => ?),
                        confirmed_at = confirmed_at - make_interval(days => ?) WHERE id = ?""", days, days, subject.id);
            if (late) {
                handle.execute("""
                        UPDATE deadline SET starts_on = starts_on - 400, base_on = base_on - 200
                        WHERE kind IN ('CASE', 'MEASURE') AND case_id = ? AND state = 'OPEN'""", subject.id);
            }
        });
    }
}
