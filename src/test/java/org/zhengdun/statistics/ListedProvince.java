package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A province whose cases are listed for several years; a place is a township with the years for which its cases are listed. */
final class ListedProvince {

    static final int CATEGORIES = 4;
    /** The first one. */
    static final int RESTRICTED = 1;
    static final List<Integer> YEARS = List.of(2024, 2025, 2026);
    private static final List<List<Integer>> LISTINGS = List.of(List.of(2024), List.of(2025), List.of(2026),
            List.of(2024, 2025), List.of(2025, 2026), List.of(2024, 2025, 2026));

    private final Map<Integer, long[]> places = new TreeMap<>();
    private final Map<Integer, List<Integer>> listings = new TreeMap<>();
    private final Map<Integer, Set<Integer>> below = new TreeMap<>();
    private final Map<Integer, Boolean> published = new TreeMap<>();
    private final CountedUnit root;

    /** How many cases of a category a township has that are listed for these years. */
    interface Cases {
        long of(int township, List<Integer> years, int category);
    }

    private ListedProvince(int cities, int counties, int townships, Cases cases) {
        int unit = 1;
        List<CountedUnit> inProvince = new ArrayList<>();
        for (int city = 0; city < cities; city++) {
            List<CountedUnit> inCity = new ArrayList<>();
            for (int county = 0; county < counties; county++) {
                List<CountedUnit> inCounty = new ArrayList<>();
                for (int township = 0; township < townships; township++) {
                    inCounty.add(township(++unit, cases));
                }
                inCity.add(unit(++unit, inCounty));
            }
            inProvince.add(unit(++unit, inCity));
        }
        root = unit(1, inProvince);
    }

    static ListedProvince of(int counties, Cases cases) {
        return new ListedProvince(1, counties, 1, cases);
    }

    static ListedProvince random(long seed) {
        Random random = new Random(seed);
        int crowd = 2 + random.nextInt(12);
        int[] often = random.ints(LISTINGS.size(), 0, 3).toArray();
        return new ListedProvince(1 + random.nextInt(2), 1 + random.nextInt(3), 1 + random.nextInt(2),
                (township, years, category) -> often[LISTINGS.indexOf(years)] == 0
                        ? 0
                        : category < RESTRICTED
                                ? Math.max(0, random.nextInt(4) - 1)
                                : random.nextInt(crowd));
    }

    private CountedUnit township(int unit, Cases cases) {
        ListedCounts counts = new ListedCounts(CATEGORIES);
        for (int i = 0; i < LISTINGS.size(); i++) {
            int place = unit * 10 + i;
            long[] own = new long[CATEGORIES];
            for (int category = 0; category < CATEGORIES; category++) {
                own[category] = cases.of(unit, LISTINGS.get(i), category);
                counts.add(LISTINGS.get(i), category, own[category]);
            }
            places.put(place, own);
            listings.put(place, LISTINGS.get(i));
            below.computeIfAbsent(unit, missing -> new TreeSet<>()).add(place);
        }
        published.put(unit, false);
        return CountedUnit.of(unit, false, counts, List.of());
    }

    private CountedUnit unit(int unit, List<CountedUnit> children) {
        Set<Integer> mine = new TreeSet<>();
        children.forEach(child -> mine.addAll(Objects.requireNonNull(below.get(child.unit()))));
        below.put(unit, mine);
        published.put(unit, true);
        return CountedUnit.of(unit, true, ListedCounts.sum(children.stream().map(CountedUnit::counts).toList(),
                CATEGORIES), children);
    }

    CountedUnit root() {
        return root;
    }

    /** The province with the cases of one year as if there were no other. */
    CountedUnit only(int year) {
        return only(root, year);
    }

    private static CountedUnit only(CountedUnit unit, int year) {
        return CountedUnit.of(unit.unit(), unit.published(), ListedCounts.of(year, unit.counts().in(year)),
                unit.children().stream().filter(child -> !child.rest()).map(child -> only(child, year)).toList());
    }

    Map<Integer, long[]> places() {
        return places;
    }

    Map<Integer, List<Integer>> listings() {
        return listings;
    }

    Set<Integer> units() {
        return below.keySet();
    }

    boolean isPublished(int unit) {
        return Boolean.TRUE.equals(published.get(unit));
    }

    /** The places of a unit whose cases are listed for the year. */
    Set<Integer> in(int unit, int year) {
        Set<Integer> found = new TreeSet<>(Objects.requireNonNull(below.get(unit)));
        found.removeIf(place -> !Objects.requireNonNull(listings.get(place)).contains(year));
        return found;
    }
}
