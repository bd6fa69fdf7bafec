package org.zhengdun.verification;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Samples of cases for spot checks. */
@Path("samples")
@Authenticated
@Tag(name = "Spot checks")
class SampleResource {

    private final DrawSample draw;
    private final SampleQueries queries;
    private final Caller caller;
    private final Cursors cursors;
    private final Reads reads;
    private final Writes writes;

    SampleResource(DrawSample draw, SampleQueries queries, Caller caller, Cursors cursors, Reads reads,
            Writes writes) {
        this.draw = draw;
        this.queries = queries;
        this.caller = caller;
        this.cursors = cursors;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.SAMPLE_READ)
    @Operation(operationId = "listSamples", summary = "List the spot-check samples in the caller's scope, newest first")
    public Page<SampleRows.Sample> list(@Valid @BeanParam PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        return cursors.page(page, queries.page(scope(), before, page.limit()), row -> List.of(row.id()));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.SAMPLE_READ)
    @Operation(operationId = "getSample", summary = "Read a sample with seed and digest of its population")
    public RestResponse<SampleRows.Sample> read(@PathParam("id") long id) {
        SampleQueries.Found found = queries.find(id, scope());
        return reads.versioned(found.sample(), found.version());
    }

    @GET
    @Path("{id}/population")
    @Allowed(Permission.SAMPLE_READ)
    @Operation(operationId = "listSamplePopulation", summary = "List the frozen population in the order of its canonical list", description = "With seed and draws it is all that is needed to draw the sample again.")
    public Page<SampleRows.Member> population(@PathParam("id") long id, @Valid @BeanParam PageRequest page) {
        queries.find(id, scope());
        String after = cursors.after(page, List.of("")).getFirst();
        return cursors.page(page, queries.population(id, after, page.limit()), row -> List.of(row.caseNumber()));
    }

    @GET
    @Path("{id}/draws")
    @Allowed(Permission.SAMPLE_READ)
    @Operation(operationId = "listSampleDraws", summary = "List the draws of a sample in their order")
    public Page<SampleRows.Draw> draws(@PathParam("id") long id, @Valid @BeanParam PageRequest page) {
        queries.find(id, scope());
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        return cursors.page(page, queries.draws(id, after, page.limit()), row -> List.of(row.draw()));
    }

    @GET
    @Path("{id}/items")
    @Allowed(Permission.SAMPLE_READ)
    @Operation(operationId = "listSampleItems", summary = "List the drawn cases with what became of them")
    public Page<SampleRows.Item> items(@PathParam("id") long id, @Valid @BeanParam PageRequest page) {
        queries.find(id, scope());
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        return cursors.page(page, queries.items(id, after, page.limit()), row -> List.of(row.id()));
    }

    @POST
    @Allowed(Permission.SAMPLE_DRAW)
    @Operation(operationId = "freezeSample", summary = "Freeze a population for spot checks", description = "The source of the seed is named now; the seed itself comes later, by drawSample.")
    public RestResponse<SampleRows.Sample> freeze(@BeanParam CreateControl control,
            @Valid @NotNull SampleRequest body) {
        return writes.run(control, body, () -> draw.freeze(body));
    }

    @POST
    @Path("{id}/draw")
    @Allowed(Permission.SAMPLE_DRAW)
    @Operation(operationId = "drawSample", summary = "Give the published seed, which decides the sample; only once")
    public RestResponse<SampleRows.Sample> draw(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull SampleDrawRequest body) {
        return writes.run(control, body, () -> draw.draw(id, control, body));
    }

    @POST
    @Path("{id}/enlarge")
    @Allowed(Permission.SAMPLE_DRAW)
    @Operation(operationId = "enlargeSample", summary = "Draw additional cases; what was drawn stays")
    public RestResponse<SampleRows.Sample> enlarge(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull SampleDrawRequest.Enlargement body) {
        return writes.run(control, body, () -> draw.enlarge(id, control, body));
    }

    @POST
    @Path("{id}/items/{itemId}/not-examinable")
    @Allowed(Permission.SAMPLE_DRAW)
    @Operation(operationId = "replaceSampleItem", summary = "Say why a drawn case cannot be examined; the next of its stratum takes its place")
    public RestResponse<SampleRows.Sample> replace(@PathParam("id") long id, @PathParam("itemId") long itemId,
            @BeanParam ChangeControl control, @Valid @NotNull SampleDrawRequest.NotExaminable body) {
        return writes.run(control, body, () -> draw.replace(id, itemId, control, body));
    }

    private Scope scope() {
        return caller.scope(Permission.SAMPLE_READ);
    }
}
