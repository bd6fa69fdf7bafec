package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who puts the answers of all years together and knows for which years every case is listed. Beside exchanges between
 * cases of the same years there are those of a case with one for each of its years.
 *
 * @param listings the years of each place
 */
record YearsAttacker(Attacker attacker, Map<Integer, List<Integer>> listings) {

    /** A case of the place that changes from one category to another; one for each of its years changes back. */
    private record Spread(int place, int from, int to) {}

    boolean doubts(Set<Integer> asked, int category) {
        return attacker.doubts(asked, category) || listings.keySet().stream().filter(
                place -> Objects.requireNonNull(listings.get(place)).size() > 1).anyMatch(
                        place -> isSpread(place, asked, category));
    }

    private boolean isSpread(int place, Set<Integer> asked, int category) {
        for (int other = 0; other < count(place).length; other++) {
            if (other != category && (isPossible(new Spread(place, category, other), asked, category)
                    || isPossible(new Spread(place, other, category), asked, category))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossible(Spread spread, Set<Integer> asked, int category) {
        if (count(spread.place())[spread.from()] == 0) {
            return false;
        }
        Map<Integer, long[]> other = new TreeMap<>();
        attacker.places().forEach((place, counts) -> other.put(place, counts.clone()));
        change(other, spread.place(), spread.from(), spread.to());
        return tried(spread, new ArrayList<>(Objects.requireNonNull(listings.get(spread.place()))), other, asked,
                category);
    }

    private boolean tried(Spread spread, List<Integer> years, Map<Integer, long[]> other, Set<Integer> asked,
            int category) {
        if (years.isEmpty()) {
            return attacker.isOtherWorld(other, asked, category);
        }
        int year = years.removeFirst();
        for (int place : listings.keySet()) {
            if (Objects.equals(listings.get(place), List.of(year)) && count(place)[spread.to()] > 0) {
                change(other, place, spread.to(), spread.from());
                if (tried(spread, new ArrayList<>(years), other, asked, category)) {
                    return true;
                }
                change(other, place, spread.from(), spread.to());
            }
        }
        return false;
    }

    private static void change(Map<Integer, long[]> world, int place, int from, int to) {
        Objects.requireNonNull(world.get(place))[from]--;
        Objects.requireNonNull(world.get(place))[to]++;
    }

    private long[] count(int place) {
        return Objects.requireNonNull(attacker.places().get(place));
    }
}
