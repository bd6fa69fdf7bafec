package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** How many keys of each axis the rows of a statement begin with. */
    private record Layout(CubeSql statement, int rowKeys, int columnKeys) {

        static Layout of(CubeSql statement) {
            return new Layout(statement, statement.keys(statement.query().rows()).size(),
                    statement.keys(statement.query().columns()).size());
        }

        Group group(ResultSet row) throws SQLException {
            int next = 1 + rowKeys + columnKeys;
            Long value = statement.value() == null ? null : row.getLong(next++);
            List<Long> counts = new ArrayList<>(statement.parts().size());
            for (int i = 0; i < statement.parts().size(); i++) {
                counts.add(row.getLong(next + i));
            }
            return new Group(texts(row, 1, rowKeys), texts(row, 1 + rowKeys, columnKeys), value, statement, counts);
        }

        private static List<@Nullable String> texts(ResultSet row, int first, int size) throws SQLException {
            List<@Nullable String> texts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                texts.add(row.getString(first + i));
            }
            return texts;
        }
    }

    /** The positions on an axis; many groups share one, and finding it takes long. */
    private static final class Positions {

        private final @Nullable Axis axis;
        private final UnitItems units;
        private final Map<List<@Nullable String>, String> known = new HashMap<>();

        Positions(@Nullable Axis axis, UnitItems units) {
            this.axis = axis;
            this.units = units;
        }

        @Nullable
        String of(List<@Nullable String> keys) {
            return axis == null ? null : known.computeIfAbsent(keys, missing -> position(axis, keys));
        }

        private String position(Axis asked, List<@Nullable String> keys) {
            return asked.level() != null
                    ? units.key(ids(keys), asked.level().kind())
                    : Objects.requireNonNullElse(keys.getFirst(), Figures.NONE);
        }
    }

    Figures read(Handle handle, CubeQuery query) {
        List<Group> groups = new ArrayList<>();
        CubeSql.of(query).forEach(statement -> groups.addAll(groups(handle, statement)));
        UnitItems units = UnitItems.of(handle, unitIds(query, groups));
        Figures figures = new Figures(units);
        Positions rows = new Positions(query.rows(), units);
        Positions columns = new Positions(query.columns(), units);
        for (Group group : groups) {
            Place place = new Place(rows.of(group.row()), columns.of(group.column()));
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
        Layout layout = Layout.of(statement);
        return query.map((row, context) -> layout.group(row)).list();
    }

    private static Set<Integer> unitIds(CubeQuery query, List<Group> groups) {
        Set<List<@Nullable String>> keys = new HashSet<>();
        if (isOrg(query.rows())) {
            groups.forEach(group -> keys.add(group.row()));
        }
        if (isOrg(query.columns())) {
            groups.forEach(group -> keys.add(group.column()));
        }
        return keys.stream().flatMap(each -> ids(each).stream()).collect(Collectors.toSet());
    }

    private static boolean isOrg(@Nullable Axis axis) {
        return axis != null && axis.level() != null;
    }

    private static List<Integer> ids(List<@Nullable String> keys) {
        return keys.stream().flatMap(Stream::ofNullable).map(Integer::valueOf).toList();
    }
}
