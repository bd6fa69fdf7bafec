package org.zhengdun.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row that an indicator counts, found without any statistics.
 *
 * @param id     its number in the answers about rows
 * @param path   ids of the units it belongs to
 * @param labels its value in each dimension that it has, besides units
 * @param value  what it weighs: 1, or days, or ballots
 */
record Counted(long id, List<Integer> path, Map<String, String> labels, long value) {

    Counted weighing(long other) {
        return new Counted(id, path, labels, other);
    }

    Counted with(String dimension, String label) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(dimension, label);
        return new Counted(id, path, Map.copyOf(more), value);
    }

    Counted without(String dimension) {
        Map<String, String> less = new HashMap<>(labels);
        less.remove(dimension);
        return new Counted(id, path, Map.copyOf(less), value);
    }

    Counted as(long other) {
        return new Counted(other, path, labels, value);
    }
}
