package org.zhengdun.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Something that is counted: the rows of a source for which a condition holds.
 *
 * @param value whole number of each row of which a mean or percentile is taken; null where rows are only counted
 */
record Part(FactSource source, String predicate, @Nullable String value) {

    static final String ALL = "true";

    static Part of(FactSource source, String predicate) {
        return new Part(source, predicate, null);
    }
}
