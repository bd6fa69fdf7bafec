package org.zhengdun.cases;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.zhengdun.shared.security.Digests;

/**
 * The material content of a plan as canonical JSON (docs/case-history.md): what the county approves and what its hash is
 * taken of. Progress and evidence are not in it.
 */
record PlanText(String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The text of the three lists; keys are written in alphabetical order. */
    static PlanText of(List<CaseDetail.ProblemDetail> problems) {
        ObjectNode plan = JSON.createObjectNode();
        ArrayNode list = plan.putArray("problems");
        for (CaseDetail.ProblemDetail problem : problems.stream().filter(
                each -> each.checkId() == null && each.lookBackId() == null).toList()) {
            ObjectNode entry = list.addObject().put("category", problem.category()).put("fact", problem.fact()).put(
                    "id", problem.id());
            ArrayNode measures = entry.putArray("measures");
            problem.measures().forEach(measure -> add(measures.addObject(), measure));
        }
        try {
            return new PlanText(JSON.writeValueAsString(plan));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(ObjectNode entry, CaseDetail.MeasureDetail measure) {
        measure.accountable().stream().filter(person -> person.until() == null).findFirst().ifPresent(
                person -> entry.putObject("accountable").put("name", person.name()).put("post", person.post()).put(
                        "unit", person.unit()));
        entry.put("description", measure.description());
        if (measure.doers() != null) {
            entry.put("doers", measure.doers());
        }
        entry.put("id", measure.id()).put("kind", Objects.requireNonNull(measure.kind()).name());
        if (measure.originalDueOn() != null) {
            entry.put("originalDueOn", measure.originalDueOn().toString());
        }
        entry.put("startsOn", measure.startsOn().toString());
    }

    /** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(Digests.sha256(text));
    }

    JsonNode tree() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException(corrupt);
        }
    }
}
