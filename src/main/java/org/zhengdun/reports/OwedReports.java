package org.zhengdun.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.deadlines.Obligation;
import org.zhengdun.deadlines.Term;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/**
 * Which reports are owed: for each round and month by each township that has a listed case which has not ended. The
 * inserted row is the claim, so that any number of replicas opens each report once.
 */
@ApplicationScoped
class OwedReports {

    private static final String OWED = """
            WITH reporting AS (
                SELECT c.round_id, t.id AS unit_id,
                    min((coalesce(c.confirmed_at, c.created_at) AT TIME ZONE 'Asia/Shanghai')::date) AS since
                FROM rectification_case c CROSS JOIN LATERAL unnest(c.ancestors) place(id)
                JOIN org_unit t ON t.id = place.id AND t.kind = 'TOWNSHIP'
                WHERE c.state NOT IN ('NOMINATED', 'UNDER_REVIEW', 'RETURNED', 'REJECTED', 'CLOSED', 'CANCELLED') %s
                GROUP BY c.round_id, t.id)
            SELECT o.round_id, o.unit_id, owed.month::date AS month
            FROM reporting o
            CROSS JOIN LATERAL (
                SELECT max(r.month) AS month FROM monthly_report r
                WHERE r.unit_id = o.unit_id AND r.round_id = o.round_id) last
            CROSS JOIN LATERAL generate_series(
                greatest(coalesce(last.month + interval '1 month', date_trunc('month', :today::timestamp)),
                         date_trunc('month', o.since::timestamp)),
                date_trunc('month', :today::timestamp), interval '1 month') owed(month)
            ORDER BY o.unit_id, o.round_id, owed.month""";
    private static final String ALL = OWED.formatted("");
    private static final String ONE = OWED.formatted("AND c.round_id = :round AND t.id = :unit");

    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Deadlines deadlines;
    private final Days days;

    OwedReports(Jdbi jdbi, Rounds rounds, Deadlines deadlines, Days days) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.days = days;
    }

    /** A report that is owed and not yet opened. */
    record Owed(long roundId, int unitId, YearMonth month) {}

    /** All of them; months that nobody looked at are made up for. */
    List<Owed> all(LocalDate today) {
        return read(ALL, today, null, null);
    }

    /** The report if it is opened, or owed and opened now. */
    Optional<Long> report(Owed wanted) {
        read(ONE, days.today(), wanted.roundId(), wanted.unitId()).forEach(this::open);
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id FROM monthly_report WHERE unit_id = :unit AND round_id = :round AND month = :month").bind(
                        "unit", wanted.unitId()).bind("round", wanted.roundId()).bind("month",
                                ReportMonth.day(wanted.month())).mapTo(Long.class).findOne());
    }

    /** Opens the report with its deadline unless somebody has. */
    void open(Owed owed) {
        Settings rules = rounds.byId(owed.roundId()).settings();
        LocalDate month = ReportMonth.day(owed.month());
        LocalDate dueOn = rules.reports().dueOn(owed.month());
        Optional<Long> opened = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at)
                SELECT :round, id, ancestors, :month, :due, :red, :now FROM org_unit WHERE id = :unit
                ON CONFLICT ON CONSTRAINT one_report_per_month DO NOTHING RETURNING id""").bind("round",
                owed.roundId()).bind("unit", owed.unitId()).bind("month", month).bind("due", dueOn).bind("red",
                        rules.reports().missedForRed()).bind("now", days.now()).mapTo(Long.class).findOne());
        opened.ifPresent(id -> deadlines.set(Obligation.ofUnit(DeadlineKind.REPORT, id, owed.unitId(),
                rules.deadlines().yellowDaysPart()), new Term.Until(month, dueOn), Note.byRule()));
    }

    private List<Owed> read(String sql, LocalDate today, @Nullable Long round, @Nullable Integer unit) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("today", today).bind("round", round).bind("unit",
                unit).map(
                        (row, context) -> new Owed(row.getLong("round_id"), row.getInt("unit_id"),
                                YearMonth.from(Columns.requiredDate(row, "month")))).list());
    }
}
