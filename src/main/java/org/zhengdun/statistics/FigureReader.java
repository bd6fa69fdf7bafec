package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;
import org.zhengdun.statistics.Figures.Place;

/** Counts what a query asks for: one statement per source, and one for the units on its axes. */
@ApplicationScoped
class FigureReader {

    private final Days days;

    FigureReader(Days days) {
        this.days = days;
    }

    /** A group that a statement counted: its keys on both axes, the number that its rows share, and a count per part. */
    private record Group(List<@Nullable String> row, List<@Nullable String> column, @Nullable Long value,
            CubeSql counted, List<Long> counts) {}

    Figures read(Handle handle, CubeQuery query) {
        List<Group> groups = new ArrayList<>();
        CubeSql.of(query).forEach(statement -> groups.addAll(groups(handle, statement)));
        UnitItems units = UnitItems.of(handle, unitIds(query, groups));
        Figures figures = new Figures(units);
        for (Group group : groups) {
            Place place = new Place(key(query.rows(), group.row(), units), key(query.columns(), group.column(), units));
            for (int i = 0; i < group.counts().size(); i++) {
                figures.add(place, group.counted().parts().get(i), group.counts().get(i), group.value());
            }
        }
        return figures;
    }

    private List<Group> groups(Handle handle, CubeSql statement) {
        Query query = handle.createQuery(statement.text());
        statement.query().scene().bind(query, days.today());
        statement.query().filter().bind(query);
        return query.map((row, context) -> group(row, statement)).list();
    }

    private static Group group(ResultSet row, CubeSql statement) throws SQLException {
        int next = 1;
        List<@Nullable String> rowKeys = new ArrayList<>();
        for (int i = 0; i < statement.keys(statement.query().rows()).size(); i++) {
            rowKeys.add(row.getString(next++));
        }
        List<@Nullable String> columnKeys = new ArrayList<>();
        for (int i = 0; i < statement.keys(statement.query().columns()).size(); i++) {
            columnKeys.add(row.getString(next++));
        }
        Long value = statement.value() == null ? null : row.getLong(next++);
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < statement.parts().size(); i++) {
            counts.add(row.getLong(next++));
        }
        return new Group(rowKeys, columnKeys, value, statement, counts);
    }

    private static Set<Integer> unitIds(CubeQuery query, List<Group> groups) {
        Set<Integer> ids = new HashSet<>();
        if (isOrg(query.rows())) {
            groups.forEach(group -> ids.addAll(ids(group.row())));
        }
        if (isOrg(query.columns())) {
            groups.forEach(group -> ids.addAll(ids(group.column())));
        }
        return ids;
    }

    private static boolean isOrg(@Nullable Axis axis) {
        return axis != null && axis.level() != null;
    }

    private static List<Integer> ids(List<@Nullable String> keys) {
        return keys.stream().flatMap(Stream::ofNullable).map(Integer::valueOf).toList();
    }

    @Nullable
    private static String key(@Nullable Axis axis, List<@Nullable String> keys, UnitItems units) {
        if (axis == null) {
            return null;
        }
        return axis.level() != null
                ? units.key(ids(keys), axis.level().kind())
                : Objects.requireNonNullElse(keys.getFirst(), Figures.NONE);
    }
}
