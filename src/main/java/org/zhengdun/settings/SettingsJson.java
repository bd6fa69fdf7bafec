package org.zhengdun.settings;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.zhengdun.shared.web.JsonProblems;

/** Settings as JSON: strict for what callers send, lenient for documents that an earlier release stored. */
@Singleton
class SettingsJson {

    private final ObjectMapper json;

    SettingsJson(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode defaults() {
        return json.valueToTree(Settings.national());
    }

    ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Settings from values that a caller changed; what does not fit is his problem. */
    Settings checked(ObjectNode values) {
        try {
            return json.treeToValue(values, Settings.class);
        } catch (JsonProcessingException wrong) {
            throw JsonProblems.problem(wrong);
        }
    }

    /** Settings from stored values; keys of other releases are passed over. */
    Settings stored(JsonNode values) {
        try {
            return json.readerFor(Settings.class).without(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(values);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Settings from a snapshot, completed by the national defaults. */
    Settings snapshot(String text) {
        Inheritance inheritance = new Inheritance(defaults(), 0);
        inheritance.lay(0, object(text));
        return stored(inheritance.values());
    }
}
