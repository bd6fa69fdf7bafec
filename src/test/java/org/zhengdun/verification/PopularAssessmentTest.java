package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class PopularAssessmentTest {

    @Test
    void countsBasicallySatisfiedAsSatisfied() {
        PopularAssessment result = PopularAssessment.of(new Turnout(40, 32, 12, 2),
                Map.of(Aspect.OVERALL, new Ballots(18, 6, 6)));

        assertThat(result.raters()).isEqualTo(30);
        assertThat(result.satisfaction().numerator()).hasToString("24");
        assertThat(result.satisfaction().denominator()).hasToString("30");
        assertThat(result.satisfaction().percent()).hasToString("80.0");
        assertThat(result.dissatisfaction().percent()).hasToString("20.0");
        assertThat(result.partyMembers().percent()).hasToString("37.5");
    }

    @Test
    void takesRatersFromTheOverallAspectOnlyAndListsAspectsInTheirOrder() {
        PopularAssessment result = PopularAssessment.of(new Turnout(20, 20, 8, 0),
                Map.of(Aspect.SERVICE, new Ballots(1, 0, 19), Aspect.OVERALL, new Ballots(16, 0, 0)));

        assertThat(result.raters()).isEqualTo(16);
        assertThat(result.aspects()).extracting(PopularAssessment.AspectResult::aspect).containsExactly(Aspect.OVERALL,
                Aspect.SERVICE);
        assertThat(result.dissatisfaction().percent()).hasToString("0.0");
    }

    @Test
    void isEmptyBeforeBallotsAreCounted() {
        PopularAssessment result = PopularAssessment.of(Turnout.NOBODY, Map.of());

        assertThat(result.raters()).isZero();
        assertThat(result.satisfaction().percent()).hasToString("0.0");
    }
}
