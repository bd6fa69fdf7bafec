package org.zhengdun.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Lists the rows behind a cell of a form: the same source, condition and moment that counted them. */
@RequestScoped
class FormRows {

    private static final String SQL = """
            WITH listed AS MATERIALIZED (%s)
            SELECT x.*, c.number, u.id AS unit_id, u.code, u.name FROM (%s (%s)%s AND %s > :after
                ORDER BY 1 LIMIT :limit) x
            LEFT JOIN rectification_case c ON c.id = x.case_id
            JOIN org_unit u ON u.id = x.ancestors[cardinality(x.ancestors)] ORDER BY x.id""";

    private final Jdbi jdbi;
    private final FormQueries queries;
    private final Cursors cursors;

    FormRows(Jdbi jdbi, FormQueries queries, Cursors cursors) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.cursors = cursors;
    }

    /**
     * A cell.
     *
     * @param last the month up to whose end is counted, in the year of the scene
     */
    record Cell(Scene scene, YearMonth last, FormColumn column, FormRow row) {}

    Page<FigureRow> page(Cell cell, PageRequest page) {
        FormSource source = cell.column().source();
        String sql = SQL.formatted(new ListedCases(cell.scene()).sql(), source.rows(cell.scene()),
                cell.column().predicate(), cell.row().where("l"), source.key());
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        List<FigureRow> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("after", after).bind("limit", page.limit() + 1);
            queries.bind(query, cell.scene(), cell.last());
            return query.map((row, context) -> row(source, row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    private static FigureRow row(FormSource source, ResultSet row) throws SQLException {
        String subject = row.getString("number") == null ? row.getString("code") : row.getString("number");
        return new FigureRow(source.code(), row.getLong("id"), Columns.number(row, "case_id"),
                Stream.of(subject, row.getString("label")).filter(Objects::nonNull).collect(Collectors.joining(" ")),
                row.getInt("unit_id"), row.getString("name"));
    }
}
