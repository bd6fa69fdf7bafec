package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares and remembers what does not agree, so that one run shows all of it. */
final class Disagreements {

    private static final int SHOWN = 40;

    private final List<String> found = new ArrayList<>();
    private int compared;

    /** Entry by entry; what stands in neither counts as one comparison. */
    void compare(String what, Map<String, ?> actual, Map<String, ?> expected) {
        Set<String> keys = new TreeSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        compared += Math.max(1, keys.size());
        keys.stream().filter(key -> !Objects.equals(actual.get(key), expected.get(key))).forEach(
                key -> add(what, "%s is %s instead of %s".formatted(key, actual.get(key), expected.get(key))));
    }

    void compare(String what, Object actual, Object expected) {
        compared++;
        if (!actual.equals(expected)) {
            add(what, "%s instead of %s".formatted(actual, expected));
        }
    }

    void add(String what, String fault) {
        found.add(what + ": " + fault);
    }

    int compared() {
        return compared;
    }

    int count() {
        return found.size();
    }

    /** The first of them. */
    List<String> shown() {
        return found.subList(0, Math.min(SHOWN, found.size()));
    }
}
