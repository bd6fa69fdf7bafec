package org.zhengdun.rounds;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Rounds. */
@Path("rounds")
@Authenticated
@Tag(name = "Rounds")
class RoundResource {

    private final RoundOffice office;
    private final RoundQueries queries;
    private final Caller caller;
    private final Reads reads;
    private final Writes writes;

    RoundResource(RoundOffice office, RoundQueries queries, Caller caller, Reads reads, Writes writes) {
        this.office = office;
        this.queries = queries;
        this.caller = caller;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.ROUND_READ)
    @Operation(operationId = "listRounds", summary = "List rounds of the caller's units and of their superiors, newest first")
    public Page<RoundRow> list(@BeanParam @Valid PageRequest page,
            @QueryParam("year") @Parameter(description = "Only rounds of this year") @Nullable Integer year,
            @QueryParam("state") @Parameter(description = "Only rounds in this state") @Nullable RoundState state) {
        return queries.page(caller.scope(Permission.ROUND_READ), year, state, page);
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.ROUND_READ)
    @Operation(operationId = "getRound", summary = "Read a round with the settings it was opened with")
    public RestResponse<RoundDetail> get(@PathParam("id") long id) {
        RoundQueries.Found found = queries.find(id, caller.scope(Permission.ROUND_READ));
        boolean named = queries.isReached(id, caller.internalScope(Permission.ROUND_READ));
        return reads.versioned(named ? found.detail() : found.detail().withoutPerson(), found.version());
    }

    @POST
    @Allowed(Permission.ROUND_MANAGE)
    @Operation(operationId = "openRound", summary = "Open the round of a year for a county or a superior unit")
    public RestResponse<RoundDetail> open(@BeanParam CreateControl control, @Valid @NotNull OpenRoundRequest body) {
        return writes.run(control, body, () -> office.open(body));
    }

    @POST
    @Path("{id}/close")
    @Allowed(Permission.ROUND_MANAGE)
    @Operation(operationId = "closeRound", summary = "Close a round: no new nominations", description = "Refused while a case of the round is neither transformed nor ended nor carried over; the cases are listed.")
    public RestResponse<RoundDetail> close(@PathParam("id") long id, @BeanParam ChangeControl control) {
        return writes.run(control, List.of(), () -> office.close(id, control));
    }
}
