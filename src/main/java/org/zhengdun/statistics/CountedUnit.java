package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit with the numbers of its listed cases, and the units below it.
 *
 * @param published whether categories of such units are published at all: counties and above
 * @param rest      whether this stands for what its parent has beside its children
 */
record CountedUnit(int unit, boolean published, boolean rest, ListedCounts counts, List<CountedUnit> children) {

    /** A unit that the children, with what is left beside them, add up to. */
    static CountedUnit of(int unit, boolean published, ListedCounts counts, List<CountedUnit> children) {
        ListedCounts left = new ListedCounts(counts.categories());
        left.add(counts, 1);
        children.forEach(child -> left.add(child.counts, -1));
        List<CountedUnit> parts = new ArrayList<>(children);
        if ((published || !children.isEmpty()) && left.isAnyPositive()) {
            parts.add(new CountedUnit(unit, false, true, left, List.of()));
        }
        return new CountedUnit(unit, published, false, counts, List.copyOf(parts));
    }

    /** This unit and all below it. */
    Stream<CountedUnit> subtree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(CountedUnit::subtree));
    }
}
