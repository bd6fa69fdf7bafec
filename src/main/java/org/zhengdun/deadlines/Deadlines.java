package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;

/**
 * The one keeper of due dates (docs/deadlines.md). Each verb is one statement that also leaves the history row; the database
 * copies the date to where lists sort by it, and a request to move a date that ends or is set anew is cancelled. Runs inside the transaction of the verb it serves.
 */
@ApplicationScoped
public class Deadlines {

    private static final String SET = """
            WITH place AS (
                SELECT responsible_unit_id AS unit_id, ancestors FROM rectification_case WHERE id = :case::bigint
                UNION ALL
                SELECT id, ancestors FROM org_unit WHERE :case::bigint IS NULL AND id = :unit::integer),
            former AS (SELECT id, due_on FROM deadline WHERE kind = :kind AND subject_id = :subject),
            dropped AS (UPDATE extension SET state = 'CANCELLED', closed_at = :now
                        WHERE state = 'PENDING' AND deadline_id IN (SELECT id FROM former)),
            stored AS (
                INSERT INTO deadline AS d (kind, subject_id, case_id, unit_id, ancestors, starts_on, budget, budget_unit,
                    calendars, provisional, original_due_on, base_on, warn_days, state, opened_at, changed_at)
                SELECT :kind, :subject, :case::bigint, unit_id, ancestors, :starts, :budget::integer, :budgetUnit::text,
                    :calendars, :provisional, :due::date, :due::date, :warn, 'OPEN', :now, :now
                FROM place
                ON CONFLICT ON CONSTRAINT one_deadline_per_subject DO UPDATE SET starts_on = excluded.starts_on,
                    budget = excluded.budget, budget_unit = excluded.budget_unit, calendars = excluded.calendars,
                    provisional = excluded.provisional, base_on = excluded.base_on, warn_days = excluded.warn_days,
                    original_due_on = CASE WHEN :redraft THEN excluded.original_due_on
                                           ELSE coalesce(d.original_due_on, excluded.original_due_on) END,
                    paused_days = 0, extensions = 0, suspended_since = NULL, resumes_on = NULL, state = 'OPEN',
                    ended_on = NULL, changed_at = excluded.changed_at
                RETURNING d.id, d.due_on)
            INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at, account_id, reason)
            SELECT s.id, 'SET', f.due_on, s.due_on, change_instant(), :by::bigint, :reason::text
            FROM stored s LEFT JOIN former f ON true""";

    private static final String END = """
            WITH ended AS (UPDATE deadline SET state = :state, ended_on = :on, changed_at = :now
                           WHERE state = 'OPEN' AND %s RETURNING id, due_on),
            dropped AS (UPDATE extension SET state = 'CANCELLED', closed_at = :now
                        WHERE state = 'PENDING' AND deadline_id IN (SELECT id FROM ended))
            INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at, account_id, reason)
            SELECT id, :state, due_on, due_on, change_instant(), :by::bigint, :reason::text FROM ended""";
    private static final String END_ONE = END.formatted("kind = :kind AND subject_id = :subject");
    private static final String END_CASE = END.formatted("case_id = :case");
    private static final String END_KIND = END.formatted("case_id = :case AND kind = :kind");

    private static final String REOPEN = """
            WITH running AS (UPDATE deadline SET state = 'OPEN', ended_on = NULL, changed_at = :now
                             WHERE state <> 'OPEN' AND kind = :kind AND subject_id = :subject RETURNING id, due_on)
            INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at, account_id, reason)
            SELECT id, 'REOPENED', due_on, due_on, change_instant(), :by::bigint, :reason::text FROM running""";

    private static final String MOVED = "SELECT EXISTS (SELECT FROM deadline d WHERE d.kind = :kind AND d.subject_id = :subject AND "
            + GrantedBefore.sql("d") + ")";

    private final Jdbi jdbi;
    private final DueDates dates;
    private final DeadlineQueries queries;
    private final Days days;

    Deadlines(Jdbi jdbi, DueDates dates, DeadlineQueries queries, Days days) {
        this.jdbi = jdbi;
        this.dates = dates;
        this.queries = queries;
        this.days = days;
    }

