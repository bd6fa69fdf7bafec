package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.settings.BudgetUnit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.Grouped;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Language;

/** Reads deadlines with their history in one statement. */
@ApplicationScoped
class DeadlineQueries {

    private static final String OF_CASE = """
            SELECT deadline.id, deadline.kind, subject_id, state, original_due_on, due_on, warn_on, resumes_on, ended_on,
                   starts_on, budget, budget_unit, calendars, provisional,
                   h.kind AS change, h.old_due_on, h.new_due_on, h.days, h.at, h.reason
            FROM %s JOIN deadline_change h ON h.deadline_id = deadline.id %s
            WHERE deadline.case_id = :case ORDER BY deadline.id, h.id""";
    private static final String UNTIL_THEN = "AND h.at <= :asOf";

    private final Jdbi jdbi;
    private final Language language;
    private final Days days;

    DeadlineQueries(Jdbi jdbi, Language language, Days days) {
        this.jdbi = jdbi;
        this.language = language;
        this.days = days;
    }

    List<DeadlineDetail> ofCase(long caseId, boolean masked, AsOf asOf) {
        String sql = OF_CASE.formatted(asOf.rows("deadline"), asOf.isPast() ? UNTIL_THEN : "");
        LocalDate day = asOf.day(days.today());
        Map<Long, List<Line>> lines = jdbi.withHandle(handle -> Grouped.by(
                handle.createQuery(sql).bind("case", caseId).bind("asOf", asOf.instant()), "id",
                row -> new Line(detail(row, day), change(row, masked))));
        return lines.values().stream().map(
                of -> of.getFirst().bare().with(of.stream().map(Line::change).toList())).toList();
    }

    private record Line(DeadlineDetail bare, DeadlineDetail.Changed change) {}

    private DeadlineDetail detail(ResultSet row, LocalDate today) throws SQLException {
        DeadlineState state = DeadlineState.valueOf(row.getString("state"));
        LocalDate dueOn = Columns.date(row, "due_on");
        LocalDate resumesOn = Columns.date(row, "resumes_on");
        Lateness lateness = new Lateness(state == DeadlineState.OPEN, dueOn, Columns.date(row, "warn_on"), resumesOn);
        Optional<Signal> signal = lateness.signal(today);
        return new DeadlineDetail(row.getLong("id"), DeadlineKind.valueOf(row.getString("kind")),
                row.getLong("subject_id"), state, Columns.date(row, "original_due_on"), dueOn,
                Columns.date(row, "ended_on"), Lateness.isSuspended(resumesOn, today) ? resumesOn : null,
                lateness.isOverdue(today), signal.map(Signal::light).orElse(null),
                signal.map(Signal::reason).map(language::refusal).orElse(null), basis(row), List.of());
    }

    private static DueBasis basis(ResultSet row) throws SQLException {
        return new DueBasis(Columns.requiredDate(row, "starts_on"), Columns.integer(row, "budget"),
                Columns.constant(row, "budget_unit", BudgetUnit.class), null,
                List.of((Long[]) row.getArray("calendars").getArray()), row.getBoolean("provisional"), List.of());
    }

    private static DeadlineDetail.Changed change(ResultSet row, boolean masked) throws SQLException {
        return new DeadlineDetail.Changed(ChangeKind.valueOf(row.getString("change")),
                Columns.date(row, "old_due_on"), Columns.date(row, "new_due_on"), Columns.integer(row, "days"),
                Columns.requiredInstant(row, "at"), masked ? null : row.getString("reason"));
    }
}
