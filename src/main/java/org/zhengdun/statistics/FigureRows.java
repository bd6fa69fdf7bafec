package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Lists the rows behind one figure: the same source, condition, place and moment that counted them. */
@RequestScoped
class FigureRows {

    private static final String SQL = """
            SELECT x.*, u.id AS unit_id, u.name AS unit FROM (
                SELECT %1$s AS id, %2$s AS case_id, %3$s AS label, %4$s.ancestors
                %5$s WHERE true%6$s AND (%7$s)%8$s AND %1$s > :after ORDER BY %1$s LIMIT :limit) x
            JOIN org_unit u ON u.id = x.ancestors[cardinality(x.ancestors)] ORDER BY x.id""";

    private final Jdbi jdbi;
    private final Cursors cursors;
    private final Days days;

    FigureRows(Jdbi jdbi, Cursors cursors, Days days) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.days = days;
    }

    Page<FigureRow> page(CubeQuery query, FigureRowParameters asked, PageRequest page) {
        Part part = part(query.measures().getFirst(), asked);
        FactSource source = part.source();
        Map<String, Object> values = new HashMap<>();
        String items = new ItemCondition("row", query, source).of(query.rows(), asked.row, values)
                + new ItemCondition("column", query, source).of(query.columns(), asked.column, values);
        String sql = SQL.formatted(source.key(), source.caseId(), source.label(), source.place(),
                source.from().apply(query.scene()), query.filter().where(source), part.predicate(), items);
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        List<FigureRow> rows = jdbi.withHandle(handle -> {
            Query statement = handle.createQuery(sql).bind("after", after).bind("limit", page.limit() + 1);
            query.scene().bind(statement, days.today());
            query.filter().bind(statement);
            values.forEach(statement::bind);
            return statement.map((row, context) -> row(source, row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    private static Part part(Indicator measure, FigureRowParameters asked) {
        @Nullable
        Part of = measure.denominator();
        if (asked.part == FigureRowParameters.CountedPart.NUMERATOR) {
            return measure.numerator();
        }
        if (of == null) {
            throw ProblemException.invalid("?part", "figures.no-denominator", measure.code());
        }
        return of;
    }

    private static FigureRow row(FactSource source, ResultSet row) throws SQLException {
        return new FigureRow(source.code(), row.getLong("id"), Columns.number(row, "case_id"),
                Objects.requireNonNull(row.getString("label")), row.getInt("unit_id"), row.getString("unit"));
    }
}
