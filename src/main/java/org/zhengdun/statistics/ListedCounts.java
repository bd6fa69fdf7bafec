package org.zhengdun.statistics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Numbers of cases by category, apart by the years for which they are listed: who knows which case is carried over knows these
 * years of each (docs/adr/0024).
 */
final class ListedCounts {

    private final int categories;
    private final Map<List<Integer>, long[]> byYears = new HashMap<>();

    ListedCounts(int categories) {
        this.categories = categories;
    }

    /** Numbers that are all of one year. */
    static ListedCounts of(int year, long... counts) {
        ListedCounts listed = new ListedCounts(counts.length);
        for (int category = 0; category < counts.length; category++) {
            listed.add(List.of(year), category, counts[category]);
        }
        return listed;
    }

    void add(List<Integer> years, int category, long cases) {
        byYears.computeIfAbsent(years, missing -> new long[categories])[category] += cases;
    }

    void add(ListedCounts others, int sign) {
        others.byYears.forEach((years, counts) -> {
            for (int category = 0; category < categories; category++) {
                add(years, category, sign * counts[category]);
            }
        });
    }

    static ListedCounts sum(Collection<ListedCounts> all, int categories) {
        ListedCounts sum = new ListedCounts(categories);
        all.forEach(each -> sum.add(each, 1));
        return sum;
    }

    /** Those of these numbers whose cases are listed in any of the years. */
    ListedCounts within(Collection<Integer> wanted) {
        ListedCounts within = new ListedCounts(categories);
        byYears.forEach((years, counts) -> {
            if (years.stream().anyMatch(wanted::contains)) {
                within.byYears.put(years, counts.clone());
            }
        });
        return within;
    }

    int categories() {
        return categories;
    }

    Map<List<Integer>, long[]> byYears() {
        return byYears;
    }

    SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        byYears.keySet().forEach(years::addAll);
        return years;
    }

    /** Cases of the category with exactly these years. */
    long of(List<Integer> years, int category) {
        long[] found = byYears.get(years);
        return found == null ? 0 : found[category];
    }

    /** Cases listed for the year, by category. */
    long[] in(int year) {
        return such(years -> years.contains(year));
    }

    /** Cases listed for both years, by category. */
    long[] in(int year, int later) {
        return such(years -> years.contains(year) && years.contains(later));
    }

    /** All cases, by category. */
    long[] ever() {
        return such(years -> true);
    }

    private long[] such(Predicate<List<Integer>> which) {
        long[] sums = new long[categories];
        byYears.forEach((years, counts) -> {
            if (which.test(years)) {
                Arrays.setAll(sums, category -> sums[category] + counts[category]);
            }
        });
        return sums;
    }

    static long sum(long[] counts, BitSet wanted) {
        return wanted.stream().mapToLong(category -> counts[category]).sum();
    }

    boolean isAnyPositive() {
        return byYears.values().stream().anyMatch(counts -> Arrays.stream(counts).anyMatch(count -> count > 0));
    }
}
