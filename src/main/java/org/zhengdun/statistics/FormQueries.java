package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;

/** Counts columns in one statement, and so at one moment, apart by kind of branch. */
@ApplicationScoped
class FormQueries {

    private final Jdbi jdbi;
    private final Days days;

    FormQueries(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /**
     * What a column counts among branches of one kind.
     *
     * @param branchKind null for what belongs to no kind
     */
    record Count(FormColumn column, @Nullable String branchKind, long value) {

        static long sum(List<Count> counts, FormColumn column, FormRow row) {
            return counts.stream().filter(
                    count -> count.column() == column && row.counts(count.branchKind())).mapToLong(
                            Count::value).sum();
        }
    }

    /** The columns of a whole year. */
    List<Count> ofYear(Unit unit, int year, AsOf asOf) {
        return counts(unit, YearMonth.of(year, 12), asOf, FormColumns.ALL);
    }

    /** The columns from the start of the year to the end of the month. */
    List<Count> counts(Unit unit, YearMonth last, AsOf asOf, List<FormColumn> columns) {
        Scene scene = new Scene(unit, new Span.OfYear(last.getYear()), asOf);
        String sql = "WITH listed AS MATERIALIZED (" + new ListedCases(scene).sql() + ")\n"
                + Stream.of(FormSource.values()).filter(source -> !of(source, columns).isEmpty()).map(
                        source -> counts(source, scene, columns)).collect(Collectors.joining("\nUNION ALL\n"));
        List<Count> counts = new ArrayList<>();
        jdbi.useHandle(handle -> {
            Query query = handle.createQuery(sql);
            bind(query, scene, last);
            query.map((row, context) -> read(row, columns)).forEach(counts::addAll);
        });
        return counts;
    }

    /** Binds the scene of a year that is counted to the end of the month. */
    void bind(Query query, Scene scene, YearMonth last) {
        LocalDate end = last.atEndOfMonth();
        scene.bind(query, days.today());
        query.bind("month", last.atDay(1)).bind("last", end).bind("end",
                end.plusDays(1).atStartOfDay(Days.ZONE).toInstant());
    }

    private static String counts(FormSource source, Scene scene, List<FormColumn> columns) {
        String values = of(source, columns).stream().map(
                column -> "count(*) FILTER (WHERE " + column.predicate() + ")").collect(Collectors.joining(", "));
        return "SELECT '" + source + "' AS source, l.branch_kind, ARRAY[" + values + "] AS counts " + source.from(scene)
                + " GROUP BY l.branch_kind";
    }

    private static List<FormColumn> of(FormSource source, List<FormColumn> columns) {
        return columns.stream().filter(column -> column.source() == source).toList();
    }

    private static List<Count> read(ResultSet row, List<FormColumn> columns) throws SQLException {
        List<FormColumn> counted = of(FormSource.valueOf(row.getString("source")), columns);
        Long[] values = (Long[]) row.getArray("counts").getArray();
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            counts.add(new Count(counted.get(i), row.getString("branch_kind"), values[i]));
        }
        return counts;
    }
}
