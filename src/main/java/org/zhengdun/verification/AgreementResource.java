package org.zhengdun.verification;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Agreement of spot checks with acceptances. */
@Path("statistics/agreement")
@Authenticated
@Tag(name = "Statistics")
class AgreementResource {

    private final AgreementQueries queries;
    private final Units units;
    private final Caller caller;
    private final Cursors cursors;

    AgreementResource(AgreementQueries queries, Units units, Caller caller, Cursors cursors) {
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listAgreement", summary = "Compare acceptances with their spot checks, by county", description = "Each figure with numerator, denominator and the checks behind it; only completed spot checks count.")
    public Page<AgreementRow> list(
            @QueryParam("unit") @NotNull @Parameter(description = "Unit whose counties are compared") Integer unit,
            @Valid @BeanParam PageRequest page) {
        units.inScope(unit, caller.scope(Permission.STATISTICS_READ));
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        return cursors.page(page, queries.page(unit, after, page.limit()), row -> List.of(row.countyId()));
    }
}
