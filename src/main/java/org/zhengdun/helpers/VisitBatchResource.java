package org.zhengdun.helpers;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.BodySize;

/** Takes in what helpers logged while they were offline. */
@Path("visits/batch")
@Authenticated
@Tag(name = "Visits")
class VisitBatchResource {

    private final VisitBatch batch;

    VisitBatchResource(VisitBatch batch) {
        this.batch = batch;
    }

    /** Visits to several cases. */
    @Schema(name = "VisitBatchRequest")
    @BodySize(6 << 20)
    record VisitBatchRequest(
            @Schema(implementation = BatchVisit[].class) @NotNull @Size(min = 1, max = 200) List<@NotNull JsonNode> visits) {}

    /** What became of each visit, in the order they were sent. */
    @Schema(name = "VisitBatchResult")
    record VisitBatchResult(List<VisitBatch.Outcome> results) {}

    @POST
    @Allowed(Permission.VISIT_LOG)
    @APIResponse(responseCode = "200", description = "The outcome of each visit", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitBatchResult.class)))
    @APIResponse(responseCode = "409", description = "Not for the batch as a whole")
    @Operation(operationId = "logVisits", summary = "Log up to 200 visits to several cases, after hours offline", description = """
            Each visit has its own outcome and stops no other; the whole batch may be sent again at any time, because every visit
            has an id made by the client. The body may have 6 MB, so that 200 visits with the longest texts fit.""")
    public VisitBatchResult create(
            @QueryParam("dryRun") @Parameter(description = "Check and answer as usual, change nothing") boolean dryRun,
            @Valid @NotNull VisitBatchRequest body) {
        return new VisitBatchResult(batch.log(body.visits(), dryRun));
    }
}
