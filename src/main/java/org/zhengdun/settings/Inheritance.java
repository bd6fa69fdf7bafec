package org.zhengdun.settings;

import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** National defaults with the overrides of a path of units laid over them, and which unit each value comes from. */
final class Inheritance {

    private final ObjectNode values;
    private final SortedMap<String, Integer> sources = new TreeMap<>();

    Inheritance(ObjectNode defaults, int root) {
        values = defaults.deepCopy();
        lay(values, defaults, "", root);
    }

    /** Lays the overrides of the next unit on the way down over what was there. */
    void lay(int unitId, JsonNode overrides) {
        lay(values, overrides, "", unitId);
    }

    ObjectNode values() {
        return values;
    }

    /** Unit by JSON pointer of the value. */
    SortedMap<String, Integer> sources() {
        return sources;
    }

    private void lay(ObjectNode onto, JsonNode overrides, String pointer, int unitId) {
        overrides.properties().forEach(field -> {
            String at = pointer + "/" + field.getKey();
            if (field.getValue().isObject() && onto.get(field.getKey()) instanceof ObjectNode inner) {
                lay(inner, field.getValue(), at, unitId);
            } else {
                onto.set(field.getKey(), field.getValue().deepCopy());
                sources.put(at, unitId);
            }
        });
    }
}
