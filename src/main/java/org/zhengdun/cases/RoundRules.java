package org.zhengdun.cases;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.deadlines.RuleSource;
import org.zhengdun.helpers.ReleaseRule;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.settings.DeadlineRules;
import org.zhengdun.settings.Settings;
import org.zhengdun.verification.GateSource;

/** What the settings snapshot of its round rules for a case. */
@ApplicationScoped
class RoundRules implements GateSource, ReleaseRule, RuleSource {

    private final Cases cases;
    private final Rounds rounds;

    RoundRules(Cases cases, Rounds rounds) {
        this.cases = cases;
        this.rounds = rounds;
    }

    @Override
    public AcceptanceGates of(long caseId) {
        return settings(caseId).acceptance();
    }

    @Override
    public DeadlineRules deadlineRules(long caseId) {
        return settings(caseId).deadlines();
    }

    @Override
    public int shakyLookBackMonths(long caseId) {
        return settings(caseId).shakyLookBackMonths();
    }

    @Override
    public Set<String> releasingStates(long caseId) {
        return switch (settings(caseId).releaseHelpersWhen()) {
            case TRANSFORMED -> Set.of(CaseState.TRANSFORMED.name(), CaseState.CLOSED.name(),
                    CaseState.CANCELLED.name());
            case CLOSED -> Set.of(CaseState.CLOSED.name(), CaseState.CANCELLED.name());
        };
    }

    @Override
    public int visitGraceDays(long caseId) {
        return settings(caseId).visitGraceDays();
    }

    private Settings settings(long caseId) {
        return rounds.byId(cases.findById(caseId).roundId()).settings();
    }
}
