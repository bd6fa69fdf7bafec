package org.zhengdun.statistics;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.organization.Unit;
import org.zhengdun.statistics.AnnualFormQueries.Count;

/**
 * The annual form of a unit.
 *
 * @param dataAsOf   every change committed before this instant is counted
 * @param computedAt when the counting ended
 */
@Schema(name = "AnnualForm")
record AnnualForm(FormUnit unit, int year, Instant dataAsOf, Instant computedAt, List<Line> rows) {

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

    private static Line line(FormRow row, List<Count> counts) {
        return new Line(row, FormColumns.ALL.stream().map(column -> new Cell(column.number(),
                counts.stream().filter(count -> count.column() == column && row.counts(count.branchKind())).mapToLong(
                        Count::value).sum())).toList());
    }
}
