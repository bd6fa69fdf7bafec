package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengdun.shared.problem.Message;

/** Every condition of a move, met and not met. */
class GateTest {

    private static final Message LOW_SCORE = Message.of("acceptance-gate.score", 61, 70);
    private static final Message VETO = Message.of("acceptance-gate.veto", 1, 0);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final CaseFacts.Plan NO_PROBLEMS = plan(0, 0, 0, 0, 0, false);

    private static CaseFacts.Plan plan(int open, int unexplained, int withoutMeasure, int beyondDeadline,
            int withoutEvidence, boolean stale) {
        return new CaseFacts.Plan(5, open, unexplained, withoutMeasure, beyondDeadline, withoutEvidence, stale, 0, 0);
    }

    private static CaseFacts fine() {
        return CaseFacts.of(NO_PROBLEMS).withCheck(new CaseFacts.Check(List.of(), List.of())).withObservation(
                new CaseFacts.Observation(true, true, false, List.of()));
    }

    private static CaseFacts observed(boolean over, boolean relapsed, LocalDate... unsettled) {
        return CaseFacts.of(NO_PROBLEMS).withObservation(new CaseFacts.Observation(over, relapsed, false,
                List.of(unsettled)));
    }

    static Stream<Arguments> unmet() {
        return Stream.of(
                refused(Gate.EVERY_PROBLEM_HAS_A_MEASURE, CaseFacts.of(plan(3, 3, 2, 0, 0, false)),
                        "gate.problem-without-measure", 2),
                refused(Gate.MEASURES_WITHIN_DEADLINE, CaseFacts.of(plan(0, 0, 0, 4, 0, false)),
                        "gate.measure-beyond-deadline", 4),
                refused(Gate.HELPER_TEMPLATE_COMPLETE,
                        fine().withMissingHelpers(List.of("COUNTY_LEADER", "PAIRED_UNIT")), "gate.helpers-missing",
                        "COUNTY_LEADER, PAIRED_UNIT"),
                refused(Gate.PROBLEMS_CLOSED_OR_PENDING, CaseFacts.of(plan(3, 2, 0, 0, 0, false)),
                        "gate.problem-unexplained", 2),
                refused(Gate.EVIDENCE_ON_CLOSED_PROBLEMS, CaseFacts.of(plan(0, 0, 0, 0, 1, false)),
                        "gate.evidence-missing", 1),
                refused(Gate.NO_PENDING_EXTENSION,
                        CaseFacts.of(new CaseFacts.Plan(5, 0, 0, 0, 0, 0, false, 0, 1)), "gate.extension-pending", 1),
                refused(Gate.EVERY_MEASURE_HAS_A_DATE,
                        CaseFacts.of(new CaseFacts.Plan(5, 0, 0, 0, 0, 0, false, 2, 0)), "gate.measure-without-due", 2),
                refused(Gate.PLAN_NOT_STALE, CaseFacts.of(plan(0, 0, 0, 0, 0, true)), "gate.plan-stale"),
                refused(Gate.PLAN_CHANGED, fine(), "gate.plan-unchanged"),
                refused(Gate.NO_RELAPSE_ON_RECORD, observed(true, true), "gate.relapse-on-record"),
                refused(Gate.NO_SPOT_CHECK_RUNNING,
                        fine().withObservation(new CaseFacts.Observation(true, false, true, List.of())),
                        "gate.spot-check-running"),
                refused(Gate.NO_OPEN_PROBLEM, CaseFacts.of(plan(1, 0, 0, 0, 0, false)), "gate.problem-open", 1),
                refused(Gate.CHECK_COMPLETED, CaseFacts.of(NO_PROBLEMS), "gate.check-not-completed"),
                refused(Gate.NOT_FAILED_OUTRIGHT,
                        fine().withCheck(new CaseFacts.Check(List.of(LOW_SCORE, VETO), List.of(VETO))),
                        "acceptance-gate.veto", 1, 0),
                refused(Gate.CHECK_PASSED, fine().withCheck(new CaseFacts.Check(List.of(LOW_SCORE), List.of())),
                        "acceptance-gate.score", 61, 70),
                refused(Gate.RELAPSE_ON_RECORD, observed(true, false), "gate.no-relapse-on-record"),
                refused(Gate.OBSERVATION_OVER, observed(false, true), "gate.observation-running"),
                refused(Gate.LOOK_BACKS_STABLE, observed(true, true, MARCH, JUNE), "gate.look-back-open", 2,
                        "2026-03-01, 2026-06-01"));
    }

    private static Arguments refused(Gate gate, CaseFacts facts, String code, Object... arguments) {
        return Arguments.of(gate, facts, Message.of(code, arguments));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unmet")
    void refusesWithItsReason(Gate gate, CaseFacts facts, Message refusal) {
        assertThat(gate.refusals(facts)).containsExactly(refusal);
    }

    @Test
    void everyGateIsTriedUnmet() {
        assertThat(unmet().map(row -> row.get()[0])).containsExactlyInAnyOrder((Object[]) Gate.values());
    }

    @ParameterizedTest
    @EnumSource
    void letsPassWhatMeetsIt(Gate gate) {
        CaseFacts facts = switch (gate) {
            case PLAN_CHANGED -> fine().withStalePlan();
            case NO_RELAPSE_ON_RECORD -> observed(true, false);
            default -> fine();
        };
        assertThat(gate.refusals(facts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void belongsToAMove(Gate gate) {
        assertThat(CaseAction.values()).anyMatch(action -> action.gates().contains(gate));
    }

    @Test
    void aCheckWithoutResultIsRefusedOnceAsNotCompleted() {
        assertThat(Gate.CHECK_PASSED.refusals(CaseFacts.of(NO_PROBLEMS))).isEmpty();
    }

    @Test
    void aLowScoreAloneDoesNotFailOutright() {
        CaseFacts facts = fine().withCheck(new CaseFacts.Check(List.of(LOW_SCORE), List.of()));
        assertThat(Gate.NOT_FAILED_OUTRIGHT.refusals(facts)).isEmpty();
    }

    @Test
    void problemsThatTheMoveListsAsPendingNeedNoOtherExplanation() {
        CaseFacts facts = CaseFacts.of(plan(3, 2, 0, 0, 0, false));
        assertThat(Gate.PROBLEMS_CLOSED_OR_PENDING.refusals(facts.withPending(1))).containsExactly(
                Message.of("gate.problem-unexplained", 1));
        assertThat(Gate.PROBLEMS_CLOSED_OR_PENDING.refusals(facts.withPending(2))).isEmpty();
        assertThat(Gate.NO_OPEN_PROBLEM.refusals(facts.withPending(2))).hasSize(1);
    }
}
