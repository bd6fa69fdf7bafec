package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;
import org.zhengdun.shared.table.Tabular;
import org.zhengdun.statistics.FormQueries.Count;

/**
 * The monthly sheet of a unit.
 *
 * @param month      for example 2026-05
 * @param dataAsOf   every change committed before this instant is counted, none after it
 * @param computedAt when the counting ended
 */
@Schema(name = "MonthlySheet")
record MonthlySheet(AnnualForm.FormUnit unit, String month, Instant dataAsOf, Instant computedAt, List<Line> rows)
        implements
            Tabular {

    private static final String TITLE = "整顿软弱涣散基层党组织工作月报表";

    /** One row of the sheet. */
    @Schema(name = "MonthlySheetRow")
    record Line(FormRow row, List<Cell> cells) {}

    /**
     * The value of a column, by its number.
     *
     * @param value      absent where there is none: a rate of nothing, reports by kind of branch, a suppressed figure
     * @param suppressed true when the figure must not be shown to the caller
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MonthlySheetCell")
    record Cell(int column, @Nullable BigDecimal value, @Nullable Boolean suppressed) {}

    static MonthlySheet of(Unit unit, YearMonth month, Instant dataAsOf, Instant computedAt, List<Count> counts) {
        List<Line> rows = Stream.of(FormRow.values()).map(row -> line(row, counts)).toList();
        return new MonthlySheet(new AnnualForm.FormUnit(unit.id(), unit.code(), unit.name()), month.toString(),
                dataAsOf,
                computedAt, rows);
    }

    /** The sheet with other cells. */
    MonthlySheet with(UnaryOperator<Cell> change) {
        return new MonthlySheet(unit, month, dataAsOf, computedAt, rows.stream().map(
                line -> new Line(line.row(), line.cells().stream().map(change).toList())).toList());
    }

    @Override
    public Dataset toDataset() {
        Dimension units = new Dimension("unit", "党组织", Role.GEO, List.of(new Category(unit.code(), unit.name())));
        Dimension months = new Dimension("month", "月份", Role.TIME, List.of(new Category(month, month)));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        Map<Integer, String> status = new HashMap<>();
        rows.forEach(line -> line.cells().forEach(cell -> {
            if (cell.suppressed() != null) {
                status.put(values.size(), Dataset.SUPPRESSED);
            }
            values.add(cell.value());
        }));
        return new Dataset("monthly-sheet-" + unit.code() + "-" + month, TITLE, dataAsOf, computedAt,
                List.of(units, months, FormRow.dimension(), SheetColumns.dimension()), values, status);
    }

    private static Line line(FormRow row, List<Count> counts) {
        return new Line(row, SheetColumns.ALL.stream().map(column -> new Cell(column.number(),
                column.value(row, counted -> Count.sum(counts, counted, row)).orElse(null), null)).toList());
    }
}
