package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One difference between the plan as it stands and the plan that was approved.
 *
 * @param fields fields that differ, for a changed item
 */
@Schema(name = "PlanChange")
record PlanChange(Item item, long id, Difference difference, List<String> fields) {

    /** What has changed. */
    enum Item {
        /** An entry of the problem list. */
        PROBLEM,
        /** An entry of the measure list, with its accountable person. */
        MEASURE
    }

    /** How it has changed. */
    enum Difference {
        /** It was not in the approved plan. */
        ADDED,
        /** It is no longer in the plan. */
        REMOVED,
        /** It has other terms. */
        CHANGED
    }

    private static final String MEASURES = "measures";

    /** All differences, problems before measures, each in the order of its id. */
    static List<PlanChange> between(PlanText approved, PlanText now) {
        List<PlanChange> changes = new ArrayList<>();
        compare(Item.PROBLEM, problems(approved), problems(now), changes);
        compare(Item.MEASURE, measures(approved), measures(now), changes);
        return changes;
    }

    private static void compare(Item item, Map<Long, JsonNode> before, Map<Long, JsonNode> after,
            List<PlanChange> changes) {
        TreeSet<Long> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (long id : ids) {
            JsonNode was = before.get(id);
            JsonNode is = after.get(id);
            if (was == null || is == null) {
                changes.add(new PlanChange(item, id, was == null ? Difference.ADDED : Difference.REMOVED, List.of()));
            } else if (!fields(was, is).isEmpty()) {
                changes.add(new PlanChange(item, id, Difference.CHANGED, fields(was, is)));
            }
        }
    }

    private static List<String> fields(JsonNode was, JsonNode is) {
        TreeSet<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(
                name -> !name.equals(MEASURES) && !Objects.equals(was.get(name), is.get(name))).toList();
    }

    private static Map<Long, JsonNode> problems(PlanText plan) {
        return byId(plan.tree().path("problems"));
    }

    private static Map<Long, JsonNode> measures(PlanText plan) {
        Map<Long, JsonNode> all = new LinkedHashMap<>();
        plan.tree().path("problems").forEach(problem -> all.putAll(byId(problem.path(MEASURES))));
        return all;
    }

    private static Map<Long, JsonNode> byId(JsonNode list) {
        Map<Long, JsonNode> entries = new LinkedHashMap<>();
        list.forEach(entry -> entries.put(entry.path("id").longValue(), entry));
        return entries;
    }
}
