package org.zhengdun.statistics;

import java.time.Instant;
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
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.time.Days;
import org.zhengdun.statistics.AnnualFormQueries.Count;

/** The annual form (整顿软弱涣散基层党组织情况) from live data. */
@Path("statistics/annual-form")
@Authenticated
@Tag(name = "Statistics")
class AnnualFormResource {

    private final AnnualFormQueries queries;
    private final Units units;
    private final Caller caller;
    private final Days days;

    AnnualFormResource(AnnualFormQueries queries, Units units, Caller caller, Days days) {
        this.queries = queries;
        this.units = units;
        this.caller = caller;
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
    public AnnualForm form(
            @QueryParam("unit") @Parameter(description = "Unit whose subtree is counted") @NotNull Integer unit,
            @QueryParam("year") @Parameter(description = "Year of the form") @NotNull @Min(2000) @Max(2100) Integer year) {
        Unit found = units.inScope(unit, caller.scope(Permission.STATISTICS_READ));
        Instant dataAsOf = days.now();
        List<Count> counts = queries.counts(found, year);
        return AnnualForm.of(found, year, dataAsOf, days.now(), counts);
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
