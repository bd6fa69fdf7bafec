package org.zhengdun.verification;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The popular assessment with its formulas. */
@Schema(name = "PopularAssessment", description = "raters = valid ballots on OVERALL; satisfaction = (satisfied + basicallySatisfied) / valid; dissatisfaction = dissatisfied / valid; partyMembers = Party members / present")
record PopularAssessment(int invited, int present, int invalid, int raters, Fraction.Share partyMembers,
        Fraction.Share satisfaction, Fraction.Share dissatisfaction, List<AspectResult> aspects) {

    /** Ballots on one aspect with its formulas. */
    @Schema(name = "AspectResult")
    record AspectResult(Aspect aspect, int satisfied, int basicallySatisfied, int dissatisfied, int valid,
            Fraction.Share satisfaction, Fraction.Share dissatisfaction) {

        private static AspectResult of(Aspect aspect, Ballots ballots) {
            return new AspectResult(aspect, ballots.satisfied(), ballots.basicallySatisfied(), ballots.dissatisfied(),
                    ballots.valid(), ballots.satisfaction().share(), ballots.dissatisfaction().share());
        }
    }

    static PopularAssessment of(Turnout turnout, Map<Aspect, Ballots> ballots) {
        Ballots overall = overall(ballots);
        return new PopularAssessment(turnout.invited(), turnout.present(), turnout.invalid(), overall.valid(),
                turnout.partyMemberShare().share(), overall.satisfaction().share(), overall.dissatisfaction().share(),
                ballots.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(
                        entry -> AspectResult.of(entry.getKey(), entry.getValue())).toList());
    }

    static Ballots overall(Map<Aspect, Ballots> ballots) {
        return ballots.getOrDefault(Aspect.OVERALL, new Ballots(0, 0, 0));
    }
}
