package org.zhengdun.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.shared.persistence.Columns;

/** Reads versions of categories from their table. */
final class CategoryRows {

    private CategoryRows() {}

    static CategoryRow row(ResultSet row, StatementContext context) throws SQLException {
        return new CategoryRow(row.getString("code"), row.getInt("version"), row.getInt("owner_id"),
                row.getString("name_zh"), row.getString("name_en"), CategoryGroup.valueOf(row.getString("grouping")),
                departments(row, "leads"), departments(row, "supports"), row.getString("maps_to"),
                Columns.integer(row, "form_column"), row.getBoolean("restricted"),
                Columns.requiredInstant(row, "valid_from"), Columns.instant(row, "valid_to"),
                Columns.date(row, "retired_on"));
    }

    private static List<Department> departments(ResultSet row, String column) throws SQLException {
        Function<String, Department> constant = Department::valueOf;
        return Stream.of((String[]) row.getArray(column).getArray()).map(constant).toList();
    }
}
