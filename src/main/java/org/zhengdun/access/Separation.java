package org.zhengdun.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;

/**
 * Who took part in a case never verifies it, and who verifies it takes no other part (docs/domain.md section 5). The
 * triggers on {@code case_participant} keep the same rule against racing requests.
 */
@ApplicationScoped
public class Separation {

    private static final String INSPECTOR = "INSPECTOR";
    private static final String PARTS = """
            SELECT p.part FROM case_participant p JOIN account a ON a.id = p.account_id
            WHERE p.case_id = :case AND a.issuer = :issuer AND a.subject = ANY(:subjects)""";

    private final Jdbi jdbi;

    Separation(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Refuses inspectors of whom one worked on the case or belongs to the branch, now or formerly. */
    public void requireInspectorsApart(long caseId, String issuer, Collection<String> subjects) {
        parts(caseId, issuer, subjects).stream().filter(part -> !part.equals(INSPECTOR)).map(
                Separation::rule).sorted().findFirst().ifPresent(rule -> {
                    throw ProblemException.ruleViolated(rule);
                });
    }

    /** How many of those who verify or verified the case hold this branch. */
    public int inspectorsIn(long caseId, int branchId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM case_participant p
                WHERE p.case_id = :case AND p.part = 'INSPECTOR'
                  AND p.account_id IN (SELECT members_of_branch(:branch))""").bind("case", caseId).bind("branch",
                branchId).mapTo(Integer.class).one());
    }

    /** Refuses another part for somebody who verifies or verified the case. */
    public void requireNoInspector(long caseId, String issuer, String subject) {
        if (parts(caseId, issuer, List.of(subject)).contains(INSPECTOR)) {
            throw ProblemException.ruleViolated("inspector-takes-no-other-part");
        }
    }

    /** Those of the cases that this person verifies or verified, and so takes no other part in. */
    public Set<Long> inspected(String issuer, String subject, Collection<Long> cases) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT p.case_id FROM case_participant p JOIN account a ON a.id = p.account_id
                WHERE p.part = 'INSPECTOR' AND a.issuer = :issuer AND a.subject = :subject
                  AND p.case_id = ANY(:cases)""").bind("issuer", issuer).bind("subject", subject).bindArray("cases",
                Long.class, cases).mapTo(Long.class).set());
    }

    /** The accounts that may not verify the case, each with the rule that keeps it out. */
    public Map<Long, String> barred(long caseId) {
        Map<Long, String> barred = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT account_id, part FROM case_participant WHERE case_id = :case AND part <> 'INSPECTOR'""").bind(
                "case", caseId).map(
                        (row, context) -> barred.put(row.getLong("account_id"),
                                rule(row.getString("part")))).list());
        return barred;
    }

    private static String rule(String part) {
        return switch (part) {
            case "HELPER" -> "helper-is-not-inspector";
            case "BRANCH_MEMBER" -> "branch-member-is-not-inspector";
            default -> "participant-is-not-inspector";
        };
    }

    private List<String> parts(long caseId, String issuer, Collection<String> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery(PARTS).bind("case", caseId).bind("issuer",
                issuer).bindArray("subjects", String.class, subjects).mapTo(String.class).list());
    }
}
