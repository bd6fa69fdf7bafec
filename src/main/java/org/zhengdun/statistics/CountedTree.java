package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhengdun.organization.UnitKind;

/** The units of a province with their listed cases by category, put together from the cases. */
final class CountedTree {

    private final int root;
    private final Map<Integer, UnitKind> kinds;
    private final Map<Integer, List<Integer>> children = new TreeMap<>();
    private final Map<Integer, ListedCounts> counts = new HashMap<>();
    private final Set<List<Integer>> listings = new HashSet<>();

    /**
     * Makes a tree without cases.
     *
     * @param parents the unit above each unit, branches left out
     */
    CountedTree(int root, Map<Integer, UnitKind> kinds, Map<Integer, Integer> parents) {
        this.root = root;
        this.kinds = kinds;
        new TreeMap<>(parents).forEach(
                (unit, parent) -> children.computeIfAbsent(parent, missing -> new ArrayList<>()).add(unit));
    }

    /** Counts cases that belong to the units of the path and are listed for these years. */
    void add(int[] path, List<Integer> years, int category, long cases) {
        listings.add(years);
        IntStream.of(path).filter(unit -> unit == root || kinds.containsKey(unit)).forEach(
                unit -> counts.computeIfAbsent(unit, missing -> none()).add(years, category, cases));
    }

    /** The province with the cases that share years with those of this one. */
    CountedUnit province(int year) {
        return unit(root, LinkedYears.of(year, listings));
    }

    long count(int unit, int year, int category) {
        return counts.getOrDefault(unit, none()).in(year)[category];
    }

    /** The unit and all below it, branches left out. */
    Stream<Integer> below(int unit) {
        return Stream.concat(Stream.of(unit),
                children.getOrDefault(unit, List.of()).stream().flatMap(this::below));
    }

    private CountedUnit unit(int id, Set<Integer> years) {
        boolean published = id == root || ShownCategories.are(kinds.getOrDefault(id, UnitKind.BRANCH));
        return CountedUnit.of(id, published, counts.getOrDefault(id, none()).within(years),
                children.getOrDefault(id, List.of()).stream().filter(counts::containsKey).map(
                        child -> unit(child, years)).toList());
    }

    private static ListedCounts none() {
        return new ListedCounts(PublicCategories.CODES.size());
    }
}
