package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.AsOfParameter;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.MergePatch;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** The tree of Party organizations. */
@Path("org-units")
@Authenticated
@Tag(name = "Organization")
class UnitResource {

    private final Caller caller;
    private final Units units;
    private final UnitQueries queries;
    private final UnitChanges changes;
    private final Writes writes;
    private final Reads reads;
    private final Cursors cursors;
    private final Days days;

    UnitResource(Caller caller, Units units, UnitQueries queries, UnitChanges changes, Writes writes, Reads reads,
            Cursors cursors, Days days) {
        this.caller = caller;
        this.units = units;
        this.queries = queries;
        this.changes = changes;
        this.writes = writes;
        this.reads = reads;
        this.cursors = cursors;
        this.days = days;
    }

    @GET
    @Allowed(Permission.ORG_READ)
    @Operation(operationId = "listOrgUnits", summary = "List org units by code")
    public Page<OrgUnitRow> list(@BeanParam UnitFilter filter, @Valid @BeanParam PageRequest page) {
        AsOfParameter.requirePast(filter.asOf, days.today());
        UnitList list = listed(filter);
        String after = cursors.after(page, List.of("")).getFirst();
        return cursors.page(page, queries.list(list, after, page.limit() + 1), row -> List.of(row.code()));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.ORG_READ)
    @Operation(operationId = "getOrgUnit", summary = "Read one org unit with its ancestors")
    public RestResponse<OrgUnitDetail> get(@PathParam("id") int id,
            @QueryParam("asOf") @Parameter(description = UnitFilter.AS_OF) @Nullable LocalDate asOf) {
        AsOfParameter.requirePast(asOf, days.today());
        OrgUnitDetail unit = queries.byId(id, caller.scope(Permission.ORG_READ), asOf);
        return reads.versioned(unit, unit.version());
    }

    @GET
    @Path("by-code/{code}")
    @Allowed(Permission.ORG_READ)
    @Operation(operationId = "getOrgUnitByCode", summary = "Read one org unit by its official code")
    public RestResponse<OrgUnitDetail> getByCode(@PathParam("code") String code,
            @QueryParam("asOf") @Parameter(description = UnitFilter.AS_OF) @Nullable LocalDate asOf) {
        AsOfParameter.requirePast(asOf, days.today());
        OrgUnitDetail unit = queries.byCode(code, caller.scope(Permission.ORG_READ), asOf);
        return reads.versioned(unit, unit.version());
    }

    @POST
    @Allowed(Permission.ORG_MANAGE)
    @Operation(operationId = "createOrgUnit", summary = "Create an org unit")
    public RestResponse<OrgUnitDetail> create(@BeanParam CreateControl control,
            @Valid @NotNull OrgUnitRequest body) {
        return writes.run(control, body, () -> changes.create(body));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Allowed(Permission.ORG_MANAGE)
    @Operation(operationId = "changeOrgUnit", summary = "Rename an org unit (JSON Merge Patch)")
    @RequestBody(content = {
            @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = OrgUnitPatch.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OrgUnitPatch.class))})
    public RestResponse<OrgUnitDetail> change(@PathParam("id") int id, @BeanParam ChangeControl control,
            @NotNull MergePatch body) {
        return writes.run(control, body, () -> changes.change(id, control, body));
    }

    private UnitList listed(UnitFilter filter) {
        Scope scope = caller.scope(Permission.ORG_READ);
        Scope start = filter.under == null
                ? scope
                : new Scope(List.of(new ScopeRoot(units.inScope(filter.under, scope).path())), Set.of());
        return filter.asOf == null
                ? UnitList.ofToday(filter, start)
                : UnitList.ofDay(filter, queries.onDay(start, filter.asOf), scope);
    }
}
