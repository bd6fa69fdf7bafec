package org.zhengdun.shared.persistence;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/**
 * The moment of a read: rows as they are, or as they were (ADR 12). One SQL text serves both, with {@link #rows} in its FROM
 * and {@code asOf} bound to {@link #instant}.
 *
 * @param instant the past instant, or null for the present
 */
public record AsOf(@Nullable Instant instant) {

    public static final AsOf NOW = new AsOf(null);

    public boolean isPast() {
        return instant != null;
    }

    /** The civil date of this moment. */
    public LocalDate day(LocalDate today) {
        return instant == null ? today : LocalDate.ofInstant(instant, Days.ZONE);
    }

    /** The rows of a table that keeps its history, at this moment; the alias is the name of the table. */
    public String rows(String table) {
        return isPast() ? rows(table, table) : table;
    }

    /** As {@link #rows(String)}, under another alias. */
    public String rows(String table, String alias) {
        return (isPast()
                ? "(SELECT * FROM " + table + "_version WHERE valid_from <= :asOf AND valid_to > :asOf)"
                : table) + " " + alias;
    }
}
