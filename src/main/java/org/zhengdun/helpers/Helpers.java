package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.access.CaseAssignments;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** What the life of a case asks of its helpers. */
@ApplicationScoped
public class Helpers {

    private final Jdbi jdbi;
    private final CaseAssignments assignments;
    private final Days days;

    Helpers(Jdbi jdbi, CaseAssignments assignments, Days days) {
        this.jdbi = jdbi;
        this.assignments = assignments;
        this.days = days;
    }

    /** The kinds of the template without a running assignment that has begun, in the order of the template. */
    public List<String> missingKinds(long caseId, List<String> templateKinds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT t.kind FROM unnest(:kinds) WITH ORDINALITY t(kind, place)
                WHERE NOT EXISTS (SELECT FROM helper_assignment h
                                  WHERE h.case_id = :case AND h.kind = t.kind AND h.until IS NULL
                                    AND h.since <= :today)
                ORDER BY t.place""").bind("case", caseId).bind("today", days.today()).bindArray("kinds", String.class,
                templateKinds).mapTo(
                        String.class).list());
    }

    /** Ends all running assignments when the case ends; one that has not begun is withdrawn. */
    public void releaseAll(long caseId, LocalDate until, Acting acting) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE helper_assignment
                SET until = :until, released_by = :account, released_at = :now
                WHERE case_id = :case AND until IS NULL""").bind("case", caseId).bind("until", until).bind("account",
                acting.accountId()).bind("now", days.now()).execute());
        assignments.endAll(Role.HELPER, caseId, days.now());
    }
}
