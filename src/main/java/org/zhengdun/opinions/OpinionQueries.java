package org.zhengdun.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/** Reads the opinions on a case. */
@ApplicationScoped
class OpinionQueries {

    private static final String OF_CASE = """
            SELECT o.*, a.display_name FROM department_opinion o JOIN rectification_case c ON c.id = o.case_id
            LEFT JOIN account a ON a.id = o.answered_by
            WHERE o.case_id = :case AND (:superior OR c.state = 'REJECTED' OR c.confirmed_at IS NOT NULL)
            ORDER BY o.id""";

    private final Jdbi jdbi;
    private final Days days;

    OpinionQueries(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /**
     * All opinions, in the order in which they were asked for; none for subordinates until the branch is listed or rejected.
     *
     * @param superior whether the reader stands above the township
     */
    List<OpinionRow> ofCase(long caseId, boolean superior) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_CASE).bind("case", caseId).bind("superior",
                superior).map((row, context) -> row(row, superior)).list());
    }

    private OpinionRow row(ResultSet row, boolean superior) throws SQLException {
        return new OpinionRow(row.getLong("id"), Department.valueOf(row.getString("department")),
                OpinionStatus.of(Columns.requiredDate(row, "due_on"), Columns.date(row, "answered_on"),
                        row.getTimestamp("closed_at") != null, days.today()),
                Columns.requiredDate(row, "due_on"), Columns.requiredInstant(row, "requested_at"),
                Columns.constant(row, "answer", Answer.class), row.getString("text"),
                Columns.date(row, "answered_on"), superior ? row.getString("display_name") : null);
    }
}
