package org.zhengdun.statistics;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.AsOfParameter;
import org.zhengdun.shared.web.Reads;

/** The annual form (整顿软弱涣散基层党组织情况) now or as of a past moment. */
@Path("statistics/annual-form")
@Authenticated
@Tag(name = "Statistics")
class AnnualFormResource {

    private final AnnualForms forms;
    private final Units units;
    private final Caller caller;
    private final FormDisclosure disclosure;
    private final Reads reads;
    private final Days days;

    AnnualFormResource(AnnualForms forms, Units units, Caller caller, FormDisclosure disclosure,
            Reads reads, Days days) {
        this.forms = forms;
        this.units = units;
        this.caller = caller;
        this.disclosure = disclosure;
        this.reads = reads;
        this.days = days;
    }

    /** Definition of one column. */
    @Schema(name = "AnnualFormColumn")
    record ColumnRow(int column, String code, String labelZh, String labelEn, String meaning) {}

    /** The definitions of the columns. */
    @Schema(name = "AnnualFormColumns")
    record Columns(List<ColumnRow> items) {}

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Produces({TableFormat.JSON, TableFormat.CSV, TableFormat.XLSX, TableFormat.JSON_STAT})
    @Operation(operationId = "getAnnualForm", summary = "Compute the annual form of a unit, as JSON, CSV, XLSX or JSON-stat")
    public RestResponse<AnnualForm> form(
            @QueryParam("unit") @Parameter(description = "Unit whose subtree is counted") @NotNull Integer unit,
            @QueryParam("year") @Parameter(description = "Year of the form") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("asOf") @Parameter(description = AsOfParameter.DESCRIPTION) @Nullable String asOf) {
        Unit found = units.inScope(unit, caller.scope(Permission.STATISTICS_READ));
        AsOf moment = AsOfParameter.parse(asOf, days.now());
        if (year > days.today().getYear()) {
            throw ProblemException.invalid("?year", "period.not-begun");
        }
        AnnualForm form = disclosure.protect(forms.compute(found, year, moment), found, moment);
        return reads.figures(form, found.path());
    }

    @GET
    @Path("columns")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listAnnualFormColumns", summary = "List the columns of the annual form with their meaning")
    public Columns columns() {
        return new Columns(FormColumns.ALL.stream().map(column -> new ColumnRow(column.number(), column.code(),
                column.chinese(), column.english(), column.meaning())).toList());
    }
}
