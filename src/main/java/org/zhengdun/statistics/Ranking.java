package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The ranking of these units, and of the others that are rows of a table with one measure. */
    static Ranking of(CubeAnswer table, List<CubeItem> all, RankingParameters.RankingOrder order) {
        Map<String, CubeItem> units = new HashMap<>();
        Stream.concat(all.stream(), Objects.requireNonNull(table.rows()).items().stream()).filter(
                item -> item.unitId() != null).forEach(item -> units.put(item.code(), item));
        CubeAnswer.CubeMeasure measure = table.measures().getFirst();
        Set<String> counted = table.cells().stream().map(CubeCell::row).collect(Collectors.toSet());
        List<CubeCell> cells = Stream.concat(table.cells().stream().filter(cell -> units.containsKey(cell.row())),
                units.keySet().stream().filter(code -> !counted.contains(code)).map(
                        code -> nothing(code, measure))).sorted(
                                Comparator.comparing(CubeCell::value,
                                        Comparator.nullsLast(byValue(order))).thenComparing(
                                                cell -> String.valueOf(cell.row()))).toList();
        return new Ranking(table.unit(), table.query(), measure, ranked(cells, units), table.dataAsOf(),
                table.computedAt());
    }

    /** A unit without any row: a count of it is zero, everything else has no value. */
    private static CubeCell nothing(String code, CubeAnswer.CubeMeasure measure) {
        return new CubeCell(code, null, measure.code(),
                measure.kind() == IndicatorKind.COUNT ? BigDecimal.ZERO : null, 0L,
                measure.kind() == IndicatorKind.RATE || measure.kind() == IndicatorKind.SHARE ? 0L : null, null, null,
                null, null, null, null, null);
    }

    private static List<RankedUnit> ranked(List<CubeCell> cells, Map<String, CubeItem> units) {
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
        return items;
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
