package org.zhengdun.access;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;

/**
 * Who took part in a case never verifies it, and an inspector takes no other part. The triggers on
 * {@code case_participant} keep the same rule against racing requests.
 */
@ApplicationScoped
public class Separation {

    private static final String PARTS = """
            SELECT p.part FROM case_participant p JOIN account a ON a.id = p.account_id
            WHERE p.case_id = :case AND a.issuer = :issuer AND a.subject = ANY(:subjects)""";

    private final Jdbi jdbi;

    Separation(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Refuses inspectors of whom one proposed, executed or helped in the case, now or formerly. */
    public void requireInspectorsApart(long caseId, String issuer, Collection<String> subjects) {
        List<String> parts = parts(caseId, issuer, subjects);
        if (parts.contains("HELPER")) {
            throw ProblemException.ruleViolated("helper-is-not-inspector");
        }
        if (parts.stream().anyMatch(part -> !part.equals("INSPECTOR"))) {
            throw ProblemException.ruleViolated("participant-is-not-inspector");
        }
    }

    /** Refuses another part for somebody who is or was an inspector of the case. */
    public void requireNoInspector(long caseId, String issuer, String subject) {
        if (parts(caseId, issuer, List.of(subject)).contains("INSPECTOR")) {
            throw ProblemException.ruleViolated("inspector-takes-no-other-part");
        }
    }

    private List<String> parts(long caseId, String issuer, Collection<String> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery(PARTS).bind("case", caseId).bind("issuer",
                issuer).bindArray("subjects", String.class, subjects).mapTo(String.class).list());
    }
}
