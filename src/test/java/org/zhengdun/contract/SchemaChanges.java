package org.zhengdun.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.support.Contract;

/**
 * What in a schema breaks clients: requests that were accepted must stay so, answers must stay readable. Enums of answers may
 * grow.
 *
 * @param seen     pairs of references that were compared, so that schemas may refer to themselves
 * @param breaking collects what was found
 */
record SchemaChanges(Direction direction, Contract released, Contract current, Set<String> seen,
        List<String> breaking) {

    private static final List<String> LOWER_BOUNDS = List.of("minimum", "minLength", "minItems", "exclusiveMinimum");
    private static final List<String> UPPER_BOUNDS = List.of("maximum", "maxLength", "maxItems", "exclusiveMaximum",
            "maxProperties");

    /** Who writes the document. */
    enum Direction {
        /** The client. */
        REQUEST,
        /** The service. */
        RESPONSE
    }

    void compare(String name, JsonNode before, JsonNode after) {
        if (!seen.add(direction + before.path("$ref").asText(name) + " " + after.path("$ref").asText())) {
            return;
        }
        JsonNode old = released.resolve(before);
        JsonNode now = current.resolve(after);
        compareTypes(name, old, now);
        compareProperties(name, old, now);
        if (direction == Direction.REQUEST) {
            compareLimits(name, old, now);
        }
        if (old.has("items")) {
            compare(name + "[]", old.path("items"), now.path("items"));
        }
        if (old.path("additionalProperties").isObject()) {
            compare(name + ".*", old.path("additionalProperties"), now.path("additionalProperties"));
        }
        Stream.of("allOf", "anyOf", "oneOf").forEach(kind -> compareAlternatives(name, old.path(kind), now.path(kind)));
    }

    private void compareTypes(String name, JsonNode old, JsonNode now) {
        Set<String> before = types(old);
        Set<String> after = types(now);
        boolean isKept = direction == Direction.REQUEST
                ? after.isEmpty() || after.containsAll(before) && !before.isEmpty() || before.equals(after)
                : before.isEmpty() || before.containsAll(after) && !after.isEmpty() || before.equals(after);
        if (!isKept || !old.path("format").equals(now.path("format"))) {
            breaking.add(name + " has another type");
        }
    }

    private void compareProperties(String name, JsonNode old, JsonNode now) {
        old.path("properties").properties().forEach(property -> {
            JsonNode after = now.path("properties").path(property.getKey());
            if (after.isMissingNode()) {
                breaking.add(name + "." + property.getKey() + " is gone");
            } else {
                compare(name + "." + property.getKey(), property.getValue(), after);
            }
        });
        Set<String> before = ContractChanges.texts(old.path("required"));
        Set<String> after = ContractChanges.texts(now.path("required"));
        if (direction == Direction.REQUEST) {
            after.stream().filter(field -> !before.contains(field)).forEach(
                    field -> breaking.add(name + "." + field + " is now required"));
        } else {
            before.stream().filter(field -> !after.contains(field)).forEach(
                    field -> breaking.add(name + "." + field + " may now be absent"));
        }
    }

    private void compareLimits(String name, JsonNode old, JsonNode now) {
        if (now.has("enum") && !(old.has("enum")
                && ContractChanges.texts(now.path("enum")).containsAll(ContractChanges.texts(old.path("enum"))))) {
            breaking.add(name + " takes fewer values");
        }
        boolean isNarrower = LOWER_BOUNDS.stream().anyMatch(bound -> now.has(bound)
                && (!old.has(bound) || now.path(bound).asDouble() > old.path(bound).asDouble()))
                || UPPER_BOUNDS.stream().anyMatch(bound -> now.has(bound)
                        && (!old.has(bound) || now.path(bound).asDouble() < old.path(bound).asDouble()))
                || now.has("pattern") && !now.path("pattern").equals(old.path("pattern"));
        if (isNarrower) {
            breaking.add(name + " is limited more narrowly");
        }
    }

    private void compareAlternatives(String name, JsonNode old, JsonNode now) {
        if (old.size() != now.size()) {
            breaking.add(name + " has other alternatives");
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            compare(name + "#" + i, old.get(i), now.get(i));
        }
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual() ? Set.of(type.asText()) : ContractChanges.texts(type);
    }
}
