package org.zhengdun.shared.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The part of the data on which a caller may exercise one permission: disjoint subtrees and single assigned cases.
 *
 * <p>The only scope rule of the service: lists, single reads, counts, statistics and writes all ask it.
 */
public record Scope(List<ScopeRoot> roots, Set<Long> assignedCases) {

    static Scope of(List<ScopeRoot> granted, Set<Long> assignedCases) {
        return new Scope(disjoint(granted), Set.copyOf(assignedCases));
    }

    /** Whether an object that belongs to the unit at this place is covered. */
    public boolean covers(int[] place) {
        return roots.stream().anyMatch(root -> root.covers(place));
    }

    /** Whether a case at this place is covered, by subtree or by assignment. */
    public boolean coversCase(long caseId, int[] place) {
        return covers(place) || assignedCases.contains(caseId);
    }

    /** Whether the place is covered or lies above a root: what a superior opened for its subtree is seen from inside. */
    public boolean reaches(int[] place) {
        return covers(place) || ancestry().contains(place[place.length - 1]);
    }

    /** Ids of the roots and of every unit above them. */
    public Set<Integer> ancestry() {
        Set<Integer> units = new HashSet<>();
        roots.forEach(root -> IntStream.of(root.path()).forEach(units::add));
        return units;
    }

    /** The part of the scope under the unit at this place: the unit itself, or the roots below it; assigned cases drop out. */
    public Scope within(int[] place) {
        ScopeRoot unit = new ScopeRoot(place);
        return new Scope(covers(place)
                ? List.of(unit)
                : roots.stream().filter(root -> unit.covers(root.path())).toList(), Set.of());
    }

    /** The part of the scope under any of these places. */
    public Scope within(List<int[]> places) {
        return of(places.stream().flatMap(place -> within(place).roots().stream()).toList(), Set.of());
    }

    public boolean isEmpty() {
        return roots.isEmpty() && assignedCases.isEmpty();
    }

    private static List<ScopeRoot> disjoint(List<ScopeRoot> granted) {
        List<ScopeRoot> kept = new ArrayList<>();
        Set<Integer> keptIds = new HashSet<>();
        granted.stream().sorted(Comparator.comparingInt(ScopeRoot::level)).forEach(root -> {
            for (int ancestor : root.path()) {
                if (keptIds.contains(ancestor)) {
                    return;
                }
            }
            keptIds.add(root.unitId());
            kept.add(root);
        });
        return List.copyOf(kept);
    }
}
