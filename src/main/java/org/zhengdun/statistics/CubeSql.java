package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The statement that counts parts of one source, grouped by the axes of a query. */
record CubeSql(CubeQuery query, FactSource source, List<Part> parts) {

    /** One statement for the plain counts of each source, and one for each part that needs the numbers of its rows. */
    static List<CubeSql> of(CubeQuery query) {
        List<CubeSql> statements = new ArrayList<>();
        query.parts().stream().filter(part -> part.value() == null).collect(
                Collectors.groupingBy(Part::source)).forEach(
                        (source, parts) -> statements.add(new CubeSql(query, source, parts)));
        query.parts().stream().filter(part -> part.value() != null).forEach(
                part -> statements.add(new CubeSql(query, part.source(), List.of(part))));
        return statements;
    }

    String text() {
        return query.scene().text(this::text);
    }

    private String text(Scene scene) {
        List<String> groups = new ArrayList<>(keys(query.rows()));
        groups.addAll(keys(query.columns()));
        String value = value();
        if (value != null) {
            groups.add(value);
        }
        String columns = Stream.concat(groups.stream(), parts.stream().map(CubeSql::count)).collect(
                Collectors.joining(", "));
        String numbers = Stream.iterate(1, number -> number + 1).limit(groups.size()).map(String::valueOf).collect(
                Collectors.joining(", "));
        return "SELECT " + columns + " " + source.from().apply(scene) + " WHERE true"
                + query.filter().where(source) + (groups.isEmpty() ? "" : " GROUP BY " + numbers);
    }

    /** The columns that make up the position of a row on the axis. */
    List<String> keys(@Nullable Axis axis) {
        if (axis == null) {
            return List.of();
        }
        return axis.level() == null
                ? List.of(column(axis))
                : axis.level().columns(source.place(), query.scene().unit(), query.scene().asOf());
    }

    @Nullable
    String value() {
        return parts.getFirst().value();
    }

    private String column(Axis axis) {
        return Objects.requireNonNull(source.columns().get(axis.dimension()));
    }

    private static String count(Part part) {
        return part.predicate().equals(Part.ALL)
                ? "count(*)"
                : "count(*) FILTER (WHERE " + part.predicate() + ")";
    }
}
