package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.shared.security.Role;

/** Checks of a random case, passed or failed. */
record RandomCheck(RandomCase subject) {

    private static final Map<Long, List<String>> FULL = new ConcurrentHashMap<>();

    private RandomWorld world() {
        return subject.world;
    }

    /** The county checks and judges. */
    void accept() {
        String inspector = "inspector-" + world().seed + "-" + subject.id;
        boolean pass = world().chance(75);
        Optional<JsonNode> formed = subject.act(subject.county(), "POST", "/checks",
                "{\"heldOn\": \"%s\", %s}".formatted(world().today, team(inspector)));
        formed.ifPresent(check -> record(check, world().office.assigned(inspector, Role.INSPECTOR), pass));
        if (pass) {
            subject.move(subject.county(), "TRANSFORM", "");
        } else {
            subject.move(subject.county(), "FAIL_ACCEPTANCE",
                    "\"reason\": \"未达标\", \"deadline\": \"%s\"".formatted(world().today.plusMonths(5)));
        }
    }

    /** The city samples its transformed cases and checks one of them. */
    static void spotCheck(RandomWorld world) {
        String city = world.office.at(Role.CITY_ORG, world.world.city());
        Optional<JsonNode> sample = world.office.act(city, "POST", "/samples",
                """
                        {"unitId": %d, "transformedFrom": "%s", "transformedTo": "%s", "strata": [], "size": 1,
                         "seedSource": "双色球"}""".formatted(world.world.city(), world.today.minusYears(2), world.today));
        sample.map(frozen -> "/samples/" + frozen.get("id").longValue()).filter(path -> world.office.act(city, "POST",
                path + "/draw",
                "{\"seed\": \"03 08 12 %d\", \"seedPublishedOn\": \"%s\"}".formatted(world.seed,
                        world.today)).isPresent()).ifPresent(path -> {
                            long drawn = world.office.list(city, path + "/items").getFirst().get("caseId").longValue();
                            world.cases.stream().filter(each -> each.id == drawn).findFirst().ifPresent(
                                    each -> new RandomCheck(each).examine(path));
                        });
    }

    private void examine(String sample) {
        String inspector = "spot-inspector-" + world().seed + "-" + subject.id;
        subject.act(subject.city(), "POST", "/spot-checks", "{\"sampleId\": %s, \"heldOn\": \"%s\", %s}".formatted(
                sample.substring(sample.lastIndexOf('/') + 1), world().today, team(inspector))).ifPresent(
                        check -> record(check, world().office.assigned(inspector, Role.INSPECTOR),
                                world().chance(60)));
    }

    private static String team(String inspector) {
        return """
                "team": [{"subject": "%s", "name": "孙组长", "post": "科长", "unit": "市委组织部", "leader": true}]""".formatted(
                inspector);
    }

    private void record(JsonNode check, String inspector, boolean pass) {
        String path = "/checks/" + check.get("id").longValue();
        List<String> items = items(inspector, check.get("checklistId").longValue());
        subject.act(inspector, "PUT", path + "/answers", "{\"items\": [%s]}".formatted(String.join(", ",
                pass
                        ? items
                        : items.stream().map(item -> item.replaceAll("\"score\": [\\d.]+", "\"score\": 0")).toList())));
        int satisfied = 20 + world().random.nextInt(10);
        subject.act(inspector, "PUT", path + "/ballots", """
                {"invited": 35, "present": 30, "partyMembers": 15, "invalid": 0, "aspects": [
                 {"aspect": "OVERALL", "satisfied": %d, "basicallySatisfied": %d, "dissatisfied": 1}]}""".formatted(
                satisfied, 29 - satisfied));
        subject.act(inspector, "POST", path + "/complete", "{\"conclusion\": \"核查完毕\"}");
    }

    /** Full marks on every item. */
    private List<String> items(String inspector, long checklist) {
        return FULL.computeIfAbsent(checklist, id -> {
            List<String> items = new ArrayList<>();
            world().office.get(inspector, "/checklists/" + id).get("sections").forEach(
                    section -> section.get("items").forEach(item -> items.add(item.get("veto").booleanValue()
                            ? "{\"code\": \"%s\", \"vetoTriggered\": false, \"evidence\": \"无\"}".formatted(
                                    item.get("code").textValue())
                            : "{\"code\": \"%s\", \"score\": %s, \"evidence\": \"查阅资料\"}".formatted(
                                    item.get("code").textValue(), item.get("points")))));
            return items;
        });
    }
}
