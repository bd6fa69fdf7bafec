package org.zhengdun.cases;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Digests;

/**
 * The material content of a plan as canonical JSON (docs/case-history.md): what the county approves and what its hash is
 * taken of. Progress and evidence are not in it.
 */
record PlanText(String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The text of the three lists; keys are written in alphabetical order. */
    static PlanText of(List<CaseDetail.ProblemDetail> problems) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("problems");
            for (CaseDetail.ProblemDetail problem : problems) {
                if (problem.checkId() == null && problem.lookBackId() == null) {
                    write(problem, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PlanText(text.toString());
    }

    private static void write(CaseDetail.ProblemDetail problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("category", Objects.requireNonNull(problem.category()));
        json.writeStringField("fact", problem.fact());
        json.writeNumberField("id", problem.id());
        json.writeArrayFieldStart("measures");
        for (CaseDetail.MeasureDetail measure : problem.measures()) {
            write(measure, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CaseDetail.MeasureDetail measure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (CaseDetail.Accountable person : measure.accountable()) {
            if (person.until() == null) {
                write(person, json);
                break;
            }
        }
        json.writeStringField("description", measure.description());
        if (measure.doers() != null) {
            json.writeStringField("doers", measure.doers());
        }
        json.writeNumberField("id", measure.id());
        json.writeStringField("kind", Objects.requireNonNull(measure.kind()).name());
        if (measure.originalDueOn() != null) {
            json.writeStringField("originalDueOn", measure.originalDueOn().toString());
        }
        json.writeStringField("startsOn", measure.startsOn().toString());
        json.writeEndObject();
    }

    private static void write(CaseDetail.Accountable person, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("accountable");
        json.writeStringField("name", person.name());
        json.writeStringField("post", person.post());
        json.writeStringField("unit", person.unit());
        json.writeEndObject();
    }

    /** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(Digests.sha256(text));
    }

    /** The measure of this id in the plan; null when the plan has none. */
    @Nullable
    JsonNode measure(long measureId) {
        for (JsonNode problem : tree().path("problems")) {
            for (JsonNode measure : problem.path("measures")) {
                if (measure.path("id").longValue() == measureId) {
                    return measure;
                }
            }
        }
        return null;
    }

    JsonNode tree() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException(corrupt);
        }
    }
}
