package org.zhengdun.settings;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** A JSON Merge Patch (RFC 7396) on the overrides of a unit: null gives a value back to inheritance. */
final class SettingsPatch {

    private SettingsPatch() {}

    /** The overrides after the patch, without empty objects. */
    static ObjectNode apply(ObjectNode overrides, ObjectNode patch) {
        ObjectNode patched = overrides.deepCopy();
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode inner) {
                JsonNode former = patched.get(field.getKey());
                value = apply(former instanceof ObjectNode known ? known : patched.objectNode(), inner);
            }
            if (value.isNull() || (value.isObject() && value.isEmpty())) {
                patched.remove(field.getKey());
            } else {
                patched.set(field.getKey(), value);
            }
        });
        return patched;
    }

    /** Refuses names that the settings do not have, all at once. */
    static void requireKnown(ObjectNode patch, JsonNode settings) {
        List<Invalid> unknown = new ArrayList<>();
        collectUnknown(patch, settings, "", unknown);
        if (!unknown.isEmpty()) {
            throw ProblemException.at(ProblemType.UNKNOWN_FIELD, unknown);
        }
    }

    private static void collectUnknown(JsonNode patch, JsonNode settings, String pointer, List<Invalid> unknown) {
        patch.properties().forEach(field -> {
            String at = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            JsonNode known = settings.get(field.getKey());
            if (known == null) {
                unknown.add(Invalid.of(at, "json.unknown-field", field.getKey()));
            } else if (field.getValue().isObject() && !known.isObject()) {
                throw ProblemException.at(ProblemType.WRONG_TYPE, List.of(Invalid.of(at, "json.wrong-type", "value")));
            } else if (known.isObject() && field.getValue().isObject()) {
                collectUnknown(field.getValue(), known, at, unknown);
            }
        });
    }
}
