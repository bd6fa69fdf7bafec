package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/** Moves the dates of running deadlines: extended, suspended, resumed; each with its history row. */
@ApplicationScoped
class Clocks {

    private static final String FIND = """
            SELECT d.id, d.kind, d.state, d.due_on, d.resumes_on, d.extensions,
                (SELECT count(*) FROM deadline_change h WHERE h.deadline_id = d.id AND h.kind = 'SUSPENDED' AND h.id > (
                    SELECT max(s.id) FROM deadline_change s WHERE s.deadline_id = d.id AND s.kind = 'SET')) AS suspensions,
                %s AS granted_before, c.due_on AS case_due_on
            FROM deadline d LEFT JOIN deadline c ON c.kind = 'CASE' AND c.subject_id = d.case_id
            WHERE d.id = :id AND d.case_id = :case""".formatted(
            GrantedBefore.sql("d"));
    private static final String MEASURES_AFTER = """
            SELECT subject_id, due_on FROM deadline
            WHERE case_id = :case AND kind = 'MEASURE' AND state = 'OPEN' AND due_on > :day ORDER BY due_on, id""";
    private static final String HISTORY = """
            INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, days, at, account_id, reason)
            SELECT m.id, :change, f.due_on, m.due_on, :days::integer, change_instant(), :by::bigint, :reason::text
            FROM moved m, former f""";
    private static final String MOVE = """
            WITH former AS (SELECT due_on FROM deadline WHERE id = :id),
            moved AS (UPDATE deadline SET %s, changed_at = :now WHERE id = :id RETURNING id, due_on)
            """ + HISTORY;
    private static final String EXTEND = MOVE.formatted("""
            base_on = :day, paused_days = 0, extensions = extensions + 1, provisional = false,
            suspended_since = NULL, resumes_on = NULL""");
    private static final String SUSPEND = MOVE.formatted(
            "paused_days = paused_days + :days, suspended_since = :today, resumes_on = :day");
    private static final String RESUME = MOVE.formatted("paused_days = paused_days + :days, resumes_on = :day");

    private final Jdbi jdbi;
    private final Days days;

    Clocks(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    Optional<RunningClock> find(long deadlineId, long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND).bind("id", deadlineId).bind("case", caseId).map(
                (row, context) -> clock(row)).findOne());
    }

    /** A measure and its last day. */
    record DueMeasure(long measureId, LocalDate dueOn) {}

    /** The open measures of the case that end after the day. */
    List<DueMeasure> measuresAfter(long caseId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(MEASURES_AFTER).bind("case", caseId).bind("day", day).map(
                (row, context) -> new DueMeasure(row.getLong("subject_id"),
                        Columns.requiredDate(row, "due_on"))).list());
    }

    void extend(long deadlineId, LocalDate newDueOn, Note note) {
        move(EXTEND, new Move(deadlineId, ChangeKind.EXTENDED, newDueOn, null), note);
    }

    void suspend(long deadlineId, LocalDate resumesOn, Note note) {
        move(SUSPEND, new Move(deadlineId, ChangeKind.SUSPENDED, resumesOn,
                (int) days.today().until(resumesOn, ChronoUnit.DAYS)), note);
    }

    /** Lets a stopped clock run again today and gives the days left of the suspension back. */
    void resume(long deadlineId, LocalDate plannedOn, Note note) {
        LocalDate today = days.today();
        move(RESUME, new Move(deadlineId, ChangeKind.RESUMED, today,
                (int) plannedOn.until(today, ChronoUnit.DAYS)), note);
    }

    private record Move(long deadlineId, ChangeKind kind, LocalDate day,
            @Nullable Integer days) {}

    private void move(String sql, Move move, Note note) {
        jdbi.useHandle(handle -> handle.createUpdate(sql).bind("id", move.deadlineId()).bind("change",
                move.kind().name()).bind("day", move.day()).bind("days", move.days()).bind("today",
                        days.today()).bind("now", days.now()).bind("by", note.accountId()).bind("reason",
                                note.reason()).execute());
    }

    private static RunningClock clock(ResultSet row) throws SQLException {
        return new RunningClock(row.getLong("id"), DeadlineKind.valueOf(row.getString("kind")),
                DeadlineState.valueOf(row.getString("state")), Columns.date(row, "due_on"),
                Columns.date(row, "resumes_on"), row.getInt("extensions"),
                row.getInt("suspensions"), row.getBoolean("granted_before"), Columns.date(row, "case_due_on"));
    }
}
