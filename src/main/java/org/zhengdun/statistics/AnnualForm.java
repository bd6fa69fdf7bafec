package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
 * The annual form of a unit.
 *
 * @param asOf       the past moment, when one was asked for
 * @param dataAsOf   every change committed before this instant is counted; the past moment when one was asked for
 * @param computedAt when the counting ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnnualForm")
record AnnualForm(FormUnit unit, int year, @Nullable Instant asOf, Instant dataAsOf, Instant computedAt,
        List<Line> rows) implements Tabular {

    private static final String TITLE = "整顿软弱涣散基层党组织情况";

    /** The unit that the form is about. */
    @Schema(name = "AnnualFormUnit")
    record FormUnit(int id, String code, String name) {}

    /** One row of the form. */
    @Schema(name = "AnnualFormRow")
    record Line(FormRow row, List<Cell> cells) {}

    /**
     * The value of a column, by its number.
     *
     * @param value      absent when it must not be shown to the caller
     * @param suppressed true when it must not be shown to the caller
     * @param rowsHref   the rows behind the value; absent when there are none, or they are not shown to the caller
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnnualFormCell")
    record Cell(int column, @Nullable Long value, @Nullable Boolean suppressed, @Nullable String rowsHref) {}

    static AnnualForm of(Unit unit, int year, @Nullable Instant asOf, Instant dataAsOf, Instant computedAt,
            List<Count> counts) {
        FormLinks links = FormLinks.ofYear(unit.id(), year, asOf);
        List<Line> rows = Stream.of(FormRow.values()).map(row -> line(row, counts, links)).toList();
        return new AnnualForm(new FormUnit(unit.id(), unit.code(), unit.name()), year, asOf, dataAsOf, computedAt,
                rows);
    }

    /** The form with other cells. */
    AnnualForm with(BiFunction<FormRow, Cell, Cell> change) {
        return new AnnualForm(unit, year, asOf, dataAsOf, computedAt, rows.stream().map(line -> new Line(line.row(),
                line.cells().stream().map(cell -> change.apply(line.row(), cell)).toList())).toList());
    }

    /** The table as it is kept: when it is of, its instants say. */
    Dataset kept() {
        return new AnnualForm(unit, year, null, dataAsOf, computedAt, rows).toDataset();
    }

    @Override
    public Dataset toDataset() {
        Dimension units = new Dimension("unit", "党组织", Role.GEO, List.of(new Category(unit.code(), unit.name())));
        Dimension years = new Dimension("year", "年度", Role.TIME,
                List.of(new Category(String.valueOf(year), String.valueOf(year))));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        Map<Integer, String> status = new HashMap<>();
        rows.forEach(line -> line.cells().forEach(cell -> {
            if (cell.suppressed() != null) {
                status.put(values.size(), Dataset.SUPPRESSED);
            }
            values.add(cell.value() == null ? null : BigDecimal.valueOf(cell.value()));
        }));
        return FormMoment.dataset(new Dataset("annual-form-" + unit.code() + "-" + year, TITLE, dataAsOf, computedAt,
                List.of(units, years, FormRow.dimension(), FormColumns.dimension()), values, status), asOf);
    }

    private static Line line(FormRow row, List<Count> counts, FormLinks links) {
        return new Line(row, FormColumns.ALL.stream().map(column -> {
            long value = Count.sum(counts, column, row);
            return new Cell(column.number(), value, null, links.to(column.number(), row, value));
        }).toList());
    }
}
