package org.zhengdun.shared.web;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON Merge Patch (RFC 7396): absent fields stay, null removes, anything else replaces.
 *
 * @param fields the patch as it was sent
 */
public record MergePatch(@JsonValue ObjectNode fields) {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch {}

    /** The target with the patch applied; the target itself stays as it is. */
    ObjectNode appliedTo(ObjectNode target) {
        return merge(target.deepCopy(), fields);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            switch (field.getValue()) {
                case ObjectNode nested -> target.set(field.getKey(),
                        merge(target.get(field.getKey()) instanceof ObjectNode old ? old : target.objectNode(),
                                nested));
                case JsonNode absent when absent.isNull() -> target.putNull(field.getKey());
                case JsonNode value -> target.set(field.getKey(), value);
            }
        }
        return target;
    }
}
