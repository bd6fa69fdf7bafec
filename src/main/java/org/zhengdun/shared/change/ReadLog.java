package org.zhengdun.shared.change;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Acting;

/** Where reads of restricted data leave their trace, in a short transaction of its own, before the answer goes out. */
public interface ReadLog {

    /**
     * Leaves one row for the running request, however often it looks at the object. What a write looks at is told by the
     * change it leaves.
     */
    void read(Acting acting, Look look);

    /**
     * What was looked at.
     *
     * @param action   verb with the feature's name in front, for example {@code case.read}
     * @param entity   kind of the object
     * @param entityId its id
     * @param place    ids from the root to the unit the object belongs to; decides who may read the entry
     * @param cases    the cases of which a list told something restricted; null where the object is all that was looked at
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Look(String action, String entity, String entityId, int[] place, @Nullable List<Long> cases) {

        public Look(String action, String entity, String entityId, int[] place) {
            this(action, entity, entityId, place, null);
        }

        /** A list of cases under the unit at this place. */
        @SuppressWarnings("ArrayParameter")
        public static Look atUnit(String action, int[] place, List<Long> cases) {
            return new Look(action, "unit", Integer.toString(place[place.length - 1]), place, cases);
        }
    }
}
