package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.statistics.RankingParameters.RankingOrder;

class RankingTest {

    @Test
    void sharesRanksAndCountsAllBefore() {
        Ranking ranking = Ranking.of(table("50.00", "75", "50.0", "10"), List.of(), RankingOrder.HIGHEST_FIRST);
        assertThat(ranking.items()).extracting(Ranking.RankedUnit::rank).containsExactly(1, 2, 2, 4);
        assertThat(ranking.items()).extracting(Ranking.RankedUnit::code).containsExactly("u1", "u0", "u2", "u3");
    }

    @Test
    void putsUnitsWithoutAValueLastAndUnranked() {
        for (RankingOrder order : RankingOrder.values()) {
            assertThat(Ranking.of(table(null, "1", "2"), List.of(), order).items()).last().extracting(
                    Ranking.RankedUnit::rank).isNull();
        }
    }

    @Test
    void leavesOutWhatBelongsToNoUnitOfTheLevel() {
        CubeAnswer table = table("1");
        CubeItem rest = new CubeItem(Figures.NONE, "rest", null);
        CubeAnswer withRest = new CubeAnswer(table.unit(), table.query(), table.measures(),
                new CubeAnswer.CubeAxis("org:NEXT", "units", List.of(rest)), null, List.of(cell("NONE", "3")),
                List.of(), null, table.dataAsOf(), table.computedAt(), false);
        assertThat(Ranking.of(withRest, List.of(), RankingOrder.HIGHEST_FIRST).items()).isEmpty();
    }

    @Test
    void ranksUnitsWithoutAnyRowAsZeroOfACountAndNotAtAllOfARate() {
        CubeItem empty = new CubeItem("u9", "unit", 9);
        List<Ranking.RankedUnit> ranked = Ranking.of(table("2", "1"), List.of(empty),
                RankingOrder.LOWEST_FIRST).items();
        assertThat(ranked).extracting(Ranking.RankedUnit::code).containsExactly("u9", "u1", "u0");
        assertThat(ranked.getFirst().value()).isEqualByComparingTo("0");
        CubeAnswer rates = table("2", "1");
        CubeAnswer of = new CubeAnswer(rates.unit(), rates.query(),
                List.of(new CubeAnswer.CubeMeasure("listed", "x", IndicatorKind.RATE, 1)), rates.rows(), null,
                rates.cells(), List.of(), null, rates.dataAsOf(), rates.computedAt(), false);
        assertThat(Ranking.of(of, List.of(empty), RankingOrder.LOWEST_FIRST).items()).last().satisfies(unit -> {
            assertThat(unit.code()).isEqualTo("u9");
            assertThat(unit.rank()).isNull();
            assertThat(unit.denominator()).isZero();
        });
    }

    private static CubeAnswer table(@Nullable String... values) {
        List<CubeItem> items = new ArrayList<>();
        List<CubeCell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            items.add(new CubeItem("u" + i, "unit", i));
            cells.add(cell("u" + i, values[i]));
        }
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new CubeAnswer(new CubeAnswer.CubeUnit(1, "1", "unit"),
                new CubeAnswer.CubeEcho(2026, null, day, day, null, null, null, null, null),
                List.of(new CubeAnswer.CubeMeasure("listed", "Listed", IndicatorKind.COUNT, 1)),
                new CubeAnswer.CubeAxis("org:NEXT", "units", items), null, cells, List.of(), null, Instant.EPOCH,
                Instant.EPOCH, false);
    }

    private static CubeCell cell(String row, @Nullable String value) {
        return new CubeCell(row, null, "listed", value == null ? null : new BigDecimal(value), 0L, null, null, null,
                null, null,
                null, null, null);
    }
}
