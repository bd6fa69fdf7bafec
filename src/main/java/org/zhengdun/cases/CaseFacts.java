package org.zhengdun.cases;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Message;

/**
 * What the gates look at, read at one moment; only what the state of the case can ask for is filled.
 *
 * @param missingHelpers kinds of the helper template without a running assignment that has begun
 * @param check          the completed check of this application for acceptance
 * @param helpers        accounts of all who help or helped in the case
 */
record CaseFacts(Plan plan, List<String> missingHelpers, @Nullable Check check, Observation observation,
        Set<Long> helpers) {

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
     * @param unstable look-backs not held or not stable
     */
    record Observation(boolean over, boolean relapsed, int unstable) {
        static final Observation NONE = new Observation(false, false, 0);
    }

    static CaseFacts of(Plan plan) {
        return new CaseFacts(plan, List.of(), null, Observation.NONE, Set.of());
    }

    CaseFacts withMissingHelpers(List<String> kinds) {
        return new CaseFacts(plan, kinds, check, observation, helpers);
    }

    CaseFacts withCheck(Check completed) {
        return new CaseFacts(plan, missingHelpers, completed, observation, helpers);
    }

    CaseFacts withHelpers(Set<Long> accounts) {
        return new CaseFacts(plan, missingHelpers, check, observation, accounts);
    }

    CaseFacts withObservation(Observation seen) {
        return new CaseFacts(plan, missingHelpers, check, seen, helpers);
    }

    /** The facts as they will be once these many problems are listed pending in the same move. */
    CaseFacts withPending(int explained) {
        return new CaseFacts(new Plan(plan.problems(), plan.open(), plan.unexplained() - explained,
                plan.withoutMeasure(), plan.measuresBeyondDeadline(), plan.closedWithoutEvidence(), plan.stale(),
                plan.measuresWithoutDate(), plan.pendingExtensions()),
                missingHelpers, check, observation, helpers);
    }

    /** The facts for an actor whose own finding suffices as proof of a relapse. */
    CaseFacts withOwnFinding() {
        return withObservation(new Observation(observation.over(), true, observation.unstable()));
    }
}
