package org.zhengdun.statistics;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.AsOfParameter;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.statistics.FigureRowParameters.CountedPart;

/** The rows behind the cells of the annual form and the monthly sheet. */
@Path("statistics")
@Authenticated
@Tag(name = "Statistics")
class FormRowResource {

    private final FormRowReader reader;
    private final Units units;
    private final Caller caller;
    private final Days days;

    FormRowResource(FormRowReader reader, Units units, Caller caller, Days days) {
        this.reader = reader;
        this.units = units;
        this.caller = caller;
        this.days = days;
    }

    @GET
    @Path("annual-form/rows")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listAnnualFormRows", summary = "List the rows that a cell of the annual form counts")
    public Page<FigureRow> ofForm(@Valid @BeanParam FormCellParameters asked,
            @QueryParam("year") @Parameter(description = "Year of the form") @NotNull @Min(2000) @Max(2100) Integer year,
            @Valid @BeanParam PageRequest page) {
        Unit unit = unit(asked);
        AsOf moment = AsOfParameter.parse(asked.asOf, days.now());
        requireBegun("?year", year > days.today().getYear());
        FormColumn column = FormColumns.ALL.stream().filter(
                each -> each.number() == asked.column()).findFirst().orElseThrow(FormRowResource::unknownColumn);
        return reader.page(new FormRowReader.Asked(unit, YearMonth.of(year, 12), moment, column.number(), column,
                asked.row), page);
    }

    @GET
    @Path("monthly-sheet/rows")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listMonthlySheetRows", summary = "List the rows that a cell of the monthly sheet counts")
    public Page<FigureRow> ofSheet(@Valid @BeanParam FormCellParameters asked,
            @QueryParam("month") @Parameter(description = "The month, for example 2026-05") @NotNull @Pattern(regexp = MonthlySheetResource.MONTH) String month,
            @QueryParam("part") @Parameter(description = "Of a percentage, the rows that it is of; otherwise those counted") @Nullable CountedPart part,
            @Valid @BeanParam PageRequest page) {
        Unit unit = unit(asked);
        YearMonth wanted = YearMonth.parse(month);
        requireBegun("?month", wanted.isAfter(YearMonth.from(days.today())));
        AsOf moment = MonthlySheets.moment(wanted, AsOfParameter.parse(asked.asOf, days.now()), days.now());
        SheetColumn column = SheetColumns.ALL.stream().filter(
                each -> each.number() == asked.column()).findFirst().orElseThrow(FormRowResource::unknownColumn);
        return reader.page(new FormRowReader.Asked(unit, wanted, moment, column.number(), counted(column, part),
                asked.row), page);
    }

    private Unit unit(FormCellParameters asked) {
        return units.inScope(Objects.requireNonNull(asked.unit), caller.scope(Permission.STATISTICS_READ));
    }

    private static void requireBegun(String pointer, boolean isFuture) {
        if (isFuture) {
            throw ProblemException.invalid(pointer, "period.not-begun");
        }
    }

    private static FormColumn counted(SheetColumn column, @Nullable CountedPart part) {
        return part == CountedPart.DENOMINATOR
                ? Optional.ofNullable(column.of()).orElseThrow(
                        () -> ProblemException.invalid("?part", "figures.no-denominator", column.code()))
                : column.counted();
    }

    private static ProblemException unknownColumn() {
        return ProblemException.invalid("?column", "figures.column-unknown");
    }
}
