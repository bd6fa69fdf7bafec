package org.zhengdun.statistics;

import java.time.YearMonth;
import java.util.Objects;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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

/** The rows behind the cells of the annual form. */
@Path("statistics/annual-form/rows")
@Authenticated
@Tag(name = "Statistics")
class AnnualFormRowResource {

    private final FormRowReader reader;
    private final Units units;
    private final Caller caller;
    private final Days days;

    AnnualFormRowResource(FormRowReader reader, Units units, Caller caller, Days days) {
        this.reader = reader;
        this.units = units;
        this.caller = caller;
        this.days = days;
    }

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listAnnualFormRows", summary = "List the rows that a cell of the annual form counts")
    public Page<FigureRow> ofForm(@Valid @BeanParam FormCellParameters asked,
            @QueryParam("year") @Parameter(description = "Year of the form") @NotNull @Min(2000) @Max(2100) Integer year,
            @Valid @BeanParam PageRequest page) {
        Unit unit = unit(asked);
        AsOf moment = AsOfParameter.parse(asked.asOf, days.now());
        if (year > days.today().getYear()) {
            throw ProblemException.invalid("?year", "period.not-begun");
        }
        FormColumn column = FormColumns.ALL.stream().filter(
                each -> each.number() == asked.column()).findFirst().orElseThrow(AnnualFormRowResource::unknownColumn);
        return reader.page(new FormRowReader.Asked(unit, YearMonth.of(year, 12), moment, column.number(), column,
                asked.row), page);
    }

    private Unit unit(FormCellParameters asked) {
        return units.inScope(Objects.requireNonNull(asked.unit), caller.scope(Permission.STATISTICS_READ));
    }

    private static ProblemException unknownColumn() {
        return ProblemException.invalid("?column", "figures.column-unknown");
    }
}
