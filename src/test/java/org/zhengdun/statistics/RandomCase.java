package org.zhengdun.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.shared.security.Role;

/** A case that goes its way by real acts of those who may do them; now and then it turns, ends early or rests. */
final class RandomCase {

    static final List<String> CATEGORIES = List.of("W01", "W02", "W03", "W04", "W05", "W06", "W07", "W10", "W12",
            "W14", "W16");
    private static final Set<String> OVER = Set.of("REJECTED", "CLOSED", "CANCELLED");
    private static final List<String> TEMPLATE = List.of("COUNTY_LEADER", "TOWNSHIP_LEADER", "FIRST_SECRETARY",
            "PAIRED_UNIT");

    final RandomWorld world;
    final long id;
    final int branch;
    private String state = "NOMINATED";
    private boolean resting;

    private RandomCase(RandomWorld world, long id, int branch) {
        this.world = world;
        this.id = id;
        this.branch = branch;
    }

    /** A nomination; nothing when the branch has an active case. */
    static Optional<RandomCase> nominated(RandomWorld world, int branch, long round) {
        List<String> problems = new ArrayList<>();
        String main = world.pick(CATEGORIES);
        for (int i = world.random.nextInt(3); i >= 0; i--) {
            problems.add("{\"category\": \"%s\", \"fact\": \"半年未开党员大会\", \"source\": \"走访排查\"}".formatted(
                    i == 0 ? main : world.pick(CATEGORIES)));
        }
        String body = """
                {"roundId": %d, "branchId": %d, "mainCategory": "%s", "cause": "书记长期在外", "problems": [%s]}""".formatted(
                round, branch, main, String.join(", ", problems));
        return world.office.act(world.office.at(Role.TOWNSHIP, world.township(branch)), "POST", "/cases", body).map(
                created -> new RandomCase(world, created.get("id").longValue(), branch));
    }

    boolean isOver() {
        return resting || OVER.contains(state);
    }

    String path() {
        return "/cases/" + id;
    }

    String township() {
        return world.office.at(Role.TOWNSHIP, world.township(branch));
    }

    String county() {
        return world.office.at(Role.COUNTY_ORG, world.county(branch));
    }

    String deputy() {
        return world.office.deputy(world.county(branch));
    }

    String city() {
        return world.office.at(Role.CITY_ORG, world.world.city());
    }

    /** The next thing that happens; a case to which nothing can happen any more rests. */
    void step() {
        JsonNode detail = world.office.get(county(), path());
        state = detail.get("state").textValue();
        if (isOver() || new RandomActs(this, detail).perhaps()) {
            return;
        }
        if (world.chance(3)) {
            move(county(), "CANCEL", "\"outcome\": \"%s\", \"reason\": \"会议决定\"".formatted(
                    world.pick(List.of("LISTED_IN_ERROR", "MERGED", "OTHER"))));
            return;
        }
        switch (state) {
            case "NOMINATED", "RETURNED" -> move(township(), "SUBMIT", "\"meetingOn\": \"" + world.today + "\"");
            case "UNDER_REVIEW" -> decide();
            case "CONFIRMED" -> startPlanning();
            case "PLANNING" -> plan(detail);
            case "PLAN_SUBMITTED" -> approve();
            case "RECTIFYING" -> rectify(detail);
            case "SELF_CHECKED" -> move(township(), "APPLY_FOR_ACCEPTANCE", "");
            case "ACCEPTANCE" -> new RandomCheck(this).accept();
            default -> observe();
        }
    }

    /** A move; a case whose move is refused rests. */
    void move(String token, String action, String fields) {
        resting = act(token, "POST", "/transitions", "{\"action\": \"%s\"%s}".formatted(action,
                fields.isEmpty() ? "" : ", " + fields)).isEmpty();
    }

    Optional<JsonNode> act(String token, String method, String part, String body) {
        return world.office.act(token, method, path() + part, body);
    }

    String helper() {
        return world.office.assigned("helper-" + world.seed + "-" + id, Role.HELPER);
    }

    void assign(String kind) {
        assign(kind, world.today.minusDays(world.random.nextInt(400)));
    }

    void assign(String kind, LocalDate since) {
        String subject = kind.equals("FIRST_SECRETARY")
                ? ", \"subject\": \"helper-" + world.seed + "-" + id + "\""
                : "";
        act(deputy(), "POST", "/helpers",
                """
                        {"kind": "%s", "person": "赵六", "post": "干部", "unit": "县农业农村局", "since": "%s"%s}""".formatted(
                        kind, since, subject));
    }

    private void decide() {
        if (world.chance(8)) {
            move(county(), "REJECT", "\"reason\": \"不符合条件\"");
        } else if (world.chance(8)) {
            move(county(), "RETURN", "\"reason\": \"补充材料\"");
        } else {
            move(county(), "CONFIRM",
                    "\"decidedOn\": \"%s\", \"documentNumber\": \"县组发1号\", \"deadline\": \"%s\"".formatted(
                            world.today, world.today.plusMonths(3)));
        }
    }

    private void startPlanning() {
        TEMPLATE.forEach(this::assign);
        move(township(), "START_PLANNING", "");
    }

    private void plan(JsonNode detail) {
        detail.get("problems").forEach(problem -> {
            if (problem.get("measures").isEmpty()) {
                act(township(), "POST", "/measures",
                        """
                                {"problemId": %d, "kind": "%s", "description": "逐月推进", "doers": "村党支部", "startsOn": "%s",
                                 "dueOn": "%s", "accountable": {"name": "王委员", "post": "副书记", "unit": "镇党委"}}""".formatted(
                                problem.get("id").longValue(),
                                world.pick(List.of("ORDINARY", "SPECIAL_CLEAN_UP", "VIOLATION_INVESTIGATION")),
                                world.today, world.today.plusDays(world.random.nextInt(60))));
            }
        });
        move(township(), "SUBMIT_PLAN", "");
    }

    private void approve() {
        if (world.chance(10)) {
            move(county(), "RETURN_PLAN", "\"reason\": \"措施不具体\"");
        } else {
            move(county(), "APPROVE_PLAN", "");
        }
    }

    private void rectify(JsonNode detail) {
        if (detail.get("planStale").booleanValue()) {
            move(county(), "REAPPROVE_PLAN", "");
            return;
        }
        Optional<JsonNode> open = StreamSupport.stream(detail.get("problems").spliterator(), false).filter(
                problem -> !problem.get("state").textValue().equals("CLOSED")).findFirst();
        if (open.isPresent()) {
            new RandomActs(this, detail).solve(open.get());
        } else {
            move(township(), "SELF_CHECK", "\"selfCheck\": \"逐项自查\"");
        }
    }

    private void observe() {
        JsonNode lookBacks = world.office.get(township(), path() + "/look-backs").get("items");
        Optional<JsonNode> open = StreamSupport.stream(lookBacks.spliterator(), false).filter(
                each -> !each.has("heldOn") && !each.path("cancelled").asBoolean()).findFirst();
        if (world.chance(20)) {
            resting = true;
        } else if (open.isPresent()) {
            boolean relapsed = world.chance(30);
            act(township(), "POST", "/look-backs/" + open.get().get("id").longValue() + "/record",
                    "{\"heldOn\": \"%s\", \"result\": \"%s\", \"facts\": \"回头看\"}".formatted(world.today,
                            relapsed ? "RELAPSED" : "STABLE"));
            if (relapsed) {
                move(county(), "REVOKE", "\"reason\": \"反弹\", \"deadline\": \"%s\"".formatted(
                        world.today.plusMonths(4)));
            }
        } else {
            move(county(), "CLOSE", "");
        }
    }
}
