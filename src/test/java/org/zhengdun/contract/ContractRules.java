package org.zhengdun.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.support.Contract;

/** The rules of openapi/rules.md; each answers the places that break it. */
final class ContractRules {

    private static final Pattern OPERATION_ID = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
    private static final Pattern HOST = Pattern.compile("https?://|localhost|\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b");
    private static final Set<String> ALWAYS = Set.of("400", "406", "500", "503");

    private final Contract contract;

    ContractRules(Contract contract) {
        this.contract = contract;
    }

    /** Every rule by its published name. */
    static Map<String, Function<ContractRules, Stream<String>>> all() {
        Map<String, Function<ContractRules, Stream<String>>> rules = new LinkedHashMap<>();
        rules.put("operation-operationId", self -> self.operations(op -> op.operationId().isEmpty()));
        rules.put("operation-operationId-unique", ContractRules::repeatedIds);
        rules.put("operation-operationId-verb-noun",
                self -> self.operations(op -> !OPERATION_ID.matcher(op.operationId()).matches()));
        rules.put("operation-summary", self -> self.operations(op -> text(op.node(), "summary").isBlank()));
        rules.put("operation-description", self -> self.operations(op -> text(op.node(), "description").isBlank()));
        rules.put("operation-permission", self -> self.operations(op -> text(op.node(), "x-permission").isBlank()));
        rules.put("operation-tags", self -> self.operations(op -> op.node().path("tags").size() != 1));
        rules.put("operation-tag-defined", ContractRules::undeclaredTags);
        rules.put("operation-security", ContractRules::unsecured);
        rules.put("operation-problem-responses", ContractRules::missingProblems);
        rules.put("operation-success-response", ContractRules::withoutSuccess);
        rules.put("parameter-description", ContractRules::undescribedParameters);
        rules.put("path-params", ContractRules::pathParameters);
        rules.put("request-body-example", ContractRules::missingExamples);
        rules.put("response-example", ContractRules::withoutShownAnswer);
        rules.put("oas3-unused-component", ContractRules::unusedComponents);
        rules.put("typed-property", ContractRules::untypedProperties);
        rules.put("no-duplicate-enum", ContractRules::repeatedEnums);
        rules.put("no-host-names", ContractRules::hostNames);
        rules.put("tag-description", ContractRules::undescribedTags);
        return rules;
    }

    private Stream<String> operations(Predicate<Contract.Operation> isBroken) {
        return contract.operations().stream().filter(isBroken).map(op -> op.method() + " " + op.path());
    }

    private Stream<String> repeatedIds() {
        Set<String> seen = new HashSet<>();
        return operations(op -> !seen.add(op.operationId()));
    }

    private Stream<String> undeclaredTags() {
        Set<String> declared = new HashSet<>();
        contract.root().path("tags").forEach(tag -> declared.add(text(tag, "name")));
        return operations(op -> elements(op.node().path("tags")).anyMatch(tag -> !declared.contains(tag.asText())));
    }

    private Stream<String> undescribedTags() {
        return elements(contract.root().path("tags")).filter(tag -> text(tag, "description").isBlank()).map(
                tag -> text(tag, "name"));
    }

    private Stream<String> unsecured() {
        return operations(op -> op.isPublic() != op.node().path("security").isEmpty());
    }

    private Stream<String> missingProblems() {
        return operations(op -> !expectedProblems(op).allMatch(op.node().path("responses")::has));
    }

    private Stream<String> expectedProblems(Contract.Operation operation) {
        Stream<String> expected = ALWAYS.stream();
        if (!operation.isPublic()) {
            expected = Stream.concat(expected, Stream.of("401"));
        }
        if (operation.node().has("x-roles")) {
            expected = Stream.concat(expected, Stream.of("403"));
        }
        if (!operation.pathParameters().isEmpty()) {
            expected = Stream.concat(expected, Stream.of("404"));
        }
        if (operation.hasBody()) {
            expected = Stream.concat(expected, Stream.of("409", "413", "415", "422"));
        }
        return expected;
    }

    private Stream<String> withoutSuccess() {
        return operations(op -> op.node().path("responses").properties().stream().noneMatch(
                response -> response.getKey().startsWith("2")));
    }

    private Stream<String> undescribedParameters() {
        return contract.operations().stream().flatMap(op -> contract.parameters(op).stream().filter(
                parameter -> text(parameter, "description").isBlank()).map(
                        parameter -> op.operationId() + " " + text(parameter, "name")));
    }

    private Stream<String> pathParameters() {
        return operations(op -> {
            List<String> declared = contract.parameters(op).stream().filter(
                    parameter -> text(parameter, "in").equals("path")).map(
                            parameter -> text(parameter, "name")).toList();
            return !Set.copyOf(declared).equals(Set.copyOf(op.pathParameters()));
        });
    }

    private Stream<String> missingExamples() {
        return operations(
                op -> op.hasBody() && op.node().path("requestBody").path("content").properties().stream().anyMatch(
                        media -> media.getKey().endsWith("json") && !media.getValue().has("example")));
    }

    private Stream<String> withoutShownAnswer() {
        return operations(op -> op.node().path("responses").properties().stream().anyMatch(
                response -> response.getKey().startsWith("2") && lacksExample(
                        response.getValue().path("content").path("application/json"))));
    }

    private static boolean lacksExample(JsonNode media) {
        return !media.isMissingNode() && !media.has("example");
    }

    private Stream<String> unusedComponents() {
        Set<String> used = new HashSet<>(contract.root().findValuesAsText("$ref"));
        return contract.root().path("components").properties().stream().filter(
                kind -> !kind.getKey().equals("securitySchemes")).flatMap(
                        kind -> kind.getValue().properties().stream().map(
                                component -> "#/components/" + kind.getKey() + "/" + component.getKey())).filter(
                                        reference -> !used.contains(reference));
    }

    private Stream<String> untypedProperties() {
        return schemas().flatMap(schema -> schema.getValue().path("properties").properties().stream().filter(
                property -> Stream.of("type", "$ref", "anyOf", "oneOf", "allOf").noneMatch(
                        property.getValue()::has)).map(property -> schema.getKey() + "." + property.getKey()));
    }

    private Stream<String> repeatedEnums() {
        Map<String, Integer> counts = new HashMap<>();
        contract.root().findValues("enum").forEach(values -> counts.merge(values.toString(), 1, Integer::sum));
        return counts.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey);
    }

    private Stream<String> hostNames() {
        Set<String> found = new TreeSet<>();
        HOST.matcher(contract.root().toString()).results().forEach(match -> found.add(match.group()));
        return found.stream();
    }

    private Stream<Map.Entry<String, JsonNode>> schemas() {
        return contract.root().path("components").path("schemas").properties().stream();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
