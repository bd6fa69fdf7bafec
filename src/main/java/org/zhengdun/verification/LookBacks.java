package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.deadlines.Obligation;
import org.zhengdun.deadlines.Term;
import org.zhengdun.shared.time.Days;

/** Look-backs of the observation period, for the moves of the case; findings of former observations do not count. */
@ApplicationScoped
public class LookBacks {

    private static final String CURRENT = """
            FROM look_back l JOIN rectification_case c ON c.id = l.case_id
            WHERE l.case_id = :case AND NOT l.cancelled
              AND (l.recorded_at IS NULL OR l.recorded_at >= c.transformed_at)\s""";

    private final Jdbi jdbi;
    private final Deadlines deadlines;
    private final Days days;

    LookBacks(Jdbi jdbi, Deadlines deadlines, Days days) {
        this.jdbi = jdbi;
        this.deadlines = deadlines;
        this.days = days;
    }

    /** Plans the look-backs of an observation that begins today. */
    public void schedule(long caseId, List<LocalDate> dueOn, int warnDays) {
        for (LocalDate day : dueOn) {
            long id = jdbi.withHandle(handle -> handle.createQuery(
                    "INSERT INTO look_back (case_id, due_on) VALUES (:case, :day) RETURNING id").bind("case",
                            caseId).bind("day", day).mapTo(Long.class).one());
            deadlines.set(Obligation.ofCase(DeadlineKind.LOOK_BACK, id, caseId, warnDays),
                    new Term.Until(days.today(), day), Note.byRule());
        }
    }

    /** Drops what was not held when the observation ends early. */
    public void cancelOpen(long caseId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE look_back SET cancelled = true
                WHERE case_id = :case AND held_on IS NULL AND NOT cancelled""").bind("case", caseId).execute());
        deadlines.cancelKind(DeadlineKind.LOOK_BACK, caseId, Note.byRule());
    }

    /** Due days of those that keep the case open: not held yet, or neither stable nor followed by a stable one. */
    public List<LocalDate> unsettled(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT l.due_on " + CURRENT
                + "AND NOT is_settled(l) ORDER BY l.due_on, l.id").bind("case", caseId).mapTo(LocalDate.class).list());
    }

    /** Those that found a relapse. */
    public List<Relapse> relapses(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT l.id, l.facts " + CURRENT
                + "AND l.result = 'RELAPSED' ORDER BY l.id").bind("case", caseId).map(
                        (row, context) -> new Relapse(row.getLong("id"), row.getString("facts"))).list());
    }

    /** What a look-back found of a branch that fell back. */
    public record Relapse(long lookBackId, String facts) {

        /** How what it found names where it comes from. */
        public String source() {
            return "LOOK_BACK:" + lookBackId;
        }
    }
}
