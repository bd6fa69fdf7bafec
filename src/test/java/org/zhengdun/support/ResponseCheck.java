package org.zhengdun.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import org.jspecify.annotations.Nullable;

/** Compares answers with the contract: status, media type, body; fields that the contract does not name are faults. */
public final class ResponseCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().formatAssertionsEnabled(
            true).build();

    private final Contract contract;
    private final JsonNode components;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** An answer as it came. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, @Nullable String mediaType, byte[] body) {

        boolean isSuccess(String type) {
            return status / 100 == 2 && String.valueOf(mediaType).startsWith(type);
        }
    }

    public ResponseCheck(Contract contract) {
        this.contract = contract;
        this.components = closed(contract.root().path("components"));
    }

    /** What is wrong with the example of a success; empty when there is none or it is as documented. */
    public List<String> exampleFaults(Contract.Operation operation) {
        return operation.node().path("responses").properties().stream().filter(
                response -> response.getKey().startsWith("2")).flatMap(response -> {
                    JsonNode media = response.getValue().path("content").path("application/json");
                    return media.has("example")
                            ? bodyFaults(operation.operationId() + " example", media.path("schema"),
                                    media.path("example")).stream()
                            : Stream.empty();
                }).toList();
    }

    /** What is wrong with the answer; empty when it is as documented. */
    List<String> faults(Contract.Operation operation, Answer answer) {
        JsonNode responses = operation.node().path("responses");
        String status = Integer.toString(answer.status());
        if (!responses.has(status)) {
            return List.of("status " + status + " is not documented");
        }
        JsonNode content = contract.resolve(responses.get(status)).path("content");
        if (content.isEmpty()) {
            return answer.body().length == 0 ? List.of() : List.of("a body is not documented");
        }
        String mediaType = String.valueOf(answer.mediaType()).split(";", -1)[0].strip();
        if (!content.has(mediaType)) {
            return List.of("media type " + answer.mediaType() + " is not documented");
        }
        String key = operation.operationId() + " " + status + " " + mediaType;
        return mediaType.matches("application/(.+[+])?json")
                ? bodyFaults(key, content.get(mediaType).path("schema"), answer)
                : List.of();
    }

    /** What is wrong with a problem document of a path outside the contract. */
    List<String> problemFaults(Answer answer) {
        if (!String.valueOf(answer.mediaType()).startsWith("application/problem+json")) {
            return List.of("media type " + answer.mediaType() + " instead of application/problem+json");
        }
        return bodyFaults("problem", contract.root().at("/components/schemas/Problem"), answer);
    }

    private List<String> bodyFaults(String key, JsonNode schema, Answer answer) {
        try {
            return bodyFaults(key, schema, JSON.readTree(answer.body()));
        } catch (IOException malformed) {
            return List.of("not JSON: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private List<String> bodyFaults(String key, JsonNode schema, JsonNode body) {
        return compiled.computeIfAbsent(key, any -> compile(schema)).validate(body).stream().map(
                ValidationMessage::getMessage).toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", components);
        root.setAll((ObjectNode) schema);
        return SCHEMAS.getSchema(root, CONFIG);
    }

    /** The contract leaves answers open for additions; the service that is tested here must not know more than it. */
    private static JsonNode closed(JsonNode components) {
        JsonNode copy = components.deepCopy();
        List<JsonNode> schemas = new ArrayList<>(copy.findParents("properties"));
        schemas.stream().filter(schema -> schema.path("type").asText().equals("object")).filter(
                schema -> !schema.has("additionalProperties")).forEach(
                        schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return copy;
    }
}
