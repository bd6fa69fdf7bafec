package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void knowsNothingOfNoRows() {
        Tally tally = new Tally();
        assertThat(tally.mean(1)).isEmpty();
        assertThat(tally.median(1)).isEmpty();
        assertThat(tally.percentile(90, 1)).isEmpty();
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(of(List.of(1L, 4L, 9L, 2L)).median(1)).hasValueSatisfying(
                value -> assertThat(value).isEqualByComparingTo("3.0"));
    }

    @Test
    void sumsAreAsExactAsTheRowsThemselves() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Long> rows = new ArrayList<>();
            Tally sum = new Tally();
            for (int part = 0; part < 3; part++) {
                List<Long> some = random.longs(random.nextInt(6), -5, 30).boxed().toList();
                rows.addAll(some);
                sum.add(of(some));
            }
            if (!rows.isEmpty()) {
                Collections.sort(rows);
                int nearest = (rows.size() * 9 + 9) / 10;
                double median = (rows.get((rows.size() - 1) / 2) + rows.get(rows.size() / 2)) / 2.0;
                assertThat(sum.percentile(90, 0).orElseThrow().longValue()).isEqualTo(rows.get(nearest - 1));
                assertThat(sum.median(1).orElseThrow().doubleValue()).isEqualTo(median);
                assertThat(sum.count()).isEqualTo(rows.size());
            }
        }
    }

    private static Tally of(List<Long> rows) {
        Tally tally = new Tally();
        rows.forEach(value -> tally.add(1, value));
        return tally;
    }
}
