package org.zhengdun.cases;

import java.util.List;

import org.zhengdun.shared.problem.Message;

/**
 * What the gates look at, read at one moment.
 *
 * @param unexplainedProblems   problems that are neither closed nor listed pending
 * @param missingHelpers        kinds of the helper template without a running assignment
 * @param failedAcceptanceGates refusals of the last completed acceptance check
 * @param relapseOnRecord       whether a look-back of the current observation found a relapse
 * @param unstableLookBacks     look-backs of the current observation not held or not stable
 */
record CaseFacts(int problems, int openProblems, int unexplainedProblems, int problemsWithoutMeasure,
        int measuresBeyondDeadline, int closedWithoutEvidence, boolean planStale, List<String> missingHelpers,
        boolean checkCompleted, List<Message> failedAcceptanceGates, boolean relapseOnRecord, boolean observationOver,
        int unstableLookBacks) {

    /** The facts as they will be once these many problems are listed pending in the same move. */
    CaseFacts withPending(int explained) {
        return new CaseFacts(problems, openProblems, unexplainedProblems - explained, problemsWithoutMeasure,
                measuresBeyondDeadline, closedWithoutEvidence, planStale, missingHelpers, checkCompleted,
                failedAcceptanceGates, relapseOnRecord, observationOver, unstableLookBacks);
    }

    /** The facts for an actor whose own finding suffices as proof of a relapse. */
    CaseFacts withOwnFinding() {
        return new CaseFacts(problems, openProblems, unexplainedProblems, problemsWithoutMeasure,
                measuresBeyondDeadline, closedWithoutEvidence, planStale, missingHelpers, checkCompleted,
                failedAcceptanceGates, true, observationOver, unstableLookBacks);
    }
}
