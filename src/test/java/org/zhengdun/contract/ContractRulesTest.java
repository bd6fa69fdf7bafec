package org.zhengdun.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengdun.support.Contract;
import org.zhengdun.support.ResponseCheck;

class ContractRulesTest {

    private static final Pattern RULE = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|");

    private static final Contract BROKEN = Contract.ofJson("""
            {"tags": [{"name": "Units"}],
             "paths": {"/units/{unitId}": {
               "get": {"operationId": "Unit", "tags": ["Other"], "x-permission": "ORG_READ", "responses": {"404": {}},
                       "parameters": [{"name": "id", "in": "path"}]},
               "put": {"operationId": "Unit", "description": "see http://inside", "responses": {},
                       "requestBody": {"content": {"application/json": {"schema": {"enum": ["A", "B"]}}}}},
               "delete": {"responses": {"200": {"content": {"application/json": {}}}}}}},
             "components": {"schemas": {"Unit": {"properties": {"kind": {"enum": ["A", "B"]}}}}}}""");

    static Stream<String> rules() {
        return ContractRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theContractKeeps(String rule) {
        assertThat(breaches(Contract.golden(), rule)).as("%s, see openapi/rules.md", rule).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void finds(String rule) {
        assertThat(breaches(BROKEN, rule)).as(rule).isNotEmpty();
    }

    @Test
    void everyShownAnswerIsValid() {
        ResponseCheck check = new ResponseCheck(Contract.golden());
        assertThat(Contract.golden().operations()).allSatisfy(
                operation -> assertThat(check.exampleFaults(operation)).as(operation.operationId()).isEmpty());
    }

    @Test
    void everyRuleIsPublished() throws IOException {
        Set<String> published = RULE.matcher(Files.readString(Path.of("openapi/rules.md"))).results().map(
                match -> match.group(1)).collect(Collectors.toSet());
        assertThat(published).isEqualTo(ContractRules.all().keySet());
    }

    private static List<String> breaches(Contract contract, String rule) {
        return requireNonNull(ContractRules.all().get(rule)).apply(new ContractRules(contract)).toList();
    }
}
