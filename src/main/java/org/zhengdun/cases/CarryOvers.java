package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.rounds.Round;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Mask;

/** The stored carry-overs and their accountability alerts; both are only ever added to. */
@ApplicationScoped
class CarryOvers {

    private static final String ADD = """
            INSERT INTO carry_over (case_id, years, from_round_id, from_year, to_round_id, to_year, former_deadline,
                                    deadline, reason, carried_at, carried_by)
            SELECT :case, 2 + count(*), :fromRound, :fromYear, :toRound, :toYear, :former, :deadline, :reason, change_instant(), :by
            FROM carry_over WHERE case_id = :case RETURNING years""";
    private static final String ROWS = """
            SELECT o.*, a.display_name AS carrier, t.raised_at, t.handling, t.handled_at, h.display_name AS handler
            FROM carry_over o JOIN account a ON a.id = o.carried_by
            LEFT JOIN accountability_alert t ON t.case_id = o.case_id AND t.years = o.years
            LEFT JOIN account h ON h.id = t.handled_by
            WHERE o.case_id = :case ORDER BY o.years""";

    private final Jdbi jdbi;

    CarryOvers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a carry-over fixes. */
    record Terms(Round target, LocalDate deadline, String reason) {}

    /** Stores the carry-over of the case as it still is, and answers in how many years it is counted now. */
    int add(RectificationCase subject, Terms terms, Acting acting) {
        return jdbi.withHandle(handle -> handle.createQuery(ADD).bind("case", subject.caseId()).bind("fromRound",
                subject.roundId()).bind("fromYear", subject.year()).bind("toRound", terms.target().id()).bind("toYear",
                        terms.target().year()).bind("former", subject.deadline()).bind("deadline",
                                terms.deadline()).bind("reason", terms.reason()).bind("by",
                                        acting.accountId()).mapTo(Integer.class).one());
    }

    void raiseAlert(long caseId, int years) {
        jdbi.useHandle(handle -> handle.createUpdate(
                "INSERT INTO accountability_alert (case_id, years, raised_at) VALUES (:case, :years, change_instant())").bind(
                        "case", caseId).bind("years", years).execute());
    }

    /** Whether there was an alert that waited to be handled. */
    boolean handleAlert(long caseId, int years, String handling, Acting acting, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE accountability_alert SET handling = :handling, handled_at = :now, handled_by = :by
                WHERE case_id = :case AND years = :years AND handled_at IS NULL""").bind("case", caseId).bind("years",
                years).bind("handling", handling).bind("now", now).bind("by", acting.accountId()).execute()) > 0;
    }

    /** The carry-overs of a case, oldest first. */
    List<CarryOverRow> ofCase(long caseId, boolean masked) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS).bind("case", caseId).map(
                (row, context) -> row(row, masked)).list());
    }

    private static CarryOverRow row(ResultSet row, boolean masked) throws SQLException {
        return new CarryOverRow(row.getInt("years"), row.getLong("from_round_id"), row.getInt("from_year"),
                row.getLong("to_round_id"), row.getInt("to_year"), Columns.date(row, "former_deadline"),
                Columns.requiredDate(row, "deadline"), masked ? null : row.getString("reason"),
                Columns.requiredInstant(row, "carried_at"), masked ? Mask.TEXT : row.getString("carrier"),
                alert(row, masked));
    }

    private static CarryOverRow.@Nullable Alert alert(ResultSet row, boolean masked) throws SQLException {
        Instant raised = Columns.instant(row, "raised_at");
        return raised == null
                ? null
                : new CarryOverRow.Alert(raised, masked ? null : row.getString("handling"),
                        Columns.instant(row, "handled_at"), masked ? null : row.getString("handler"));
    }
}
