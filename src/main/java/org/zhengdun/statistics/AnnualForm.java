package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;
import org.zhengdun.shared.table.Tabular;
import org.zhengdun.statistics.AnnualFormQueries.Count;

/**
 * The annual form of a unit.
 *
 * @param dataAsOf   every change committed before this instant is counted
 * @param computedAt when the counting ended
 */
@Schema(name = "AnnualForm")
record AnnualForm(FormUnit unit, int year, Instant dataAsOf, Instant computedAt, List<Line> rows) implements Tabular {

    private static final String TITLE = "整顿软弱涣散基层党组织情况";

    /** The unit that the form is about. */
    @Schema(name = "AnnualFormUnit")
    record FormUnit(int id, String code, String name) {}

    /** One row of the form. */
    @Schema(name = "AnnualFormRow")
    record Line(FormRow row, List<Cell> cells) {}

    /** The value of a column, by its number. */
    @Schema(name = "AnnualFormCell")
    record Cell(int column, long value) {}

    static AnnualForm of(Unit unit, int year, Instant dataAsOf, Instant computedAt, List<Count> counts) {
        List<Line> rows = Stream.of(FormRow.values()).map(row -> line(row, counts)).toList();
        return new AnnualForm(new FormUnit(unit.id(), unit.code(), unit.name()), year, dataAsOf, computedAt, rows);
    }

    @Override
    public Dataset toDataset() {
        Dimension units = new Dimension("unit", "党组织", Role.GEO, List.of(new Category(unit.code(), unit.name())));
        Dimension years = new Dimension("year", "年度", Role.TIME,
                List.of(new Category(String.valueOf(year), String.valueOf(year))));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        rows.forEach(line -> line.cells().forEach(cell -> values.add(BigDecimal.valueOf(cell.value()))));
        return new Dataset("annual-form-" + unit.code() + "-" + year, TITLE, dataAsOf, computedAt,
                List.of(units, years, FormRow.dimension(), FormColumns.dimension()), values, Map.of());
    }

    private static Line line(FormRow row, List<Count> counts) {
        return new Line(row, FormColumns.ALL.stream().map(column -> new Cell(column.number(),
                counts.stream().filter(count -> count.column() == column && row.counts(count.branchKind())).mapToLong(
                        Count::value).sum())).toList());
    }
}
