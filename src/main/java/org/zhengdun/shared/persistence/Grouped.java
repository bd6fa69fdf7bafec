package org.zhengdun.shared.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.statement.Query;

/** Rows of one statement by the id of what they belong to. */
public final class Grouped {

    private Grouped() {}

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowValue<T> {
        T of(ResultSet row) throws SQLException;
    }

    public static <T> Map<Long, List<T>> by(Query query, String column, RowValue<T> value) {
        Map<Long, List<T>> grouped = new LinkedHashMap<>();
        query.map((row, context) -> Map.entry(row.getLong(column), value.of(row))).forEach(
                entry -> grouped.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue()));
        return grouped;
    }
}
