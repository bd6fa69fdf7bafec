package org.zhengdun.shared.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** What JSON-stat 2.0 asks of a dataset: its schema, and the rules between members that a schema cannot say. */
public final class JsonStatRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonStatRules() {}

    /** The breaches of the format, none in a valid answer. */
    public static List<String> breaches(String text) {
        try {
            JsonNode dataset = JSON.readTree(text);
            List<String> breaches = new ArrayList<>();
            schema().validate(dataset).forEach(breach -> breaches.add(breach.toString()));
            if (breaches.isEmpty()) {
                checkSizes(dataset, breaches);
            }
            return breaches;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void checkSizes(JsonNode dataset, List<String> breaches) {
        int cells = 1;
        for (int i = 0; i < dataset.get("id").size(); i++) {
            String id = dataset.get("id").get(i).asText();
            int size = dataset.get("size").path(i).asInt(-1);
            JsonNode category = dataset.get("dimension").path(id).path("category");
            require(category.path("index").size() == size, "size of " + id, breaches);
            category.path("label").fieldNames().forEachRemaining(code -> require(
                    category.path("index").toString().contains(JSON.valueToTree(code).toString()), "label " + code,
                    breaches));
            cells *= size;
        }
        require(dataset.get("id").size() == dataset.get("size").size(), "as many sizes as ids", breaches);
        require(dataset.get("id").size() == dataset.get("dimension").size(), "as many dimensions as ids", breaches);
        require(dataset.get("value").size() == cells, "as many values as cells", breaches);
        dataset.get("role").forEach(ids -> ids.forEach(
                id -> require(dataset.get("dimension").has(id.asText()), "role of " + id, breaches)));
    }

    private static void require(boolean kept, String rule, List<String> breaches) {
        if (!kept) {
            breaches.add(rule);
        }
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                JsonStatRules.class.getResourceAsStream("/json-stat/dataset-2.0.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
        }
    }
}
