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
            SELECT count(*) FROM look_back l JOIN rectification_case c ON c.id = l.case_id
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

    /** How many were not held yet. */
    public int pending(long caseId) {
        return count(caseId, "AND l.held_on IS NULL");
    }

    /** How many were not held yet or found the branch not stable. */
    public int unstable(long caseId) {
        return count(caseId, "AND l.result IS DISTINCT FROM 'STABLE'");
    }

    /** Whether one found a relapse. */
    public boolean relapsed(long caseId) {
        return count(caseId, "AND l.result = 'RELAPSED'") > 0;
    }

    private int count(long caseId, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT + condition).bind("case", caseId).mapTo(
                Integer.class).one());
    }
}
