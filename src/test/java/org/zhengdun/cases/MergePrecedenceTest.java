package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of two active cases goes on when their branches become one. */
class MergePrecedenceTest {

    @Test
    void aListedCaseGoesBeforeANomination() {
        for (CaseState listed : CaseState.UNDER_DEADLINE) {
            assertThat(MergePrecedence.prevails(listed, CaseState.UNDER_REVIEW)).isTrue();
            assertThat(MergePrecedence.prevails(CaseState.NOMINATED, listed)).isFalse();
        }
        assertThat(MergePrecedence.prevails(CaseState.TRANSFORMED, CaseState.UNDER_REVIEW)).isTrue();
    }

    @Test
    void openWorkGoesBeforeAnObservation() {
        assertThat(MergePrecedence.prevails(CaseState.CONFIRMED, CaseState.TRANSFORMED)).isTrue();
        assertThat(MergePrecedence.prevails(CaseState.TRANSFORMED, CaseState.RECTIFYING)).isFalse();
    }

    @Test
    void theFurtherAdvancedOneGoesOn() {
        assertThat(MergePrecedence.prevails(CaseState.ACCEPTANCE, CaseState.RECTIFYING)).isTrue();
        assertThat(MergePrecedence.prevails(CaseState.PLANNING, CaseState.RECTIFYING)).isFalse();
        assertThat(MergePrecedence.prevails(CaseState.UNDER_REVIEW, CaseState.RETURNED)).isTrue();
    }

    @Test
    void ofTwoAlikeTheSuccessorKeepsItsOwnAndNoTwoStatesAreAlike() {
        for (CaseState one : CaseState.ACTIVE) {
            for (CaseState other : CaseState.ACTIVE) {
                assertThat(MergePrecedence.prevails(one, other) || MergePrecedence.prevails(other, one)).as("%s, %s",
                        one, other).isEqualTo(one != other);
            }
        }
    }
}
