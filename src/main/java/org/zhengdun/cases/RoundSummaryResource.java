package org.zhengdun.cases;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;

/** What a round has listed. */
@Path("rounds/{id}/summary")
@Authenticated
@Tag(name = "Rounds")
class RoundSummaryResource {

    private final RoundSummaries summaries;
    private final Caller caller;

    RoundSummaryResource(RoundSummaries summaries, Caller caller) {
        this.summaries = summaries;
        this.caller = caller;
    }

    @GET
    @Allowed(Permission.COVERAGE_READ)
    @Operation(operationId = "getRoundSummary", summary = "Sum up what a round has listed, with warnings about quotas and copied lists", description = "Only what the caller covers is counted. Nothing here ever refuses a case.")
    public RoundSummary get(@PathParam("id") long id) {
        return summaries.of(id, caller.scope(Permission.COVERAGE_READ));
    }
}
