package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.verification.GateResult.Name;

/** Everything a check is judged by: the pinned items, the answers, the ballots. */
record CheckSheet(List<ChecklistItem> items, Map<String, Answer> answers, Turnout turnout,
        Map<Aspect, Ballots> ballots) {

    Scorecard scorecard() {
        return Scorecard.of(items, answers);
    }

    PopularAssessment assessment() {
        return PopularAssessment.of(turnout, ballots);
    }

    /** Every gate, passed or not. */
    List<GateResult> judge(AcceptanceGates gates) {
        Scorecard scorecard = scorecard();
        Ballots overall = PopularAssessment.overall(ballots);
        return List.of(GateResult.atLeast(Name.SCORE, gates.passScore(), scorecard.total()),
                GateResult.atLeast(Name.SATISFACTION, gates.minSatisfiedPercent(), overall.satisfaction()),
                GateResult.atMost(Name.DISSATISFACTION, gates.maxDissatisfiedPercent(), overall.dissatisfaction()),
                GateResult.countAtLeast(Name.RATERS, gates.minRaters(), overall.valid()),
                GateResult.atLeast(Name.PARTY_MEMBERS, gates.minPartyMemberPercent(), turnout.partyMemberShare()),
                GateResult.none(Name.VETO, scorecard.vetoes().size()));
    }

    boolean passes(AcceptanceGates gates) {
        return judge(gates).stream().allMatch(GateResult::passed);
    }

    /** What keeps the check from being completed, with pointers to item codes and ballot fields. */
    List<Invalid> missing(AcceptanceGates gates) {
        List<Invalid> missing = new ArrayList<>();
        for (ChecklistItem item : items) {
            Answer answer = answers.getOrDefault(item.code(), Answer.NONE);
            if (!answer.answers(item)) {
                missing.add(Invalid.of("/items/" + item.code(), "check.unanswered", item.code()));
            } else if (item.evidenceNeeded() && !answer.notApplicable() && !answer.hasEvidence()) {
                missing.add(Invalid.of("/items/" + item.code() + "/evidence", "check.evidence-missing", item.code()));
            }
        }
        addMissingBallots(gates, missing);
        return missing;
    }

    /** Codes of triggered vetoes and of items that earned a smaller share than the check as a whole must earn. */
    List<String> failedItems(AcceptanceGates gates) {
        return items.stream().filter(item -> fails(item, gates)).map(ChecklistItem::code).toList();
    }

    private boolean fails(ChecklistItem item, AcceptanceGates gates) {
        Answer answer = answers.getOrDefault(item.code(), Answer.NONE);
        if (item.veto()) {
            return answer.triggersVeto();
        }
        return !answer.notApplicable() && item.points() > 0
                && !new Fraction(answer.earned(), BigDecimal.valueOf(item.points())).isAtLeast(gates.passScore());
    }

    private void addMissingBallots(AcceptanceGates gates, List<Invalid> missing) {
        if (!ballots.containsKey(Aspect.OVERALL)) {
            missing.add(Invalid.of("/ballots", "check.ballots-missing"));
            return;
        }
        int raters = PopularAssessment.overall(ballots).valid();
        if (raters < gates.minRaters()) {
            missing.add(Invalid.of("/ballots/aspects", "check.too-few-ballots", Integer.toString(raters),
                    Integer.toString(gates.minRaters())));
        }
        if (!turnout.partyMemberShare().isAtLeast(gates.minPartyMemberPercent())) {
            missing.add(Invalid.of("/ballots/partyMembers", "check.too-few-party-members",
                    turnout.partyMemberShare().percent().toPlainString(),
                    Integer.toString(gates.minPartyMemberPercent())));
        }
    }
}
