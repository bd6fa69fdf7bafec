package org.zhengdun.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseCheckTest {

    private static final Contract CONTRACT = Contract.ofJson("""
            {"paths": {"/api/v1/units/{unitId}": {"get": {"operationId": "getUnit", "responses": {
               "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Unit"}}}},
               "304": {"description": "unchanged"},
               "404": {"$ref": "#/components/responses/NotFound"}}}},
               "/api/v1/units/mine": {"get": {"operationId": "getMyUnit", "responses": {}}}},
             "components": {
               "responses": {"NotFound": {"content": {"application/problem+json": {"schema":
                  {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                  "Problem": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}},
                  "Unit": {"type": "object", "required": ["id"], "properties": {
                     "id": {"type": "integer"}, "closedOn": {"type": "string", "format": "date"},
                     "parent": {"$ref": "#/components/schemas/Unit"}}}}}}""");

    private final ResponseCheck check = new ResponseCheck(CONTRACT);

    @Test
    void acceptsTheDocumentedAnswers() {
        assertThat(faults(200, "application/json;charset=UTF-8", "{\"id\":1,\"closedOn\":\"2026-11-22\"}")).isEmpty();
        assertThat(faults(304, null, "")).isEmpty();
        assertThat(faults(404, "application/problem+json", "{\"type\":\"t\"}")).isEmpty();
    }

    @Test
    void refusesAnUndocumentedStatus() {
        assertThat(faults(418, "application/json", "{}")).containsExactly("status 418 is not documented");
    }

    @Test
    void refusesAnotherMediaType() {
        assertThat(faults(404, "text/html", "<html>")).isNotEmpty();
        assertThat(faults(404, "application/json", "{\"type\":\"t\"}")).isNotEmpty();
    }

    @Test
    void refusesAMissingField() {
        assertThat(faults(200, "application/json", "{}")).isNotEmpty();
        assertThat(faults(404, "application/problem+json", "{}")).isNotEmpty();
    }

    @Test
    void refusesNull() {
        assertThat(faults(200, "application/json", "{\"id\":1,\"closedOn\":null}")).isNotEmpty();
    }

    @Test
    void refusesAWrongFormat() {
        assertThat(faults(200, "application/json", "{\"id\":1,\"closedOn\":\"yesterday\"}")).isNotEmpty();
    }

    @Test
    void refusesAFieldThatTheContractDoesNotName() {
        assertThat(faults(200, "application/json", "{\"id\":1,\"secret\":2}")).isNotEmpty();
        assertThat(faults(200, "application/json", "{\"id\":1,\"parent\":{\"id\":1,\"secret\":2}}")).isNotEmpty();
    }

    @Test
    void refusesABodyWhereNoneIsDocumented() {
        assertThat(faults(304, "application/json", "{}")).isNotEmpty();
    }

    @Test
    void refusesABodyThatIsNotJson() {
        assertThat(faults(200, "application/json", "{\"id\":")).isNotEmpty();
    }

    @Test
    void prefersTheLiteralPath() {
        assertThat(CONTRACT.find("GET", "/api/v1/units/mine")).map(Contract.Operation::operationId).hasValue(
                "getMyUnit");
        assertThat(CONTRACT.find("GET", "/api/v1/units/7")).map(Contract.Operation::operationId).hasValue("getUnit");
        assertThat(CONTRACT.find("GET", "/api/v1/units/7/parts")).isEmpty();
    }

    private List<String> faults(int status, @Nullable String mediaType, String body) {
        return check.faults(CONTRACT.find("GET", "/api/v1/units/7").orElseThrow(),
                new ResponseCheck.Answer(status, mediaType, body.getBytes(StandardCharsets.UTF_8)));
    }
}
