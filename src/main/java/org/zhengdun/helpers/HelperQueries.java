package org.zhengdun.helpers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.persistence.Columns;

/** Reads helpers. */
@ApplicationScoped
class HelperQueries {

    private final Jdbi jdbi;

    HelperQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<HelperRow> ofCase(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, kind, person, post, unit, account_id, since, until, release_reason
                FROM helper_assignment WHERE case_id = :case ORDER BY id""").bind("case", caseId).map(
                HelperQueries::row).list());
    }

    private static HelperRow row(ResultSet row, StatementContext context) throws SQLException {
        return new HelperRow(row.getLong("id"), HelperKind.valueOf(row.getString("kind")), row.getString("person"),
                row.getString("post"), row.getString("unit"), Columns.number(row, "account_id") != null,
                Objects.requireNonNull(Columns.date(row, "since")), Columns.date(row, "until"),
                row.getString("release_reason"));
    }
}
