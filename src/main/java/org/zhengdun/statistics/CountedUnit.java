package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit with the number of its listed cases in each category, and the units below it.
 *
 * @param published whether categories of such units are published at all: counties and above
 * @param rest      whether this stands for what its parent has beside its children
 */
@SuppressWarnings("ArrayRecordComponent")
record CountedUnit(int unit, boolean published, boolean rest, long[] counts, List<CountedUnit> children) {

    /** A unit that the children, with what is left beside them, add up to. */
    static CountedUnit of(int unit, boolean published, long[] counts, List<CountedUnit> children) {
        long[] left = counts.clone();
        children.forEach(child -> Arrays.setAll(left, category -> left[category] - child.counts[category]));
        List<CountedUnit> parts = new ArrayList<>(children);
        if ((published || !children.isEmpty()) && Arrays.stream(left).anyMatch(count -> count > 0)) {
            parts.add(new CountedUnit(unit, false, true, left, List.of()));
        }
        return new CountedUnit(unit, published, false, counts.clone(), List.copyOf(parts));
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** This unit and all below it. */
    Stream<CountedUnit> subtree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(CountedUnit::subtree));
    }
}
