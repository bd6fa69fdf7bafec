package org.zhengdun.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.CaseState;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Tabular;

/**
 * A table of figures: each measure at each row and column, with the margins.
 *
 * @param filters    what of all rows is counted, each as an axis of one item; absent when all are
 * @param dataAsOf   every change committed before this instant is counted
 * @param computedAt when the counting ended
 * @param english    whether the labels are English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Cube")
record CubeAnswer(CubeUnit unit, CubeEcho query, List<CubeMeasure> measures, @Nullable CubeAxis rows,
        @Nullable CubeAxis columns, List<CubeCell> cells, List<CubeCell> totals, @Nullable List<CubeAxis> filters,
        Instant dataAsOf, Instant computedAt, @JsonIgnore boolean english) implements Tabular {

    /** The unit that the table is about. */
    @Schema(name = "CubeUnit")
    record CubeUnit(int id, String code, String name) {}

    /** What was asked for, with the period as days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CubeQuery")
    record CubeEcho(@Nullable Integer year, @Nullable Long round, LocalDate from, LocalDate to,
            @Nullable BranchKind branchKind, @Nullable String category, @Nullable CaseState state,
            @Nullable Instant asOf, @Nullable Instant compareTo) {

        static CubeEcho of(CubeQuery query, @Nullable Instant compareTo) {
            Span span = query.scene().span();
            FigureFilter filter = query.filter();
            return new CubeEcho(span instanceof Span.OfYear year ? year.year() : null,
                    span instanceof Span.OfRound round ? round.round() : null, span.from(), span.to(),
                    filter.branchKind(), filter.category(), filter.state(), query.scene().asOf().instant(), compareTo);
        }
    }

    /** An indicator of the table. */
    @Schema(name = "CubeMeasure")
    record CubeMeasure(String code, String label, IndicatorKind kind, int version) {}

    /** One side of the table. */
    @Schema(name = "CubeAxis")
    record CubeAxis(String dimension, String label, List<CubeItem> items) {}

    @Override
    public Dataset toDataset() {
        return new CubeDataset(this).dataset();
    }

    /** Whether the figures are compared with those of another moment. */
    @JsonIgnore
    boolean isCompared() {
        return Stream.concat(cells.stream(), totals.stream()).anyMatch(cell -> cell.comparedNumerator() != null);
    }

    CubeAnswer withoutRows() {
        return with(cells.stream().map(CubeCell::withoutRows).toList(),
                totals.stream().map(CubeCell::withoutRows).toList());
    }

    CubeAnswer with(@Nullable CubeAxis newRows, @Nullable CubeAxis newColumns, List<CubeCell> newCells,
            List<CubeCell> newTotals) {
        return new CubeAnswer(unit, query, measures, newRows, newColumns, newCells, newTotals, filters, dataAsOf,
                computedAt, english);
    }

    CubeAnswer with(List<CubeCell> newCells, List<CubeCell> newTotals) {
        return new CubeAnswer(unit, query, measures, rows, columns, newCells, newTotals, filters, dataAsOf, computedAt,
                english);
    }
}
