package org.zhengdun.shared.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.TableFormat;

/**
 * The examples of one operation: members {@code request}, {@code response} and, for tables, {@code jsonStat} of
 * openapi-examples/operationId.json.
 */
record Examples(Map<String, Object> members) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Examples of(String operationId) {
        String name = "openapi-examples/" + operationId + ".json";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new Examples(file == null ? Map.of() : JSON.readValue(file, new TypeReference<>() {
            }));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    void addTo(@Nullable RequestBody request) {
        if (request != null) {
            add("request", request.getContent(), media -> true);
        }
    }

    void addTo(APIResponse success) {
        add("response", success.getContent(), MediaType.APPLICATION_JSON::equals);
        add("jsonStat", success.getContent(), TableFormat.JSON_STAT::equals);
    }

    private void add(String member, @Nullable Content content, Predicate<String> hasExample) {
        Object example = members.get(member);
        if (content != null && example != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (hasExample.test(type)) {
                    media.setExample(example);
                }
            });
        }
    }
}
