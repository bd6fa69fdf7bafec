package org.zhengdun.statistics;

import java.time.YearMonth;
import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/** The monthly sheet (docs/domain.md section 7): the annual form's columns up to the end of a month, and progress. */
@Path("statistics/monthly-sheet")
@Authenticated
@Tag(name = "Statistics")
class MonthlySheetResource {

    static final String MONTH = "20\\d{2}-(0[1-9]|1[0-2])";

    private final MonthlySheets sheets;
    private final Units units;
    private final Caller caller;
    private final FormDisclosure disclosure;
    private final Reads reads;
    private final Days days;

    MonthlySheetResource(MonthlySheets sheets, Units units, Caller caller,
            FormDisclosure disclosure, Reads reads, Days days) {
        this.sheets = sheets;
        this.units = units;
        this.caller = caller;
        this.disclosure = disclosure;
        this.reads = reads;
        this.days = days;
    }

    /** Definition of one column. */
    @Schema(name = "MonthlySheetColumn")
    record ColumnRow(int column, String code, String labelZh, String labelEn, String meaning) {}

    /** The definitions of the columns. */
    @Schema(name = "MonthlySheetColumns")
    record Columns(List<ColumnRow> items) {}

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Produces({TableFormat.JSON, TableFormat.CSV, TableFormat.XLSX, TableFormat.JSON_STAT})
    @Operation(operationId = "getMonthlySheet", summary = "Compute the monthly sheet of a unit, as JSON, CSV, XLSX or JSON-stat", description = "Of a month that is over, as things were at its end; of the running month, as they are.")
    public RestResponse<MonthlySheet> sheet(
            @QueryParam("unit") @Parameter(description = "Unit whose subtree is counted") @NotNull Integer unit,
            @QueryParam("month") @Parameter(description = "The month, for example 2026-05") @NotNull @Pattern(regexp = MONTH) String month,
            @QueryParam("asOf") @Parameter(description = AsOfParameter.DESCRIPTION) @Nullable String asOf) {
        Unit found = units.inScope(unit, caller.scope(Permission.STATISTICS_READ));
        YearMonth wanted = YearMonth.parse(month);
        AsOf moment = AsOfParameter.parse(asOf, days.now());
        if (wanted.isAfter(YearMonth.from(days.today()))) {
            throw ProblemException.invalid("?month", "period.not-begun");
        }
        MonthlySheet sheet = disclosure.protect(sheets.compute(found, wanted, moment), found);
        return reads.figures(sheet, found.path());
    }

    @GET
    @Path("columns")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listMonthlySheetColumns", summary = "List the columns of the monthly sheet with their meaning")
    public Columns columns() {
        return new Columns(SheetColumns.ALL.stream().map(column -> new ColumnRow(column.number(), column.code(),
                column.chinese(), column.english(), column.meaning())).toList());
    }
}
