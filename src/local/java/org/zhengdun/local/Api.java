package org.zhengdun.local;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The service as people with one role each use it over HTTP; an answer that is no success is an exception. */
public interface Api {

    /**
     * @param role role of the person who sends the request, by its name in tokens
     * @param path path below {@code /api/v1}
     * @param body JSON, or null for a request without body
     * @param etag value of If-Match, or null
     */
    Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag);

    /** Identity subject of the person with this role. */
    String subject(String role);

    /** An answer. */
    record Answer(JsonNode body, @Nullable String etag, @Nullable String location) {

        public long id() {
            return body.get("id").longValue();
        }
    }
}