    /** Opens the deadline; one that exists gets the new date, keeps its original one and runs again if it had ended. */
    public void set(Obligation obligation, Term term, Note note) {
        store(obligation, term, note, false);
    }

    /** As {@link #set}, for terms that are still being written: the new date becomes the original one. */
    public void redraft(Obligation obligation, Term term, Note note) {
        store(obligation, term, note, true);
    }

    /** The obligation is fulfilled. */
    public void meet(DeadlineKind kind, long subjectId, LocalDate on, Note note) {
        end(END_ONE, new End(kind, subjectId, 0, DeadlineState.MET, on), note);
    }

    /** The obligation falls away. */
    public void cancel(DeadlineKind kind, long subjectId, Note note) {
        end(END_ONE, new End(kind, subjectId, 0, DeadlineState.CANCELLED, days.today()), note);
    }

    /** What is still open of one kind in a case falls away. */
    public void cancelKind(DeadlineKind kind, long caseId, Note note) {
        end(END_KIND, new End(kind, 0, caseId, DeadlineState.CANCELLED, days.today()), note);
    }

    /** Everything that is still open in a case falls away. */
    public void cancelAll(long caseId, Note note) {
        end(END_CASE, new End(DeadlineKind.CASE, 0, caseId, DeadlineState.CANCELLED, days.today()), note);
    }

    /** The obligation was not fulfilled after all and runs on with its date. */
    public void reopen(DeadlineKind kind, long subjectId, Note note) {
        jdbi.useHandle(handle -> handle.createUpdate(REOPEN).bind("kind", kind.name()).bind("subject", subjectId).bind(
                "now", days.now()).bind("by", note.accountId()).bind("reason", note.reason()).execute());
    }

    /** Whether an extension or a suspension was ever granted for it. */
    public boolean wasMovedOnRequest(DeadlineKind kind, long subjectId) {
        return jdbi.withHandle(handle -> handle.createQuery(MOVED).bind("kind", kind.name()).bind("subject",
                subjectId).mapTo(Boolean.class).one());
    }

    /** The date that the term gives at the place; null when it gives none. */
    public @Nullable LocalDate dueOn(Term term, int[] place) {
        return dates.of(term, place).on();
    }

    /**
     * All deadlines of a case at a moment, ended ones among them.
     *
     * @param masked whether reasons are hidden
     */
    public List<DeadlineDetail> ofCase(long caseId, boolean masked, AsOf asOf) {
        return queries.ofCase(caseId, masked, asOf);
    }

    private record End(DeadlineKind kind, long subjectId, long caseId, DeadlineState state, LocalDate on) {}

    private void end(String sql, End end, Note note) {
        jdbi.useHandle(handle -> handle.createUpdate(sql).bind("kind", end.kind().name()).bind("subject",
                end.subjectId()).bind("case", end.caseId()).bind("state", end.state().name()).bind("on",
                        end.on()).bind("now", days.now()).bind("by", note.accountId()).bind("reason",
                                note.reason()).execute());
    }

    private void store(Obligation obligation, Term term, Note note, boolean redraft) {
        Due due = dates.of(term, obligation);
        jdbi.useHandle(handle -> handle.createUpdate(SET).bind("case", obligation.caseId()).bind("unit",
                obligation.unitId()).bind("kind", obligation.kind().name()).bind("subject",
                        obligation.subjectId()).bind("starts", term.startsOn()).bind("budget", budget(term)).bind(
                                "budgetUnit", budgetUnit(term)).bindArray("calendars", Long.class,
                                        due.calendars()).bind("provisional", due.provisional()).bind("due",
                                                due.on()).bind("warn", obligation.warnDays()).bind("redraft",
                                                        redraft).bind("now", days.now()).bind("by",
                                                                note.accountId()).bind("reason",
                                                                        note.reason()).execute());
    }

    private static @Nullable Integer budget(Term term) {
        return term instanceof Term.Within within ? within.days() : null;
    }

    private static @Nullable String budgetUnit(Term term) {
        return term instanceof Term.Within within ? within.unit().name() : null;
    }
}
