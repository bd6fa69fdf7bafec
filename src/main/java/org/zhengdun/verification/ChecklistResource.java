package org.zhengdun.verification;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Checklists of acceptance. */
@Path("checklists")
@Authenticated
@Tag(name = "Checklists")
class ChecklistResource {

    private final SeenChecklists seen;
    private final WriteChecklist write;
    private final Units units;
    private final Caller caller;
    private final Cursors cursors;
    private final Reads reads;
    private final Writes writes;

    ChecklistResource(SeenChecklists seen, WriteChecklist write, Units units, Caller caller,
            Cursors cursors, Reads reads, Writes writes) {
        this.seen = seen;
        this.write = write;
        this.units = units;
        this.caller = caller;
        this.cursors = cursors;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CHECKLIST_READ)
    @Operation(operationId = "listChecklists", summary = "List the checklists that apply to a unit, newest first")
    public Page<ChecklistRow> list(
            @QueryParam("unit") @NotNull @Parameter(description = "Unit to which they apply: its own and those of the units above it") Integer unit,
            @Valid @BeanParam PageRequest page) {
        int[] place = units.inScope(unit, caller.scope(Permission.CHECKLIST_READ)).path();
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        return cursors.page(page, seen.applicable(place, before, page.limit()), row -> List.of(row.id()));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.CHECKLIST_READ)
    @Operation(operationId = "getChecklist", summary = "Read a checklist with its items")
    public RestResponse<ChecklistDetail> read(@PathParam("id") long id) {
        ChecklistQueries.Found found = seen.byId(id);
        return reads.versioned(found.detail(), found.version());
    }

    @POST
    @Allowed(Permission.CHECKLIST_WRITE)
    @Operation(operationId = "draftChecklist", summary = "Draft a checklist")
    public RestResponse<ChecklistDetail> create(@BeanParam CreateControl control,
            @Valid @NotNull ChecklistRequest body) {
        return writes.run(control, body, () -> write.draft(body));
    }

    @PUT
    @Path("{id}")
    @Allowed(Permission.CHECKLIST_WRITE)
    @Operation(operationId = "rewriteChecklist", summary = "Replace the content of a draft")
    public RestResponse<ChecklistDetail> rewrite(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull ChecklistRequest.Content body) {
        return writes.run(control, body, () -> write.rewrite(id, control, body));
    }

    @POST
    @Path("{id}/publish")
    @Allowed(Permission.CHECKLIST_WRITE)
    @Operation(operationId = "publishChecklist", summary = "Publish a draft; it is immutable from then on", description = "The points of the items that are not vetoes must sum to 100.")
    public RestResponse<ChecklistDetail> publish(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull ChecklistRequest.Verb body) {
        return writes.run(control, body, () -> write.publish(id, control));
    }

    @POST
    @Path("{id}/versions")
    @Allowed(Permission.CHECKLIST_WRITE)
    @Operation(operationId = "draftNextChecklistEdition", summary = "Draft the next edition of a published checklist")
    public RestResponse<ChecklistDetail> nextEdition(@PathParam("id") long id, @BeanParam CreateControl control,
            @Valid @NotNull ChecklistRequest.Verb body) {
        return writes.run(control, body, () -> write.nextEdition(id));
    }
}
