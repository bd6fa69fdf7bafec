package org.zhengdun.statistics;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
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

/** The rows behind the cells of the monthly sheet. */
@Path("statistics/monthly-sheet/rows")
@Authenticated
@Tag(name = "Statistics")
class MonthlySheetRowResource {

    private final FormRowReader reader;
    private final Units units;
    private final Caller caller;
    private final Days days;

    MonthlySheetRowResource(FormRowReader reader, Units units, Caller caller, Days days) {
        this.reader = reader;
        this.units = units;
        this.caller = caller;
        this.days = days;
    }

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listMonthlySheetRows", summary = "List the rows that a cell of the monthly sheet counts")
    public Page<FigureRow> ofSheet(@Valid @BeanParam FormCellParameters asked,
            @QueryParam("month") @Parameter(description = "The month, for example 2026-05") @NotNull @Pattern(regexp = MonthlySheetResource.MONTH) String month,
            @QueryParam("part") @Parameter(description = "Of a percentage, the rows that it is of; otherwise those counted") @Nullable CountedPart part,
            @Valid @BeanParam PageRequest page) {
        Unit unit = unit(asked);
        YearMonth wanted = YearMonth.parse(month);
        if (wanted.isAfter(YearMonth.from(days.today()))) {
            throw ProblemException.invalid("?month", "period.not-begun");
        }
        AsOf moment = MonthlySheets.moment(wanted, AsOfParameter.parse(asked.asOf, days.now()), days.now());
        SheetColumn column = SheetColumns.ALL.stream().filter(
                each -> each.number() == asked.column()).findFirst().orElseThrow(
                        MonthlySheetRowResource::unknownColumn);
        return reader.page(new FormRowReader.Asked(unit, wanted, moment, column.number(), counted(column, part),
                asked.row), page);
    }

    private Unit unit(FormCellParameters asked) {
        return units.inScope(Objects.requireNonNull(asked.unit), caller.scope(Permission.STATISTICS_READ));
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
