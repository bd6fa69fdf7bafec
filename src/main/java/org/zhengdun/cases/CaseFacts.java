package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Message;

/**
 * What the gates look at, read at one moment; only what the state of the case can ask for is filled.
 *
 * @param missingHelpers kinds of the helper template without a running assignment that has begun
 * @param check          the completed check of this application for acceptance
 * @param barred         accounts that worked on the case and may not judge it, each with the rule
 */
record CaseFacts(Plan plan, List<String> missingHelpers, @Nullable Check check, Observation observation,
        Map<Long, String> barred) {

    /**
     * The three lists in numbers.
     *
     * @param unexplained problems that are neither closed nor listed pending
     */
    record Plan(int problems, int open, int unexplained, int withoutMeasure, int measuresBeyondDeadline,
            int closedWithoutEvidence, boolean stale, int measuresWithoutDate, int pendingExtensions) {}

    /**
     * A completed acceptance check by the gates it fails.
     *
     * @param outrightFailures those of them that leave nothing but to fail the case
     */
    record Check(List<Message> failedGates, List<Message> outrightFailures) {}

    /**
     * The observation after acceptance.
     *
     * @param spotChecked whether a spot check is under way
     * @param unsettled   due days of look-backs not held, or neither stable nor followed by a stable one
     */
    record Observation(boolean over, boolean relapsed, boolean spotChecked, List<LocalDate> unsettled) {
        static final Observation NONE = new Observation(false, false, false, List.of());
    }

    static CaseFacts of(Plan plan) {
        return new CaseFacts(plan, List.of(), null, Observation.NONE, Map.of());
    }

    CaseFacts withStalePlan() {
        return new CaseFacts(new Plan(plan.problems(), plan.open(), plan.unexplained(), plan.withoutMeasure(),
                plan.measuresBeyondDeadline(), plan.closedWithoutEvidence(), true, plan.measuresWithoutDate(),
                plan.pendingExtensions()), missingHelpers, check, observation, barred);
    }

    CaseFacts withMissingHelpers(List<String> kinds) {
        return new CaseFacts(plan, kinds, check, observation, barred);
    }

    CaseFacts withCheck(Check completed) {
        return new CaseFacts(plan, missingHelpers, completed, observation, barred);
    }

    CaseFacts withBarred(Map<Long, String> accounts) {
        return new CaseFacts(plan, missingHelpers, check, observation, accounts);
    }

    CaseFacts withObservation(Observation seen) {
        return new CaseFacts(plan, missingHelpers, check, seen, barred);
    }

    /** The facts as they will be once these many problems are listed pending in the same move. */
    CaseFacts withPending(int explained) {
        return new CaseFacts(new Plan(plan.problems(), plan.open(), plan.unexplained() - explained,
                plan.withoutMeasure(), plan.measuresBeyondDeadline(), plan.closedWithoutEvidence(), plan.stale(),
                plan.measuresWithoutDate(), plan.pendingExtensions()),
                missingHelpers, check, observation, barred);
    }
}
