package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.zhengdun.shared.problem.Message;

/** Conditions of a move beyond the state, each a named policy; all refusals of a move are collected. */
enum Gate {
    /** Every problem has a measure with an accountable person. */
    EVERY_PROBLEM_HAS_A_MEASURE(facts -> refuseIf(facts.plan().withoutMeasure() > 0, "gate.problem-without-measure",
            facts.plan().withoutMeasure())),
    /** Every measure has a due date. */
    EVERY_MEASURE_HAS_A_DATE(facts -> refuseIf(facts.plan().measuresWithoutDate() > 0, "gate.measure-without-due",
            facts.plan().measuresWithoutDate())),
    /** No measure is due after the case deadline. */
    MEASURES_WITHIN_DEADLINE(
            facts -> refuseIf(facts.plan().measuresBeyondDeadline() > 0, "gate.measure-beyond-deadline",
                    facts.plan().measuresBeyondDeadline())),
    /** The helper template of the branch kind is filled. */
    HELPER_TEMPLATE_COMPLETE(facts -> refuseIf(!facts.missingHelpers().isEmpty(), "gate.helpers-missing",
            String.join(", ", facts.missingHelpers()))),
    /** Every problem is closed or listed pending with a reason. */
    PROBLEMS_CLOSED_OR_PENDING(facts -> refuseIf(facts.plan().unexplained() > 0, "gate.problem-unexplained",
            facts.plan().unexplained())),
    /** Every closed problem has evidence. */
    EVIDENCE_ON_CLOSED_PROBLEMS(facts -> refuseIf(facts.plan().closedWithoutEvidence() > 0, "gate.evidence-missing",
            facts.plan().closedWithoutEvidence())),
    /** The plan is the approved one. */
    PLAN_NOT_STALE(facts -> refuseIf(facts.plan().stale(), "gate.plan-stale")),
    /** No request for a later date or a stop of the clock waits for a decision. */
    NO_PENDING_EXTENSION(facts -> refuseIf(facts.plan().pendingExtensions() > 0, "gate.extension-pending",
            facts.plan().pendingExtensions())),
    /** The plan was changed after its approval, so that there is something to approve again. */
    PLAN_CHANGED(facts -> refuseIf(!facts.plan().stale(), "gate.plan-unchanged")),
    /** No problem is open. */
    NO_OPEN_PROBLEM(facts -> refuseIf(facts.plan().open() > 0, "gate.problem-open", facts.plan().open())),
    /** The last acceptance check is completed. */
    CHECK_COMPLETED(facts -> refuseIf(facts.check() == null, "gate.check-not-completed")),
    /** No veto was triggered and not too many were dissatisfied: such a check fails outright. */
    NOT_FAILED_OUTRIGHT(facts -> facts.check() == null ? List.of() : facts.check().outrightFailures()),
    /** The last acceptance check passes every acceptance gate. */
    CHECK_PASSED(facts -> facts.check() == null ? List.of() : facts.check().failedGates()),
    /** A look-back found a relapse, or a spot check failed. */
    RELAPSE_ON_RECORD(facts -> refuseIf(!facts.observation().relapsed(), "gate.no-relapse-on-record")),
    /** Nothing on record says that the branch fell back: such a case is revoked. */
    NO_RELAPSE_ON_RECORD(facts -> refuseIf(facts.observation().relapsed(), "gate.relapse-on-record")),
    /** No spot check is under way. */
    NO_SPOT_CHECK_RUNNING(facts -> refuseIf(facts.observation().spotChecked(), "gate.spot-check-running")),
    /** The observation period is over. */
    OBSERVATION_OVER(facts -> refuseIf(!facts.observation().over(), "gate.observation-running")),
    /** All look-backs were held and found the branch stable, a shaky one was followed by a stable one. */
    LOOK_BACKS_STABLE(facts -> refuseIf(!facts.observation().unsettled().isEmpty(), "gate.look-back-open",
            facts.observation().unsettled().size(), facts.observation().unsettled().stream().map(
                    LocalDate::toString).collect(Collectors.joining(", "))));

    private final Function<CaseFacts, List<Message>> policy;

    Gate(Function<CaseFacts, List<Message>> policy) {
        this.policy = policy;
    }

    /** What speaks against the move; empty when nothing does. */
    List<Message> refusals(CaseFacts facts) {
        return policy.apply(facts);
    }

    /** The field with which a request for this action can meet the condition itself. */
    Optional<TransitionField> remedy(CaseAction action) {
        return this == PROBLEMS_CLOSED_OR_PENDING && action.optional().contains(TransitionField.PENDING)
                ? Optional.of(TransitionField.PENDING)
                : Optional.empty();
    }

    private static List<Message> refuseIf(boolean refused, String code, Object... arguments) {
        return refused ? List.of(Message.of(code, arguments)) : List.of();
    }
}
