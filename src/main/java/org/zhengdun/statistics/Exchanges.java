package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Whether other cases of a block could be the restricted ones of a unit, so that no sum of any year tells that it has any: a case
 * changes its category with one that is listed for the same years, or with one for each of its years that all have the same
 * category (docs/adr/0024).
 */
final class Exchanges {

    private final BitSet restricted;
    private final BitSet ordinary;
    private final ListedCounts others;

    Exchanges(BitSet restricted, BitSet categories, ListedCounts block, ListedCounts unit) {
        this.restricted = restricted;
        this.ordinary = (BitSet) categories.clone();
        ordinary.andNot(restricted);
        this.others = new ListedCounts(block.categories());
        others.add(block, 1);
        others.add(unit, -1);
    }

    /** Whether they suffice for all restricted cases of the unit. */
    boolean suffice(ListedCounts unit) {
        List<Map.Entry<List<Integer>, Long>> wanted = new ArrayList<>();
        unit.byYears().forEach((years, counts) -> {
            long cases = restricted.stream().mapToLong(category -> counts[category]).sum();
            long left = cases - ofSameYears(years, cases);
            if (left > 0) {
                wanted.add(Map.entry(years, left));
            }
        });
        return wanted.stream().allMatch(each -> isSpread(each.getKey(), each.getValue()));
    }

    /** Takes so many as there are, at most as many as are wanted. */
    private long ofSameYears(List<Integer> years, long wanted) {
        long taken = 0;
        for (int category : ordinary.stream().toArray()) {
            long more = Math.min(wanted - taken, others.of(years, category));
            others.add(years, category, -more);
            taken += more;
        }
        return taken;
    }

    private boolean isSpread(List<Integer> years, long wanted) {
        long left = wanted;
        for (int category : ordinary.stream().toArray()) {
            long more = years.stream().mapToLong(year -> others.of(List.of(year), category)).min().orElse(0);
            long taken = Math.min(left, more);
            years.forEach(year -> others.add(List.of(year), category, -taken));
            left -= taken;
        }
        return left == 0;
    }
}
