package org.zhengdun.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rows that are among their own ancestors. */
final class Cycles {

    private Cycles() {}

    /**
     * Every row on a cycle, in ascending order; rows that only lead into one are not meant.
     *
     * @param parents row of the parent by row; a row without an entry has its parent elsewhere
     */
    static List<Integer> in(Map<Integer, Integer> parents) {
        Map<Integer, Integer> walkOf = new HashMap<>();
        List<Integer> found = new ArrayList<>();
        for (Integer start : parents.keySet()) {
            Integer row = start;
            while (parents.containsKey(row) && walkOf.putIfAbsent(row, start) == null) {
                row = parents.get(row);
            }
            if (start.equals(walkOf.get(row)) && parents.containsKey(row)) {
                found.addAll(around(row, parents));
            }
        }
        return found.stream().sorted().toList();
    }

    private static Set<Integer> around(Integer first, Map<Integer, Integer> parents) {
        Set<Integer> cycle = new HashSet<>();
        Integer row = first;
        while (row != null && cycle.add(row)) {
            row = parents.get(row);
        }
        return cycle;
    }
}
