package org.zhengdun.shared.change;

import org.jspecify.annotations.Nullable;

/**
 * What a write did, for the audit trail.
 *
 * @param action   verb with the feature's name in front, for example {@code case.transition.CONFIRM}
 * @param entity   kind of the changed object
 * @param entityId its id
 * @param place    ids from the root to the unit the object belongs to; decides who may read the entry
 * @param reason   reason given by the caller
 * @param before   object before, as it serializes to JSON; null for a creation
 * @param after    object after, as it serializes to JSON
 */
public record Change(String action, String entity, String entityId, int[] place, @Nullable String reason,
        @Nullable Object before, @Nullable Object after) {

    public static Change created(String action, String entity, long id, int[] place, Object after) {
        return new Change(action, entity, Long.toString(id), place, null, null, after);
    }
}
