package org.zhengdun.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;

/**
 * Whether published counts tell small restricted ones: those of a year, and those of the cases that stayed, left or came between
 * two years, as far as the counts of both force them (docs/adr/0024).
 */
record SmallCounts(BitSet restricted, int threshold) {

    /** Cases by category of two years, all and those that stayed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Two(long[] before, long[] after, long[] stayed) {}

    boolean areIn(ListedCounts counts) {
        return areInAYear(counts) || areBetweenYears(counts);
    }

    /** Whether there are few restricted cases of a category in any year. */
    boolean areInAYear(ListedCounts counts) {
        return counts.years().stream().anyMatch(
                year -> isAnySmall(counts.in(year)));
    }

    private boolean isAnySmall(long[] counts) {
        return restricted.stream().anyMatch(category -> isSmall(counts[category]));
    }

    private boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    private boolean areBetweenYears(ListedCounts counts) {
        SortedSet<Integer> years = counts.years();
        return years.stream().anyMatch(year -> years.tailSet(year + 1).stream().map(
                later -> new Two(counts.in(year), counts.in(later), counts.in(year, later))).anyMatch(
                        two -> restricted.stream().anyMatch(category -> isTold(two, category))));
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    private boolean isTold(Two two, int category) {
        long before = two.before()[category];
        long after = two.after()[category];
        long stayed = two.stayed()[category];
        long allStayed = sum(two.stayed());
        if (allStayed == 0) {
            return false;
        }
        long left = sum(two.before()) - allStayed;
        long came = sum(two.after()) - allStayed;
        long mostStayed = Math.min(allStayed, Math.min(before, after));
        return isSmall(stayed) && Math.max(before - left, after - came) > 0
                || isSmall(before - stayed) && before > mostStayed
                || isSmall(after - stayed) && after > mostStayed;
    }
}
