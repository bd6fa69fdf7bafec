package org.zhengdun.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which years share listed cases, directly or through years between them: their figures can be played off against each other. */
final class LinkedYears {

    private LinkedYears() {}

    /** The year with all that are linked to it, by the years of the cases. */
    static Set<Integer> of(int year, Collection<List<Integer>> listings) {
        Set<Integer> linked = new TreeSet<>(Set.of(year));
        boolean grown = true;
        while (grown) {
            int before = linked.size();
            listings.stream().filter(years -> years.stream().anyMatch(linked::contains)).forEach(linked::addAll);
            grown = linked.size() > before;
        }
        return linked;
    }
}
