package org.zhengdun.verification;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;

/** Reads look-backs. */
@ApplicationScoped
class LookBackQueries {

    private final Jdbi jdbi;

    LookBackQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<LookBackRow> ofCase(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, due_on, held_on, result, facts, cancelled FROM look_back
                WHERE case_id = :case ORDER BY due_on, id""").bind("case", caseId).map(
                (row, context) -> new LookBackRow(row.getLong("id"),
                        Objects.requireNonNull(Columns.date(row, "due_on")), Columns.date(row, "held_on"),
                        Columns.constant(row, "result", LookBackResult.class), row.getString("facts"),
                        row.getBoolean("cancelled"))).list());
    }
}
