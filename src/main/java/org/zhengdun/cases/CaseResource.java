package org.zhengdun.cases;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.AsOfParameter;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Rectification cases. */
@Path("cases")
@Authenticated
@Tag(name = "Cases")
class CaseResource {

    private final CaseQueries queries;
    private final CaseDetails details;
    private final TimelineQueries timeline;
    private final NominateBranch nominations;
    private final MoveCase moves;
    private final OpenCases open;
    private final RestrictedLists restricted;
    private final Days days;
    private final Reads reads;
    private final Writes writes;

    CaseResource(CaseQueries queries, CaseDetails details, TimelineQueries timeline, NominateBranch nominations,
            MoveCase moves, OpenCases open, RestrictedLists restricted, Days days, Reads reads, Writes writes) {
        this.queries = queries;
        this.details = details;
        this.timeline = timeline;
        this.nominations = nominations;
        this.moves = moves;
        this.open = open;
        this.restricted = restricted;
        this.days = days;
        this.reads = reads;
        this.writes = writes;
    }

    /** How many cases match; at most 10,000 are counted. */
    @Schema(name = "CaseCount")
    record CaseCount(int count, boolean exact) {}

    /** A remark on a case. */
    @Schema(name = "RemarkRequest")
    record RemarkRequest(@NotBlank @Size(max = 4000) String text) {}

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listCases", summary = "List the cases in the caller's scope")
    public Page<CaseRow> list(@BeanParam CaseFilter filter, @Valid @BeanParam PageRequest page) {
        Page<CaseRow> found = queries.page(filter, page);
        restricted.listed(filter, found.items().stream().map(CaseRow::id).toList());
        return found;
    }

    @GET
    @Path("count")
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "countCases", summary = "Count the cases in the caller's scope")
    public CaseCount count(@BeanParam CaseFilter filter) {
        int count = queries.count(filter);
        restricted.listed(filter, List.of());
        return new CaseCount(count, count < CaseQueries.COUNT_BOUND);
    }

    @POST
    @Allowed(Permission.CASE_NOMINATE)
    @ResponseStatus(201)
    @Operation(operationId = "nominateBranch", summary = "Nominate a branch, which opens a case")
    public RestResponse<CaseDetail> nominate(@BeanParam CreateControl control, @Valid @NotNull NominateRequest body) {
        return writes.run(control, body, () -> {
            CaseDetail created = details.read(nominations.nominate(body));
            return Written.created(created, created.version(), "/api/v1/cases/" + created.id());
        });
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "getCase", summary = "Read a case with its lists and the moves the caller can make, or as it was")
    public RestResponse<CaseDetail> get(@PathParam("id") long id,
            @QueryParam("asOf") @Parameter(description = AsOfParameter.DESCRIPTION) @Nullable String asOf) {
        CaseDetail detail = details.read(id, AsOfParameter.parse(asOf, days.now()));
        return reads.versioned(detail, detail.version());
    }

    @POST
    @Path("{id}/transitions")
    @Allowed(Permission.CASE_TRANSITION)
    @ResponseStatus(201)
    @Operation(operationId = "moveCase", summary = "Move a case along the lifecycle")
    public RestResponse<CaseDetail> move(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull TransitionRequest body) {
        return writes.run(control, body, () -> {
            long version = moves.move(id, control, body);
            return Written.created(details.read(id), version, "/api/v1/cases/" + id);
        });
    }

    @GET
    @Path("{id}/timeline")
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listTimeline", summary = "Read what happened to a case, in order")
    public Page<TimelineQueries.TimelineEvent> timeline(@PathParam("id") long id,
            @QueryParam("kind") @Size(max = 60) @Parameter(description = "Only events of this kind or of the kinds that begin with it and a dot, for example move or move.CONFIRM") @Nullable String kind,
            @Valid @BeanParam PageRequest page) {
        return timeline.page(open.read(id), kind, page);
    }

    @POST
    @Path("{id}/remarks")
    @Allowed(Permission.CASE_REMARK)
    @ResponseStatus(201)
    @Operation(operationId = "addRemark", summary = "Leave a remark on a case, also on a closed one")
    public RestResponse<CaseDetail> remark(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull RemarkRequest body) {
        return writes.run(control, body, () -> {
            CaseFile file = open.change(id, Permission.CASE_REMARK, control, CaseState.NAMES);
            long version = open.record(file, "remark", null,
                    Change.created("case.remark", "case", id, file.place(), body));
            return Written.created(details.read(id), version, "/api/v1/cases/" + id + "/timeline");
        });
    }
}
