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
 * @param asOf       the past moment, when one was asked for
 * @param dataAsOf   every change committed before this instant is counted, none after it
 * @param computedAt when the counting ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MonthlySheet")
record MonthlySheet(AnnualForm.FormUnit unit, String month, @Nullable Instant asOf, Instant dataAsOf,
        Instant computedAt, List<Line> rows)
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
     * @param suppressed      true when the figure must not be shown to the caller
     * @param rowsHref        the rows that are counted; absent when there are none, or they are not shown to the caller
     * @param denominatorHref the rows that a percentage is of, likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MonthlySheetCell")
    record Cell(int column, @Nullable BigDecimal value, @Nullable Boolean suppressed, @Nullable String rowsHref,
            @Nullable String denominatorHref) {}

    static MonthlySheet of(Unit unit, YearMonth month, @Nullable Instant asOf, Instant dataAsOf, Instant computedAt,
            List<Count> counts) {
        FormLinks links = FormLinks.ofMonth(unit.id(), month.toString(), asOf);
        List<Line> rows = Stream.of(FormRow.values()).map(row -> line(row, counts, links)).toList();
        return new MonthlySheet(new AnnualForm.FormUnit(unit.id(), unit.code(), unit.name()), month.toString(),
                asOf, dataAsOf,
                computedAt, rows);
    }

    /** The sheet with other cells. */
    MonthlySheet with(UnaryOperator<Cell> change) {
        return new MonthlySheet(unit, month, asOf, dataAsOf, computedAt, rows.stream().map(
                line -> new Line(line.row(), line.cells().stream().map(change).toList())).toList());
    }

    /** The table as it is kept: when it is of, its instants say. */
    Dataset kept() {
        return new MonthlySheet(unit, month, null, dataAsOf, computedAt, rows).toDataset();
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
        return FormMoment.dataset(new Dataset("monthly-sheet-" + unit.code() + "-" + month, TITLE, dataAsOf, computedAt,
                List.of(units, months, FormRow.dimension(), SheetColumns.dimension()), values, status), asOf);
    }

    private static Line line(FormRow row, List<Count> counts, FormLinks links) {
        return new Line(row, SheetColumns.ALL.stream().map(column -> cell(column, row, counts, links)).toList());
    }

    private static Cell cell(SheetColumn column, FormRow row, List<Count> counts, FormLinks links) {
        BigDecimal value = column.value(row, counted -> Count.sum(counts, counted, row)).orElse(null);
        FormColumn of = column.of();
        String rows = value == null ? null : links.to(column.number(), row, Count.sum(counts, column.counted(), row));
        String whole = value == null || of == null ? null : links.to(column.number(), row, Count.sum(counts, of, row));
        return new Cell(column.number(), value, null, rows, whole == null ? null : whole + "&part=DENOMINATOR");
    }
}
