package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhengdun.organization.UnitKind;

/** The units of a province with their listed cases by category, put together from the cases. */
final class CountedTree {

    private final int root;
    private final Map<Integer, UnitKind> kinds;
    private final Map<Integer, List<Integer>> children = new TreeMap<>();
    private final Map<Integer, long[]> counts = new HashMap<>();

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

    /** Counts cases that belong to the units of the path. */
    void add(int[] path, int category, long cases) {
        IntStream.of(path).filter(unit -> unit == root || kinds.containsKey(unit)).forEach(
                unit -> counts.computeIfAbsent(unit,
                        missing -> new long[PublicCategories.CODES.size()])[category] += cases);
    }

    CountedUnit province() {
        return unit(root);
    }

    long count(int unit, int category) {
        long[] found = counts.get(unit);
        return found == null ? 0 : found[category];
    }

    /** The unit and all below it, branches left out. */
    Stream<Integer> below(int unit) {
        return Stream.concat(Stream.of(unit),
                children.getOrDefault(unit, List.of()).stream().flatMap(this::below));
    }

    private CountedUnit unit(int id) {
        boolean published = id == root || ShownCategories.are(kinds.getOrDefault(id, UnitKind.BRANCH));
        return CountedUnit.of(id, published, counts.getOrDefault(id, new long[PublicCategories.CODES.size()]),
                children.getOrDefault(id, List.of()).stream().filter(counts::containsKey).map(this::unit).toList());
    }
}
