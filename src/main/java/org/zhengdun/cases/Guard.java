package org.zhengdun.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;

/** The one guard of moves: {@link MoveCase} obeys it and {@code allowedTransitions} shows it. */
@RequestScoped
class Guard {

    private final Caller caller;

    Guard(Caller caller) {
        this.caller = caller;
    }

    /** What the guard says about one action of one caller. */
    sealed interface Verdict {

        /** The move may be made, signed so. */
        record Open(Acting acting) implements Verdict {}

        /** The table has no such move from this state. */
        record NoSuchMove() implements Verdict {}

        /** A rule of levels or separation keeps the caller out. */
        record KeptOut(String rule) implements Verdict {}

        /** Nothing stands against the move but what the request can say in these fields, which it then needs. */
        record Lacking(Acting acting, List<TransitionField> fields, List<Message> refusals) implements Verdict {}

        /** Conditions are not met. */
        record Blocked(List<Message> refusals) implements Verdict {}
    }

    /** The signature of the caller for this action on the case, empty when the action belongs to another level. */
    Optional<Acting> acting(CaseAction action, CaseKey key) {
        return caller.actingOnCase(action.roles(), key.caseId(), key.place());
    }

    Verdict judge(CaseAction action, CaseKey key, CaseFacts facts) {
        Optional<Acting> acting = acting(action, key);
        if (acting.isEmpty()) {
            return new Verdict.KeptOut("wrong-level");
        }
        if (!action.sources().contains(key.state())) {
            return new Verdict.NoSuchMove();
        }
        if (action.isDecisionOnNomination() && acting.get().accountId() == key.proposedBy()) {
            return new Verdict.KeptOut("proposer-is-not-decider");
        }
        String barred = action.isJudgementOfAcceptance() ? facts.barred().get(acting.get().accountId()) : null;
        if (barred != null) {
            return new Verdict.KeptOut(barred);
        }
        return byGates(action, facts, acting.get());
    }

    private static Verdict byGates(CaseAction action, CaseFacts facts, Acting acting) {
        List<Gate> unmet = action.gates().stream().filter(gate -> !gate.refusals(facts).isEmpty()).toList();
        if (unmet.isEmpty()) {
            return new Verdict.Open(acting);
        }
        List<Message> refusals = unmet.stream().flatMap(gate -> gate.refusals(facts).stream()).distinct().toList();
        List<TransitionField> remedies = unmet.stream().flatMap(gate -> gate.remedy(action).stream()).toList();
        return remedies.size() == unmet.size()
                ? new Verdict.Lacking(acting, remedies, refusals)
                : new Verdict.Blocked(refusals);
    }

    /** The allowed actions from which nothing in the facts keeps the caller out. */
    List<CaseAction> allowed(CaseKey key, CaseFacts facts) {
        return ofLevel(key).stream().filter(
                action -> !(judge(action, key, facts) instanceof Verdict.KeptOut)).toList();
    }

    /** The actions of the caller's level from this state, also those from which a rule of separation keeps him. */
    List<CaseAction> ofLevel(CaseKey key) {
        return Stream.of(CaseAction.values()).filter(action -> action.sources().contains(key.state())).filter(
                action -> acting(action, key).isPresent()).toList();
    }
}
