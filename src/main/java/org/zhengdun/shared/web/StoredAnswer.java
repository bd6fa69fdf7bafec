package org.zhengdun.shared.web;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** An answer as bytes, as it was first given and as it is replayed: byte for byte the same. */
@SuppressWarnings("ArrayRecordComponent")
record StoredAnswer(int status, @Nullable String etag, @Nullable String location, byte[] body, boolean replayed) {

    /** The framework writes every answer as JSON, so the stored JSON goes through it untouched. */
    @JsonValue
    @JsonRawValue
    String json() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
