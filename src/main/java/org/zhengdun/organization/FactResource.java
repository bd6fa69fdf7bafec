package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Dated facts of branches: kind, size, the state of the secretary's post. */
@Path("branches/{id}/facts")
@Authenticated
@Tag(name = "Organization")
class FactResource {

    private static final String END_OF_TIME = "9999-12-31";

    private final Caller caller;
    private final Units units;
    private final FactQueries queries;
    private final FactReports reports;
    private final Writes writes;
    private final Reads reads;
    private final Cursors cursors;
    private final Days days;

    FactResource(Caller caller, Units units, FactQueries queries, FactReports reports, Writes writes, Reads reads,
            Cursors cursors, Days days) {
        this.caller = caller;
        this.units = units;
        this.queries = queries;
        this.reports = reports;
        this.writes = writes;
        this.reads = reads;
        this.cursors = cursors;
        this.days = days;
    }

    @GET
    @Allowed(Permission.FACTS_READ)
    @Operation(operationId = "getBranchFacts", summary = "Read the facts of a branch on a day")
    public RestResponse<FactDetail> get(@PathParam("id") int id,
            @QueryParam("on") @Parameter(description = "Today when absent") @Nullable LocalDate on) {
        requireBranch(id);
        FactQueries.Versioned found = queries.on(id, on == null ? days.today() : on).orElseThrow(
                ProblemException::notFound);
        return reads.versioned(found.facts(), found.latest());
    }

    @GET
    @Path("history")
    @Allowed(Permission.FACTS_READ)
    @Operation(operationId = "listBranchFacts", summary = "List the facts of a branch, latest period first")
    public Page<FactDetail> history(@PathParam("id") int id, @Valid @BeanParam PageRequest page) {
        requireBranch(id);
        LocalDate before = Cursors.date(cursors.after(page, List.of(END_OF_TIME)).getFirst());
        return cursors.page(page, queries.history(id, before, page.limit() + 1), fact -> List.of(fact.validFrom()));
    }

    @PUT
    @Allowed(Permission.FACTS_WRITE)
    @Operation(operationId = "reportBranchFacts", summary = "Report the facts of a branch from a day on", description = "If-Match is \"0\" for the first report")
    public RestResponse<FactDetail> report(@PathParam("id") int id, @BeanParam ChangeControl control,
            @Valid @NotNull FactRequest body) {
        return writes.run(control, body, () -> reports.report(id, control, body));
    }

    private void requireBranch(int id) {
        units.branchInScope(id, caller.scope(Permission.FACTS_READ));
    }
}
