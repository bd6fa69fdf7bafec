package org.zhengdun.verification;

import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;

/** Checks whose case ends before they do (docs/acceptance.md). */
@ApplicationScoped
public class UnfinishedChecks {

    private final AcceptanceChecks checks;
    private final Teams teams;
    private final Days days;

    UnfinishedChecks(AcceptanceChecks checks, Teams teams, Days days) {
        this.checks = checks;
        this.teams = teams;
        this.days = days;
    }

    /** Cancels those that still run, for the reason of the case; their teams lose it with the same transaction. */
    public void cancel(long caseId, String reason, Acting acting) {
        checks.running(caseId).forEach(check -> {
            check.cancel(reason, acting.accountId(), days.now());
            teams.dismiss(caseId, check.team());
        });
    }
}
