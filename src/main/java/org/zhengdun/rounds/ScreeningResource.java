package org.zhengdun.rounds;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Screening records of a round. */
@Path("rounds/{id}/screenings")
@Authenticated
@Tag(name = "Screening")
class ScreeningResource {

    private final RoundQueries rounds;
    private final ScreeningQueries queries;
    private final ScreenBranch single;
    private final ScreenBranches batches;
    private final Units units;
    private final Caller caller;
    private final Reads reads;
    private final Writes writes;

    ScreeningResource(RoundQueries rounds, ScreeningQueries queries, ScreenBranch single, ScreenBranches batches,
            Units units, Caller caller, Reads reads, Writes writes) {
        this.rounds = rounds;
        this.queries = queries;
        this.single = single;
        this.batches = batches;
        this.units = units;
        this.caller = caller;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.SCREENING_READ)
    @Operation(operationId = "listScreenings", summary = "List the current screening records of a round, latest recorded first")
    public Page<ScreeningRow> list(@PathParam("id") long id, @BeanParam @Valid PageRequest page,
            @BeanParam ScreeningFilter filter) {
        Scope scope = caller.scope(Permission.SCREENING_READ);
        RoundArea area = rounds.area(rounds.find(id, scope), scope);
        Scope within = filter.unit == null
                ? area.scope()
                : scope.within(units.inScope(filter.unit, scope).path());
        return queries.page(id, within, filter, page);
    }

    @GET
    @Path("{branchId}")
    @Allowed(Permission.SCREENING_READ)
    @Operation(operationId = "getScreening", summary = "Read the current screening record of a branch in a round")
    public RestResponse<ScreeningRow> get(@PathParam("id") long id, @PathParam("branchId") int branchId) {
        requireBranch(id, branchId);
        ScreeningRow row = queries.current(id, branchId);
        return reads.versioned(row, row.version());
    }

    @GET
    @Path("{branchId}/versions")
    @Allowed(Permission.SCREENING_READ)
    @Operation(operationId = "listScreeningVersions", summary = "List every version of a screening record, newest first")
    public Page<ScreeningRow> versions(@PathParam("id") long id, @PathParam("branchId") int branchId,
            @BeanParam @Valid PageRequest page) {
        requireBranch(id, branchId);
        return queries.versions(id, branchId, page);
    }

    @POST
    @ResponseStatus(201)
    @Allowed(Permission.SCREENING_RECORD)
    @Operation(operationId = "recordScreening", summary = "Record the screening of a branch", description = "A branch has one current record in a round; 409 when it has one already, which is then corrected.")
    public RestResponse<ScreeningRow> create(@PathParam("id") long id, @BeanParam CreateControl control,
            @Valid @NotNull ScreeningRequest body) {
        return writes.run(control, body, () -> single.record(id, body));
    }

    @PUT
    @Path("{branchId}")
    @Allowed(Permission.SCREENING_RECORD)
    @Operation(operationId = "correctScreening", summary = "Correct a screening record by a new version")
    public RestResponse<ScreeningRow> correct(@PathParam("id") long id, @PathParam("branchId") int branchId,
            @BeanParam ChangeControl control, @Valid @NotNull ScreeningCorrectionRequest body) {
        return writes.run(control, body, () -> single.correct(id, branchId, control, body));
    }

    @POST
    @Path("batch")
    @ResponseStatus(200)
    @Allowed(Permission.SCREENING_RECORD)
    @Operation(operationId = "recordScreenings", summary = "Record the screenings of up to 5,000 branches", description = """
            Each row is judged on its own: created, updated (a new version), unchanged or refused with the pointers of its
            errors. A row that changes a record needs the version its author has read and a reason. A bad row does not stop
            the others. Of rows for the same branch the first one counts.""")
    public RestResponse<ScreeningBatchResult> batch(@PathParam("id") long id, @BeanParam CreateControl control,
            @Valid @NotNull ScreeningBatchRequest body) {
        return writes.run(control, body, () -> batches.record(id, body));
    }

    private void requireBranch(long id, int branchId) {
        Scope scope = caller.scope(Permission.SCREENING_READ);
        rounds.find(id, scope);
        units.branchInScope(branchId, scope);
    }
}
