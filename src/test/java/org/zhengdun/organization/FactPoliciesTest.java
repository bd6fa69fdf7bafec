package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.FactPolicies.Report;

class FactPoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Test
    void acceptsAFilledPost() {
        assertThat(codes(new Report(facts(TODAY, SecretaryStatus.FILLED, null, null, null), null, TODAY))).isEmpty();
    }

    @Test
    void startsAfterTheCurrentPeriod() {
        FactRequest facts = facts(TODAY, SecretaryStatus.FILLED, null, null, null);
        assertThat(codes(new Report(facts, TODAY, TODAY))).containsExactly("/validFrom facts.not-after-current");
        assertThat(codes(new Report(facts, TODAY.minusDays(1), TODAY))).isEmpty();
    }

    @Test
    void vacancyNeedsItsDateAndOnlyVacancyHasOne() {
        assertThat(
                codes(new Report(facts(TODAY, SecretaryStatus.VACANT, null, null, null), null, TODAY))).containsExactly(
                        "/secretaryVacantSince facts.vacant-since-required");
        assertThat(codes(
                new Report(facts(TODAY, SecretaryStatus.FILLED, TODAY, null, null), null, TODAY))).containsExactly(
                        "/secretaryVacantSince facts.vacant-since-not-applicable");
    }

    @Test
    void aVacancyHasBegunWhenTheFactHolds() {
        LocalDate from = TODAY.minusDays(30);
        assertThat(codes(new Report(facts(from, SecretaryStatus.VACANT, from, null, null), null, TODAY))).isEmpty();
        assertThat(codes(new Report(facts(from, SecretaryStatus.VACANT, from.plusDays(1), null, null), null,
                TODAY))).containsExactly("/secretaryVacantSince facts.vacant-since-after-valid-from");
    }

    @Test
    void trainingAndItsLevelComeTogether() {
        assertThat(codes(
                new Report(facts(TODAY, SecretaryStatus.FILLED, null, TODAY, null), null, TODAY))).containsExactly(
                        "/secretaryTrainingLevel facts.training-level-required");
        assertThat(codes(
                new Report(facts(TODAY, SecretaryStatus.FILLED, null, null, TrainingLevel.COUNTY), null,
                        TODAY))).containsExactly("/secretaryTrainedOn facts.trained-on-required");
    }

    @Test
    void collectsEverythingThatIsWrong() {
        assertThat(codes(new Report(facts(TOMORROW, SecretaryStatus.VACANT, TOMORROW, TOMORROW, null), TOMORROW,
                TODAY))).containsExactly("/validFrom facts.not-after-current", "/validFrom date.in-future",
                        "/secretaryVacantSince date.in-future", "/secretaryTrainedOn date.in-future",
                        "/secretaryTrainingLevel facts.training-level-required");
    }

    private static List<String> codes(Report report) {
        return FactPolicies.check(report).stream().map(
                invalid -> invalid.pointer() + " " + invalid.message().code()).toList();
    }

    private static FactRequest facts(LocalDate from, SecretaryStatus status, @Nullable LocalDate vacantSince,
            @Nullable LocalDate trainedOn, @Nullable TrainingLevel level) {
        return new FactRequest(from, BranchKind.VILLAGE, false, false, 31, status, vacantSince, false, null, trainedOn,
                level);
    }
}
