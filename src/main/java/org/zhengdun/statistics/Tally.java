package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** How many rows were counted, and of those with a number how many with which: sums of tallies are exact for percentiles too. */
final class Tally {

    private final SortedMap<Long, Long> byValue = new TreeMap<>();
    private long count;

    void add(long rows, @Nullable Long value) {
        count += rows;
        if (value != null) {
            byValue.merge(value, rows, Long::sum);
        }
    }

    void add(Tally other) {
        count += other.count;
        other.byValue.forEach((value, rows) -> byValue.merge(value, rows, Long::sum));
    }

    long count() {
        return count;
    }

    /** Sum of the numbers of the rows. */
    long sum() {
        return byValue.entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum();
    }

    Optional<BigDecimal> mean(int scale) {
        return count == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP));
    }

    /** The middle value, or the mean of the two in the middle. */
    Optional<BigDecimal> median(int scale) {
        if (count == 0) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.valueOf(at((count + 1) / 2)).add(BigDecimal.valueOf(at(count / 2 + 1)));
        return Optional.of(sum.divide(BigDecimal.TWO, scale, RoundingMode.HALF_UP));
    }

    /** The smallest value that so many percent of the rows do not exceed (nearest rank). */
    Optional<BigDecimal> percentile(int percent, int scale) {
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(at(Math.ceilDiv(count * percent, 100))).setScale(scale));
    }

    /** The value at this place of the sorted rows, counted from 1. */
    private long at(long place) {
        long passed = 0;
        for (var each : byValue.entrySet()) {
            passed += each.getValue();
            if (passed >= place) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("rows without a value");
    }
}
