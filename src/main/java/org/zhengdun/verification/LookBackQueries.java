package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/** Reads look-backs, and adds the one that a shaky finding asks for. */
@ApplicationScoped
class LookBackQueries {

    private final Jdbi jdbi;

    LookBackQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The day of the current transformation; empty when the case is not transformed. */
    Optional<LocalDate> transformedOn(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT transformed_at FROM rectification_case
                WHERE id = :case AND transformed_at IS NOT NULL""").bind("case", caseId).map(
                (row, context) -> LocalDate.ofInstant(Columns.requiredInstant(row, "transformed_at"),
                        Days.ZONE)).findOne());
    }

    /** Whether an open one is due on that day. */
    boolean isDueOn(long caseId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT FROM look_back WHERE case_id = :case AND NOT cancelled AND held_on IS NULL
                               AND due_on = :day)""").bind("case", caseId).bind("day", day).mapTo(
                Boolean.class).one());
    }

    List<LookBackRow> ofCase(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id, due_on, held_on, result, facts, follow_up_on, cancelled FROM look_back
                WHERE case_id = :case ORDER BY due_on, id""").bind("case", caseId).map(
                (row, context) -> new LookBackRow(row.getLong("id"),
                        Objects.requireNonNull(Columns.date(row, "due_on")), Columns.date(row, "held_on"),
                        Columns.constant(row, "result", LookBackResult.class), row.getString("facts"),
                        Columns.date(row, "follow_up_on"), row.getBoolean("cancelled"))).list());
    }
}
