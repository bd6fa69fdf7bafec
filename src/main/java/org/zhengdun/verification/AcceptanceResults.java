package org.zhengdun.verification;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** What acceptance checks say about a case, for the moves of the case. */
@ApplicationScoped
public class AcceptanceResults {

    private final CheckQueries queries;

    AcceptanceResults(CheckQueries queries) {
        this.queries = queries;
    }

    /** The latest acceptance check of the case; empty when there was none. */
    public Optional<AcceptanceResult> latest(long caseId) {
        return queries.latest(caseId).map(check -> new AcceptanceResult(check, queries.sheet(check)));
    }

    /** The latest completed spot check of this observation, if it failed. */
    public Optional<AcceptanceResult> failedSpotCheck(long caseId) {
        return queries.failedSpotCheck(caseId).map(check -> new AcceptanceResult(check, queries.sheet(check)));
    }

    /** Whether superiors are checking the case at this moment. */
    public boolean isSpotCheckRunning(long caseId) {
        return queries.isSpotCheckRunning(caseId);
    }
}
