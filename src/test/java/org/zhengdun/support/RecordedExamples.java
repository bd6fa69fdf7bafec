package org.zhengdun.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The answers shown in the contract: under {@code -Dcontract.update=true} API tests record a real one for each operation
 * that has none yet. Take the member {@code response} or {@code jsonStat} out of an example to have it recorded anew.
 */
final class RecordedExamples {

    private static final Path FOLDER = Path.of("src/main/resources/openapi-examples");
    private static final int SHOWN_ELEMENTS = 2;
    private static final int LONGEST = 6_000;
    /** What tells of the machine, as texts that are reserved for documentation. */
    private static final Map<String, JsonNode> REPLACED = Map.of("issuer",
            TextNode.valueOf("urn:zhengdun:example-issuer"), "clientAddress", TextNode.valueOf("2001:db8::7"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter().withArrayIndenter(
            DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private final Map<String, Integer> recorded = new HashMap<>();

    /** Keeps the answer when it shows more than those seen before. */
    void offer(String operationId, byte[] body) {
        offer(operationId, "response", shortened(read(body)));
    }

    /** As {@link #offer}, for a data set, which is of no use when it is cut. */
    void offerDataset(String operationId, byte[] body) {
        offer(operationId, "jsonStat", read(body));
    }

    private synchronized void offer(String operationId, String member, JsonNode answer) {
        String key = operationId + "/" + member;
        int length = answer.toString().length();
        Path file = FOLDER.resolve(operationId + ".json");
        ObjectNode members = Files.exists(file) ? (ObjectNode) read(bytes(file)) : JSON.createObjectNode();
        boolean isKept = members.has(member) && !recorded.containsKey(key);
        if (!isKept && length > recorded.getOrDefault(key, 0) && length <= LONGEST) {
            members.set(member, answer);
            write(file, members);
            recorded.put(key, length);
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode elements) {
            ArrayNode shown = JSON.createArrayNode();
            IntStream.range(0, Math.min(SHOWN_ELEMENTS, elements.size())).forEach(
                    i -> shown.add(shortened(elements.get(i))));
            return shown;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode shown = JSON.createObjectNode();
            object.properties().forEach(member -> shown.set(member.getKey(),
                    REPLACED.getOrDefault(member.getKey(), shortened(member.getValue()))));
            return shown;
        }
        return node;
    }

    private static JsonNode read(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, ObjectNode members) {
        try {
            Files.writeString(file, JSON.writer(LAYOUT).writeValueAsString(members) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
