package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengdun.shared.security.Permission;

/** The table of moves, every state with every action, against docs/domain.md section 4. */
class LifecycleTableTest {

    @Test
    void everyStateHasExactlyTheMovesOfTheDomain() {
        Map<CaseState, Map<CaseAction, CaseState>> actual = new EnumMap<>(CaseState.class);
        for (CaseState state : CaseState.values()) {
            for (CaseAction action : CaseAction.values()) {
                if (action.sources().contains(state)) {
                    actual.computeIfAbsent(state, any -> new EnumMap<>(CaseAction.class)).put(action, action.target());
                }
            }
        }
        assertThat(DomainTable.grid(actual)).isEqualTo(DomainTable.grid());
        assertThat(CaseState.values().length * CaseAction.values().length).isEqualTo(221);
    }

    @ParameterizedTest
    @EnumSource
    void everyMoveHasTheTermsOfTheDomain(CaseAction action) {
        assertThat(new DomainTable.Terms(action.rule(), action.roles(),
                action.required().stream().map(TransitionField::jsonName).collect(Collectors.toSet()),
                action.notified().name().toLowerCase(Locale.ROOT))).isEqualTo(DomainTable.terms(action));
    }

    @Test
    void onlyDecisionsOnTheNominationExcludeTheProposer() {
        assertThat(CaseAction.values()).filteredOn(CaseAction::isDecisionOnNomination).containsExactlyInAnyOrder(
                CaseAction.RETURN, CaseAction.REJECT, CaseAction.CONFIRM);
    }

    @Test
    void whoHasAPartInTheCaseDoesNotJudgeItsAcceptanceAndTheLifecycleSaysSo() {
        assertThat(Lifecycle.of(Enum::name).actions()).filteredOn(Lifecycle.ActionRow::participantsExcluded).extracting(
                Lifecycle.ActionRow::action).containsExactly(CaseAction.TRANSFORM, CaseAction.BASICALLY_PASS,
                        CaseAction.FAIL_ACCEPTANCE);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMayMakeAMoveHasTheRightToMove(CaseAction action) {
        assertThat(Permission.CASE_TRANSITION.roles()).containsAll(action.roles());
    }

    @ParameterizedTest
    @EnumSource
    void noFieldIsBothRequiredAndOptional(CaseAction action) {
        assertThat(action.optional()).noneMatch(action.required()::contains);
    }

    @Test
    void endedCasesHaveNoMove() {
        assertThat(CaseState.ACTIVE).hasSize(10).doesNotContain(CaseState.REJECTED, CaseState.CLOSED,
                CaseState.CANCELLED);
        assertThat(CaseAction.values()).allMatch(action -> CaseState.ACTIVE.containsAll(action.sources()));
    }

    @Test
    void everyStateIsReachedFromANomination() {
        Set<CaseState> reached = EnumSet.of(CaseState.NOMINATED);
        for (int step = 0; step < CaseState.values().length; step++) {
            for (CaseAction action : CaseAction.values()) {
                if (action.sources().stream().anyMatch(reached::contains)) {
                    reached.add(action.target());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
    }
}
