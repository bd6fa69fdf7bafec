package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units in the order of an indicator; equal values share a rank, and the next one counts all before it (1, 2, 2, 4). */
@Schema(name = "Ranking")
record Ranking(CubeAnswer.CubeUnit unit, CubeAnswer.CubeEcho query, CubeAnswer.CubeMeasure measure,
        List<RankedUnit> items, Instant dataAsOf, Instant computedAt) {

    /**
     * One unit.
     *
     * @param rank absent for a unit without a value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RankedUnit")
    record RankedUnit(@Nullable Integer rank, String code, String label, int unitId, @Nullable BigDecimal value,
            @Nullable Long numerator, @Nullable Long denominator, @Nullable String rowsHref) {}

    /** The ranking of the units that are the rows of a table with one measure. */
    static Ranking of(CubeAnswer table, RankingParameters.RankingOrder order) {
        Map<String, CubeItem> units = new HashMap<>();
        Objects.requireNonNull(table.rows()).items().stream().filter(item -> item.unitId() != null).forEach(
                item -> units.put(item.code(), item));
        List<CubeCell> cells = table.cells().stream().filter(cell -> units.containsKey(cell.row())).sorted(
                Comparator.comparing(CubeCell::value, Comparator.nullsLast(byValue(order))).thenComparing(
                        cell -> String.valueOf(cell.row()))).toList();
        List<RankedUnit> items = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < cells.size(); i++) {
            CubeCell cell = cells.get(i);
            rank = i > 0 && isTied(cells.get(i - 1), cell) ? rank : i + 1;
            CubeItem unit = Objects.requireNonNull(units.get(cell.row()));
            items.add(new RankedUnit(cell.value() == null ? null : rank, unit.code(), unit.label(),
                    Objects.requireNonNull(unit.unitId()), cell.value(), cell.numerator(), cell.denominator(),
                    cell.rowsHref()));
        }
        return new Ranking(table.unit(), table.query(), table.measures().getFirst(), items, table.dataAsOf(),
                table.computedAt());
    }

    private static Comparator<BigDecimal> byValue(RankingParameters.RankingOrder order) {
        return order == RankingParameters.RankingOrder.HIGHEST_FIRST
                ? Comparator.reverseOrder()
                : Comparator.naturalOrder();
    }

    private static boolean isTied(CubeCell one, CubeCell other) {
        return one.value() != null && other.value() != null && one.value().compareTo(other.value()) == 0;
    }
}
