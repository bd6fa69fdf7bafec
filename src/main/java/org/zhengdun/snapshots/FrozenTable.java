package org.zhengdun.snapshots;

import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.zhengdun.shared.security.Digests;
import org.zhengdun.shared.table.Dataset;

/** A table as the text that is kept. */
record FrozenTable(String content) {

    static FrozenTable of(Dataset dataset, ObjectMapper json) {
        try {
            return new FrozenTable(json.writeValueAsString(dataset));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String hash() {
        return HexFormat.of().formatHex(Digests.sha256(content));
    }

    Dataset read(ObjectMapper json) {
        try {
            return json.readValue(content, Dataset.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
