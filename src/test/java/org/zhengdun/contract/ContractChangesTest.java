package org.zhengdun.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengdun.support.Contract;

class ContractChangesTest {

    private static final Path RELEASED = Path.of("openapi/released");

    private static final String EARLIER = """
            {"paths": {"/units": {"post": {"operationId": "addUnit",
               "parameters": [{"name": "dryRun", "in": "query", "schema": {"type": "boolean"}}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
               "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Unit"}}}}}}}},
             "components": {"schemas": {
               "New": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string", "maxLength": 80}, "kind": {"type": "string", "enum": ["A", "B"]}}},
               "Unit": {"type": "object", "required": ["id", "state"], "properties": {
                 "id": {"type": "integer"}, "state": {"type": "string", "enum": ["OPEN"]},
                 "parent": {"$ref": "#/components/schemas/Unit"}}}}}}""";

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void clientsOfEveryReleaseStillWork(Path release) {
        assertThat(ContractChanges.breaking(Contract.ofYaml(release), Contract.golden())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "/units":                     | "/org-units":                          | POST /units is gone
            addUnit                       | createUnit                             | POST /units has another operationId
            dryRun                        | trial                                  | POST /units query dryRun is gone
            "in": "query"                 | "in": "query", "required": true        | POST /units query dryRun is now required
            {"type": "boolean"}           | {"type": "integer"}                    | POST /units query dryRun has another type
            application/json": {"schema": {"$ref": "#/components/schemas/N | text/csv": {"schema": {"$ref": "#/components/schemas/N | POST /units body application/json is gone
            ["name"]                      | ["name", "kind"]                       | POST /units body.kind is now required
            "maxLength": 80               | "maxLength": 40                        | POST /units body.name is limited more narrowly
            ["A", "B"]                    | ["A"]                                  | POST /units body.kind takes fewer values
            "kind": {                     | "sort": {                              | POST /units body.kind is gone
            "201"                         | "200"                                  | POST /units 201 is gone
            ["id", "state"]               | ["id"]                                 | POST /units 201.state may now be absent
            "id": {"type": "integer"}     | "id": {"type": "string"}               | POST /units 201.id has another type
            "parent": {                   | "above": {                             | POST /units 201.parent is gone
            """)
    void finds(String text, String replacement, String expected) {
        assertThat(EARLIER).contains(text);
        assertThat(changed(text, replacement)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "parameters": [   | "parameters": [{"name": "all", "in": "query", "schema": {"type": "boolean"}},
            ["OPEN"]          | ["OPEN", "CLOSED"]
            ["A", "B"]        | ["A", "B", "C"]
            "maxLength": 80   | "maxLength": 200
            "kind": {         | "code": {"type": "string"}, "kind": {
            "id": {           | "code": {"type": "string"}, "id": {
            ["id", "state"]   | ["id", "state", "parent"]
            """)
    void letsTheContractGrow(String text, String replacement) {
        assertThat(EARLIER).contains(text);
        assertThat(changed(text, replacement)).isEmpty();
    }

    @Test
    void anEqualContractBreaksNobody() {
        assertThat(ContractChanges.breaking(Contract.golden(), Contract.golden())).isEmpty();
    }

    private static List<String> changed(String text, String replacement) {
        return ContractChanges.breaking(Contract.ofJson(EARLIER),
                Contract.ofJson(EARLIER.replace(text, replacement)));
    }
}
