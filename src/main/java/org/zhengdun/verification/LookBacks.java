package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Look-backs of the observation period, for the moves of the case; findings of former observations do not count. */
@ApplicationScoped
public class LookBacks {

    private static final String CURRENT = """
            FROM look_back l JOIN rectification_case c ON c.id = l.case_id
            WHERE l.case_id = :case AND NOT l.cancelled
              AND (l.recorded_at IS NULL OR l.recorded_at >= c.transformed_at)\s""";

    private final Jdbi jdbi;

    LookBacks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Plans the look-backs of an observation that begins. */
    public void schedule(long caseId, List<LocalDate> dueOn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO look_back (case_id, due_on) SELECT :case, unnest(:days)::date""").bind("case",
                caseId).bindArray("days", String.class,
                        dueOn.stream().map(LocalDate::toString).toList()).execute());
    }

    /** Drops what was not held when the observation ends early. */
    public void cancelOpen(long caseId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE look_back SET cancelled = true
                WHERE case_id = :case AND held_on IS NULL AND NOT cancelled""").bind("case", caseId).execute());
    }

    /** How many were not held yet. */
    public int pending(long caseId) {
        return count(caseId, "AND l.held_on IS NULL");
    }

    /** Due days of those that keep the case open: not held yet, or neither stable nor followed by a stable one. */
    public List<LocalDate> unsettled(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT l.due_on " + CURRENT + """
                AND l.result IS DISTINCT FROM 'STABLE' AND NOT (l.result IS NOT DISTINCT FROM 'SHAKY' AND EXISTS (
                    SELECT FROM look_back s WHERE s.case_id = l.case_id AND s.result = 'STABLE'
                      AND s.recorded_at > l.recorded_at))
                ORDER BY l.due_on, l.id""").bind("case", caseId).mapTo(LocalDate.class).list());
    }

    /** Whether one found a relapse. */
    public boolean relapsed(long caseId) {
        return count(caseId, "AND l.result = 'RELAPSED'") > 0;
    }

    private int count(long caseId, String condition) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) " + CURRENT + condition).bind("case", caseId).mapTo(
                        Integer.class).one());
    }
}
