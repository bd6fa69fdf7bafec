package org.zhengdun.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;

/** An OpenAPI document with its operations. */
public final class Contract {

    public static final Path GOLDEN = Path.of("openapi/openapi.yaml");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Map<Integer, Contract> SERVED = new ConcurrentHashMap<>();

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    /** One operation: verb, path template and its node. */
    public record Operation(String method, String path, JsonNode node) {

        public String operationId() {
            return node.path("operationId").asText();
        }

        public boolean isPublic() {
            return node.path("x-permission").asText().equals("PUBLIC");
        }

        public boolean hasBody() {
            return node.has("requestBody");
        }

        /** Names of the parameters in the path, in their order. */
        public List<String> pathParameters() {
            return Pattern.compile("\\{(\\w+)}").matcher(path).results().map(match -> match.group(1)).toList();
        }

        /** The path with every parameter replaced. */
        public String path(Map<String, ?> values) {
            String concrete = path;
            for (Map.Entry<String, ?> value : values.entrySet()) {
                concrete = concrete.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
            }
            return concrete;
        }

        public String bodyType() {
            return node.at("/requestBody/content").fieldNames().next();
        }

        /** The example of the request body, or an empty object. */
        public String exampleBody() {
            JsonNode example = node.at("/requestBody/content").path(bodyType()).path("example");
            return example.isMissingNode() ? "{}" : example.toString();
        }

        /** Whether a request without query cannot succeed. */
        public boolean hasRequiredQuery() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false).anyMatch(
                    parameter -> parameter.path("in").asText().equals("query")
                            && parameter.path("required").asBoolean());
        }

        private boolean matches(String method, String concrete) {
            return this.method.equalsIgnoreCase(method)
                    && concrete.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }
    }

    private Contract(JsonNode root) {
        this.root = root;
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(
                entry -> METHODS.contains(entry.getKey())).forEach(
                        entry -> operations.add(
                                new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                                        entry.getValue()))));
    }

    /** What the running service serves. */
    public static Contract served() {
        return SERVED.computeIfAbsent(RestAssured.port,
                port -> ofJson(RestAssured.given().noFilters().get("/openapi?format=json").asString()));
    }

    /** The reviewed file. */
    public static Contract golden() {
        return ofYaml(GOLDEN);
    }

    public static Contract ofYaml(Path file) {
        try {
            return new Contract(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Contract ofJson(String text) {
        try {
            return new Contract(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request reaches; a literal path comes before one with parameters. */
    public Optional<Operation> find(String method, String path) {
        return operations.stream().filter(operation -> operation.matches(method, path)).min(
                Comparator.comparingInt(operation -> operation.pathParameters().size()));
    }

    /** The node itself, or the component it refers to. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** The parameters of an operation, resolved. */
    public List<JsonNode> parameters(Operation operation) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false).map(
                this::resolve).toList();
    }
}
