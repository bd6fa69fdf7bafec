package org.zhengdun.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void findsNoCycleInAChain() {
        assertThat(Cycles.in(Map.of(2, 3, 3, 4, 4, 5))).isEmpty();
        assertThat(Cycles.in(Map.of())).isEmpty();
    }

    @Test
    void findsTheRowsOfEachCycleButNotThoseBelow() {
        assertThat(Cycles.in(Map.of(2, 3, 3, 4, 4, 2, 9, 2, 8, 9, 7, 7, 5, 6))).containsExactly(2, 3, 4, 7);
    }

    @Test
    void walksALongCycleInOneGo() {
        Map<Integer, Integer> parents = new HashMap<>();
        int size = 100_000;
        for (int row = 0; row < size; row++) {
            parents.put(row, (row + 1) % size);
        }
        assertThat(Cycles.in(parents)).hasSize(size).startsWith(0, 1, 2);
    }
}
