package org.zhengdun.rounds;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Which branches of a round were looked at, in figures and one by one. */
@Path("rounds/{id}/coverage")
@Authenticated
@Tag(name = "Screening")
class CoverageResource {

    private final RoundQueries rounds;
    private final RoundBranches figures;
    private final CoverageQueries queries;
    private final Units units;
    private final Caller caller;

    CoverageResource(RoundQueries rounds, RoundBranches figures, CoverageQueries queries, Units units,
            Caller caller) {
        this.rounds = rounds;
        this.figures = figures;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
    }

    @GET
    @Allowed(Permission.COVERAGE_READ)
    @Operation(operationId = "getCoverage", summary = "Count the active branches that were screened, and those that were not", description = "By the units next below the unit: the townships of a county. Only what the caller covers is counted.")
    public Coverage get(@PathParam("id") long id,
            @QueryParam("unit") @Parameter(description = "This org unit; the one that holds the round when absent") @Nullable Integer unit) {
        Scope scope = caller.scope(Permission.COVERAGE_READ);
        RoundQueries.Found round = rounds.find(id, scope);
        if (unit == null) {
            return Coverage.of(id, round.detail().unitId(), round.detail().unitName(),
                    figures.byUnit(rounds.area(round, scope), round.place()));
        }
        Unit asked = ofRound(unit, round, scope);
        return Coverage.of(id, unit, asked.name(), figures.byUnit(area(asked, round, scope), asked.path()));
    }

    @GET
    @Path("branches")
    @Allowed(Permission.COVERAGE_READ)
    @Operation(operationId = "listCoverageBranches", summary = "List the active branches of a round by code, for example those nobody has looked at")
    public Page<CoverageBranchRow> branches(@PathParam("id") long id, @BeanParam @Valid PageRequest page,
            @BeanParam CoverageFilter filter) {
        Scope scope = caller.scope(Permission.COVERAGE_READ);
        RoundQueries.Found round = rounds.find(id, scope);
        RoundArea area = filter.unit == null
                ? rounds.area(round, scope)
                : area(ofRound(filter.unit, round, scope), round, scope);
        return queries.page(round.detail(), area, filter, page);
    }

    private Unit ofRound(int unit, RoundQueries.Found round, Scope scope) {
        Unit asked = units.inScope(unit, scope);
        if (rounds.places(round).stream().noneMatch(place -> new ScopeRoot(place).covers(asked.path()))) {
            throw ProblemException.notFound();
        }
        return asked;
    }

    private static RoundArea area(Unit asked, RoundQueries.Found round, Scope scope) {
        return new RoundArea(round.detail().id(), round.place(), scope).under(asked.path());
    }
}
