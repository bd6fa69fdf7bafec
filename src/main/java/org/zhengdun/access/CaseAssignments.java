package org.zhengdun.access;

import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Roles held on single cases while an assignment runs, and the accounts of those who hold them. */
@ApplicationScoped
public class CaseAssignments {

    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Days days;

    CaseAssignments(Jdbi jdbi, Accounts accounts, Days days) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.days = days;
    }

    /** The account of the subject, made when there is none yet. */
    public long account(String issuer, String subject, String displayName) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO account (issuer, subject, display_name, created_at)
                VALUES (:issuer, :subject, :name, :now)
                ON CONFLICT (issuer, subject) DO UPDATE SET display_name = account.display_name
                RETURNING id""").bind("issuer", issuer).bind("subject", subject).bind("name", displayName).bind("now",
                days.now()).mapTo(Long.class).one());
    }

    /**
     * Lets the account hold the role on the case from then on; once is enough.
     *
     * @throws org.zhengdun.shared.problem.ProblemException when the account administers or audits the system
     */
    public void assign(long accountId, Role role, long caseId, int unitId, Instant from) {
        requireNoAdministrator(accountId, from);
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_assignment (account_id, case_id, role, unit_id, valid_from)
                SELECT :account, :case, :role, :unit, :from
                WHERE NOT EXISTS (SELECT FROM case_assignment WHERE account_id = :account AND case_id = :case
                                  AND role = :role AND valid_from <= :from AND valid_to IS NULL)""").bind("account",
                accountId).bind("case", caseId).bind("role", role.name()).bind("unit", unitId).bind("from",
                        from).execute());
    }

    private void requireNoAdministrator(long accountId, Instant from) {
        Instant now = days.now();
        Set<Role> held = accounts.held(accountId, from.isAfter(now) ? from : now, null);
        if (held.contains(Role.SYSADMIN) || held.contains(Role.AUDITOR)) {
            throw ProblemException.ruleViolated("administrators-apart");
        }
    }

    /** Ends what the account holds in the role on the case. */
    public void end(long accountId, Role role, long caseId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_assignment SET valid_to = :at
                WHERE account_id = :account AND case_id = :case AND role = :role
                  AND (valid_to IS NULL OR valid_to > :at)""").bind("account", accountId).bind("case", caseId).bind(
                "role", role.name()).bind("at", at).execute());
    }

    /** Ends what anybody holds in the role on the case. */
    public void endAll(Role role, long caseId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_assignment SET valid_to = :at
                WHERE case_id = :case AND role = :role AND (valid_to IS NULL OR valid_to > :at)""").bind("case",
                caseId).bind("role", role.name()).bind("at", at).execute());
    }
}
