package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;

/** Reads requests to move deadlines. */
@ApplicationScoped
class ExtensionQueries {

    private static final String SELECT = """
            SELECT x.*, d.kind AS deadline_kind, d.subject_id, r.display_name AS requester, a.display_name AS decider
            FROM extension x JOIN deadline d ON d.id = x.deadline_id JOIN account r ON r.id = x.requested_by
            LEFT JOIN account a ON a.id = x.decided_by WHERE\s""";

    private final Jdbi jdbi;

    ExtensionQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<ExtensionRow> ofCase(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "x.case_id = :case ORDER BY x.id").bind("case",
                caseId).map((row, context) -> row(row)).list());
    }

    ExtensionRow byId(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "x.id = :id").bind("id", id).map(
                (row, context) -> row(row)).one());
    }

    private static ExtensionRow row(ResultSet row) throws SQLException {
        return new ExtensionRow(row.getLong("id"), ExtensionKind.valueOf(row.getString("kind")),
                row.getLong("deadline_id"),
                DeadlineKind.valueOf(row.getString("deadline_kind")), row.getLong("subject_id"),
                ExtensionState.valueOf(row.getString("state")), row.getString("reason"), row.getString("progress"),
                Columns.requiredDate(row, "old_due_on"), Columns.date(row, "new_due_on"),
                Columns.date(row, "resumes_on"),
                row.getString("requester"), Columns.requiredInstant(row, "requested_at"), row.getString("decider"),
                row.getString("decision_reason"), Columns.instant(row, "closed_at"));
    }
}
