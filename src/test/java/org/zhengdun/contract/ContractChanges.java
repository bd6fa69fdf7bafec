package org.zhengdun.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.contract.SchemaChanges.Direction;
import org.zhengdun.support.Contract;

/** What in a contract breaks the clients of an earlier one; additions break nobody. */
final class ContractChanges {

    private final Contract released;
    private final Contract current;
    private final List<String> breaking = new ArrayList<>();

    private ContractChanges(Contract released, Contract current) {
        this.released = released;
        this.current = current;
    }

    static List<String> breaking(Contract released, Contract current) {
        ContractChanges changes = new ContractChanges(released, current);
        released.operations().forEach(changes::compare);
        return changes.breaking;
    }

    private void compare(Contract.Operation old) {
        String name = old.method() + " " + old.path();
        Optional<Contract.Operation> found = current.operations().stream().filter(
                operation -> operation.method().equals(old.method())
                        && operation.path().equals(old.path())).findFirst();
        if (found.isEmpty()) {
            breaking.add(name + " is gone");
            return;
        }
        Contract.Operation now = found.get();
        if (!old.operationId().equals(now.operationId())) {
            breaking.add(name + " has another operationId");
        }
        compareParameters(name, old, now);
        compareRequests(name, old, now);
        compareResponses(name, old, now);
    }

    private void compareParameters(String name, Contract.Operation old, Contract.Operation now) {
        Map<String, JsonNode> before = byName(released.parameters(old));
        Map<String, JsonNode> after = byName(current.parameters(now));
        before.forEach((parameter, node) -> {
            if (after.containsKey(parameter)) {
                schemas(Direction.REQUEST, name + " " + parameter, node.path("schema"),
                        after.get(parameter).path("schema"));
            } else {
                breaking.add(name + " " + parameter + " is gone");
            }
        });
        after.forEach((parameter, node) -> {
            if (isRequired(node) && !(before.containsKey(parameter) && isRequired(before.get(parameter)))) {
                breaking.add(name + " " + parameter + " is now required");
            }
        });
    }

    private void compareRequests(String name, Contract.Operation old, Contract.Operation now) {
        JsonNode after = current.resolve(now.node().path("requestBody"));
        if (!old.hasBody() && isRequired(after)) {
            breaking.add(name + " now needs a body");
        }
        contents(Direction.REQUEST, name + " body", released.resolve(old.node().path("requestBody")), after);
    }

    private void compareResponses(String name, Contract.Operation old, Contract.Operation now) {
        old.node().path("responses").properties().stream().filter(response -> response.getKey().startsWith(
                "2")).forEach(response -> {
                    JsonNode after = now.node().path("responses").path(response.getKey());
                    if (after.isMissingNode()) {
                        breaking.add(name + " " + response.getKey() + " is gone");
                    } else {
                        contents(Direction.RESPONSE, name + " " + response.getKey(),
                                released.resolve(response.getValue()), current.resolve(after));
                    }
                });
    }

    private void contents(Direction direction, String name, JsonNode before, JsonNode after) {
        before.path("content").properties().forEach(media -> {
            JsonNode now = after.path("content").path(media.getKey());
            if (now.isMissingNode()) {
                breaking.add(name + " " + media.getKey() + " is gone");
            } else {
                schemas(direction, name, media.getValue().path("schema"), now.path("schema"));
            }
        });
    }

    private void schemas(Direction direction, String name, JsonNode before, JsonNode after) {
        new SchemaChanges(direction, released, current, new HashSet<>(), breaking).compare(name, before, after);
    }

    private static Map<String, JsonNode> byName(List<JsonNode> parameters) {
        return parameters.stream().collect(Collectors.toMap(
                parameter -> parameter.path("in").asText() + " " + parameter.path("name").asText(),
                Function.identity()));
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }

    static Set<String> texts(JsonNode values) {
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
