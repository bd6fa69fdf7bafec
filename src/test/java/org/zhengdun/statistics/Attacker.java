package org.zhengdun.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who knows every published number and how they hang together. The counts of the smallest places are a flow between
 * places and categories with known sums; a cell can be something else if and only if counts can be exchanged along a cycle.
 *
 * @param places the counts by category of the smallest places
 * @param known  published sums: of which places, of which category
 */
@SuppressWarnings("ArrayRecordComponent")
record Attacker(Map<Integer, long[]> places, List<Known> known) {

    /** Stands for all places of which nothing is published: what is in no published sum may be anything. */
    static final int ELSEWHERE = 0;

    private static final long PLENTY = 1_000;

    Attacker {
        places = new TreeMap<>(places);
        long[] plenty = new long[places.values().iterator().next().length];
        Arrays.fill(plenty, PLENTY);
        places.put(ELSEWHERE, plenty);
    }

    /** A published sum over places. */
    record Known(Set<Integer> places, int category) {}

    /** One case given by a place to another one of the same category. */
    private record Exchange(int from, int to, int category) {}

    /** Whether another world, in which the sum over the places differs, would have been answered in the same way. */
    boolean doubts(Set<Integer> asked, int category) {
        for (int from : places.keySet()) {
            for (int to : places.keySet()) {
                if (asked.contains(from) != asked.contains(to)
                        && isPossible(new Exchange(from, to, category), places)) {
                    List<Exchange> cycle = cycle(new Exchange(from, to, category));
                    if (cycle != null && changes(cycle, asked, category)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isPossible(Exchange exchange, Map<Integer, long[]> counts) {
        return of(counts, exchange.from())[exchange.category()] > 0 && known.stream().filter(
                sum -> sum.category() == exchange.category()).allMatch(
                        sum -> sum.places().contains(exchange.from()) == sum.places().contains(exchange.to()));
    }

    /** Exchanges after which every place has as many cases as before; null when there are none. */
    private @Nullable List<Exchange> cycle(Exchange first) {
        Map<Integer, Exchange> reachedBy = new HashMap<>();
        Deque<Integer> places = new ArrayDeque<>(List.of(first.to()));
        while (!places.isEmpty()) {
            int place = places.remove();
            for (Exchange next : exchangesFrom(place, first)) {
                if (next.to() == first.from()) {
                    return path(first, next, reachedBy);
                }
                if (next.to() != first.to() && reachedBy.putIfAbsent(next.to(), next) == null) {
                    places.add(next.to());
                }
            }
        }
        return null;
    }

    private List<Exchange> exchangesFrom(int place, Exchange first) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int to : places.keySet()) {
            for (int category = 0; category < of(places, place).length; category++) {
                Exchange next = new Exchange(place, to, category);
                if (to != place && category != first.category() && isPossible(next, places)) {
                    exchanges.add(next);
                }
            }
        }
        return exchanges;
    }

    private static List<Exchange> path(Exchange first, Exchange last, Map<Integer, Exchange> reachedBy) {
        List<Exchange> path = new ArrayList<>(List.of(last));
        while (path.getLast().from() != first.to()) {
            path.add(Objects.requireNonNull(reachedBy.get(path.getLast().from())));
        }
        path.add(first);
        return path;
    }

    /** Makes the other world and compares: every place and every published sum must be as before, the asked one not. */
    private boolean changes(List<Exchange> cycle, Set<Integer> asked, int category) {
        Map<Integer, long[]> other = new TreeMap<>();
        places.forEach((place, counts) -> other.put(place, counts.clone()));
        cycle.forEach(exchange -> {
            of(other, exchange.from())[exchange.category()]--;
            of(other, exchange.to())[exchange.category()]++;
        });
        return isOtherWorld(other, asked, category);
    }

    /** Whether a world would have been answered as this one, but has another sum over the asked places. */
    boolean isOtherWorld(Map<Integer, long[]> other, Set<Integer> asked, int category) {
        boolean sameAnswers = known.stream().allMatch(
                sum -> sum(places, sum.places(), sum.category()) == sum(other, sum.places(), sum.category()))
                && places.keySet().stream().allMatch(place -> total(places, place) == total(other, place))
                && other.values().stream().allMatch(counts -> Arrays.stream(counts).allMatch(count -> count >= 0));
        return sameAnswers && sum(places, asked, category) != sum(other, asked, category);
    }

    private static long total(Map<Integer, long[]> counts, int place) {
        return Arrays.stream(of(counts, place)).sum();
    }

    static long sum(Map<Integer, long[]> counts, Set<Integer> places, int category) {
        return places.stream().mapToLong(place -> of(counts, place)[category]).sum();
    }

    private static long[] of(Map<Integer, long[]> counts, int place) {
        return Objects.requireNonNull(counts.get(place));
    }
}
