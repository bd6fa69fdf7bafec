package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** What reported facts must satisfy; every violated policy is reported. */
final class FactPolicies {

    private static final List<Function<Report, Optional<Invalid>>> ALL = List.of(
            FactPolicies::startsAfterCurrentPeriod, report -> notInFuture(report, "/validFrom",
                    report.facts().validFrom()),
            FactPolicies::vacancyHasItsDate, FactPolicies::onlyVacancyHasItsDate, FactPolicies::vacancyHasBegun,
            report -> notInFuture(report, "/secretaryVacantSince", report.facts().secretaryVacantSince()),
            report -> notInFuture(report, "/secretaryReplacedOn", report.facts().secretaryReplacedOn()),
            report -> notInFuture(report, "/secretaryTrainedOn", report.facts().secretaryTrainedOn()),
            FactPolicies::trainingHasItsLevel, FactPolicies::levelHasItsTraining);

    /**
     * Facts on the day they are reported.
     *
     * @param currentStart start of the period that is open now; null before the first report
     */
    record Report(FactRequest facts, @Nullable LocalDate currentStart, LocalDate today) {}

    private FactPolicies() {}

    static List<Invalid> check(Report report) {
        return ALL.stream().flatMap(policy -> policy.apply(report).stream()).toList();
    }

    private static Optional<Invalid> startsAfterCurrentPeriod(Report report) {
        LocalDate start = report.currentStart();
        return start == null
                ? Optional.empty()
                : refuseIf(!report.facts().validFrom().isAfter(start), "/validFrom", "facts.not-after-current", start);
    }

    private static Optional<Invalid> vacancyHasItsDate(Report report) {
        return refuseIf(isVacant(report) && report.facts().secretaryVacantSince() == null, "/secretaryVacantSince",
                "facts.vacant-since-required");
    }

    private static Optional<Invalid> onlyVacancyHasItsDate(Report report) {
        return refuseIf(!isVacant(report) && report.facts().secretaryVacantSince() != null, "/secretaryVacantSince",
                "facts.vacant-since-not-applicable");
    }

    private static Optional<Invalid> vacancyHasBegun(Report report) {
        LocalDate since = report.facts().secretaryVacantSince();
        LocalDate validFrom = report.facts().validFrom();
        return refuseIf(isVacant(report) && since != null && since.isAfter(validFrom), "/secretaryVacantSince",
                "facts.vacant-since-after-valid-from", validFrom);
    }

    private static Optional<Invalid> trainingHasItsLevel(Report report) {
        return refuseIf(
                report.facts().secretaryTrainedOn() != null && report.facts().secretaryTrainingLevel() == null,
                "/secretaryTrainingLevel", "facts.training-level-required");
    }

    private static Optional<Invalid> levelHasItsTraining(Report report) {
        return refuseIf(
                report.facts().secretaryTrainedOn() == null && report.facts().secretaryTrainingLevel() != null,
                "/secretaryTrainedOn", "facts.trained-on-required");
    }

    private static Optional<Invalid> notInFuture(Report report, String pointer, @Nullable LocalDate date) {
        return refuseIf(date != null && date.isAfter(report.today()), pointer, "date.in-future");
    }

    private static boolean isVacant(Report report) {
        return report.facts().secretaryStatus() == SecretaryStatus.VACANT;
    }

    private static Optional<Invalid> refuseIf(boolean refused, String pointer, String code, Object... arguments) {
        return Stream.of(Invalid.of(pointer, code, arguments)).filter(invalid -> refused).findFirst();
    }
}
