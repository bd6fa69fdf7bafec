package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;

/** Counts the columns of the annual form in one statement, apart by kind of branch. */
@ApplicationScoped
class AnnualFormQueries {

    private static final String COUNTS = Stream.of(FormSource.values()).map(AnnualFormQueries::counts).collect(
            Collectors.joining("\nUNION ALL\n"));

    private final Jdbi jdbi;
    private final Days days;

    AnnualFormQueries(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** What a column counts among branches of one kind. */
    record Count(FormColumn column, String branchKind, long value) {}

    List<Count> counts(Unit unit, int year) {
        Scene scene = new Scene(unit, new Span.OfYear(year), AsOf.NOW);
        List<Count> counts = new ArrayList<>();
        jdbi.useHandle(handle -> {
            Query query = handle.createQuery(
                    "WITH listed AS MATERIALIZED (" + new ListedCases(scene).sql() + ")\n" + COUNTS);
            scene.bind(query, days.today());
            query.map((row, context) -> read(row)).forEach(counts::addAll);
        });
        return counts;
    }

    private static String counts(FormSource source) {
        String values = FormColumns.of(source).stream().map(
                column -> "count(*) FILTER (WHERE " + column.predicate() + ")").collect(Collectors.joining(", "));
        return "SELECT '" + source + "' AS source, l.branch_kind, ARRAY[" + values + "] AS counts " + source.from()
                + " GROUP BY l.branch_kind";
    }

    private static List<Count> read(ResultSet row) throws SQLException {
        List<FormColumn> columns = FormColumns.of(FormSource.valueOf(row.getString("source")));
        Long[] values = (Long[]) row.getArray("counts").getArray();
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            counts.add(new Count(columns.get(i), row.getString("branch_kind"), values[i]));
        }
        return counts;
    }
}
