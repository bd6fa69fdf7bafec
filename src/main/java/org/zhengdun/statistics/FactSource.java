package org.zhengdun.statistics;

import java.util.Map;
import java.util.function.Function;

/**
 * Rows that indicators count. Its expressions may name the listed cases {@code l}, what the FROM joins to them, and the
 * parameters of {@link Scene}.
 *
 * @param code    what one row is, in answers
 * @param from    the FROM of a scene, without WHERE
 * @param place   alias of the row that has the scope key
 * @param key     unique number of the row within any scene
 * @param caseId  the case that the row belongs to; {@code NULL::bigint} when there is none
 * @param label   short text for the row, without names of persons and free text
 * @param columns the dimensions it has besides the org tree
 */
record FactSource(String code, Function<Scene, String> from, String place, String key, String caseId, String label,
        Map<Dimension, String> columns) {

    /** Sources are keys of every tally; their columns need not be hashed each time. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    boolean has(Dimension dimension) {
        return dimension == Dimension.ORG || columns.containsKey(dimension);
    }
}
