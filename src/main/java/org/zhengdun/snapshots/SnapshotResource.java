package org.zhengdun.snapshots;

import java.util.List;
import java.util.function.UnaryOperator;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.statistics.FormDisclosure;
import org.zhengdun.statistics.TableKind;

/** Frozen figures. */
@Path("statistics/snapshots")
@Authenticated
@Tag(name = "Statistics")
class SnapshotResource {

    private final FreezeFigures freeze;
    private final SnapshotQueries queries;
    private final Units units;
    private final Caller caller;
    private final FormDisclosure disclosure;
    private final Cursors cursors;
    private final Reads reads;
    private final Writes writes;

    SnapshotResource(FreezeFigures freeze, SnapshotQueries queries, Units units, Caller caller,
            FormDisclosure disclosure, Cursors cursors, Reads reads, Writes writes) {
        this.freeze = freeze;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.disclosure = disclosure;
        this.cursors = cursors;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listSnapshots", summary = "List frozen figures with their latest revision, newest first")
    public Page<SnapshotRow> list(
            @QueryParam("unit") @Parameter(description = "Only figures of this org unit and those under it") @Nullable Integer unit,
            @QueryParam("kind") @Parameter(description = "Only tables of this kind") @Nullable TableKind kind,
            @Valid @BeanParam PageRequest page) {
        Scope scope = caller.scope(Permission.STATISTICS_READ);
        Scope wanted = unit == null ? scope : scope.within(units.inScope(unit, scope).path());
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        List<SnapshotRow> rows = queries.page(wanted, kind, before, page.limit()).stream().map(
                found -> disclosure.isExternal(found.place()) ? found.latest().external() : found.latest()).toList();
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.STATISTICS_READ)
    @Produces({TableFormat.JSON, TableFormat.CSV, TableFormat.XLSX, TableFormat.JSON_STAT})
    @Operation(operationId = "getSnapshot", summary = "Read frozen figures, as JSON, CSV, XLSX or JSON-stat", description = "A correction also lists the cells that differ from the first revision.")
    public RestResponse<SnapshotDetail> read(@PathParam("id") long id,
            @QueryParam("revision") @Parameter(description = "Revision to read instead of the latest") @Nullable @Min(1) Integer revision) {
        SnapshotQueries.Found found = queries.find(id, caller.scope(Permission.STATISTICS_READ));
        SnapshotRow latest = found.latest();
        int wanted = revision == null ? latest.revision() : revision;
        SnapshotDetail detail = disclosure.isExternal(found.place())
                ? queries.revision(latest, wanted, FormDisclosure::withoutSensitive).external()
                : queries.revision(latest, wanted, UnaryOperator.identity());
        return reads.figures(detail, found.place(), latest.revision());
    }

    @POST
    @Allowed(Permission.STATISTICS_PUBLISH)
    @Operation(operationId = "freezeFigures", summary = "Freeze a table for a unit and a period", description = "What was frozen never changes. A unit has one snapshot of a kind for a period; corrections are its revisions.")
    public RestResponse<SnapshotDetail> freeze(@BeanParam CreateControl control,
            @Valid @NotNull SnapshotRequest body) {
        return writes.run(control, body, () -> freeze.freeze(body));
    }

    @POST
    @Path("{id}/revisions")
    @Allowed(Permission.STATISTICS_PUBLISH)
    @Operation(operationId = "correctSnapshot", summary = "Correct frozen figures by a further revision", description = "The revision is computed from present data, or from those of a past instant. Former revisions stay readable.")
    public RestResponse<SnapshotDetail> correct(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull SnapshotRequest.Correction body) {
        return writes.run(control, body, () -> freeze.correct(id, control, body));
    }
}
