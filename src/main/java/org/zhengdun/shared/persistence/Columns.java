package org.zhengdun.shared.persistence;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads the column types that JDBC has no method for. */
public final class Columns {

    private Columns() {}

    public static int[] ints(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Stream.of((Integer[]) array.getArray()).mapToInt(Integer::intValue).toArray();
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static LocalDate requiredDate(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(date(row, column));
    }

    /** A date array; a {@link Date} carries the civil date in its own fields, whatever the zone of the machine. */
    public static List<LocalDate> dates(ResultSet row, String column) throws SQLException {
        return Stream.of((Date[]) row.getArray(column).getArray()).map(Date::toLocalDate).toList();
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    /** A text column as a constant of a business enum; null stays null. */
    public static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
