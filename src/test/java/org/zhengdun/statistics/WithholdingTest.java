package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WithholdingTest {

    private static final int YEAR = 2026;
    private static final int CATEGORIES = 5;
    private static final BitSet RESTRICTED = BitSet.valueOf(new long[]{0b00011});
    private static final int THRESHOLD = 3;
    private static final int WORLDS = Integer.getInteger("zhengdun.worlds", 150);

    /** A random province down to its townships. */
    private static final class Province {

        private final Random random;
        private final int crowd;
        private final Map<Integer, long[]> townships = new TreeMap<>();
        private final Map<Integer, Set<Integer>> places = new TreeMap<>();
        private final List<Integer> published = new ArrayList<>();
        private final CountedUnit root;
        private int units;

        Province(long seed) {
            random = new Random(seed);
            crowd = 1 + random.nextInt(6);
            root = unit(0);
        }

        private CountedUnit unit(int depth) {
            int id = ++units;
            List<CountedUnit> children = new ArrayList<>();
            int below = 1 + random.nextInt(3);
            for (int i = 0; depth < 3 && i < below; i++) {
                children.add(unit(depth + 1));
            }
            long[] counts = new long[CATEGORIES];
            Set<Integer> mine = new TreeSet<>();
            if (depth == 3 || random.nextInt(8) == 0) {
                int place = depth == 3 ? id : -id;
                long[] own = counts();
                townships.put(place, own);
                mine.add(place);
                Arrays.setAll(counts, category -> own[category]);
            }
            children.forEach(child -> {
                mine.addAll(below(child.unit()));
                Arrays.setAll(counts, category -> counts[category] + child.counts().in(YEAR)[category]);
            });
            places.put(id, mine);
            if (depth < 3) {
                published.add(id);
            }
            return CountedUnit.of(id, depth < 3, ListedCounts.of(YEAR, counts), children);
        }

        private Set<Integer> below(int unit) {
            return Objects.requireNonNull(places.get(unit));
        }

        private long[] counts() {
            return IntStream.range(0, CATEGORIES).mapToLong(
                    category -> RESTRICTED.get(category)
                            ? Math.max(0, random.nextInt(4) - 1)
                            : random.nextInt(1 + crowd)).toArray();
        }
    }

    @Test
    void noWithheldCountCanBeWorkedOut() {
        int withheld = 0;
        int shown = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            Province province = new Province(seed);
            Withholding.Plan plan = new Withholding(RESTRICTED, CATEGORIES, THRESHOLD).plan(province.root, YEAR);
            Attacker attacker = attacker(province, plan);
            for (int unit : province.published) {
                for (int category = 0; category < CATEGORIES; category++) {
                    if (isHidden(plan, unit, category)) {
                        withheld++;
                        assertThat(attacker.doubts(province.below(unit), category)).as(
                                "seed %d, unit %d, category %d", seed, unit, category).isTrue();
                    } else {
                        shown++;
                    }
                }
            }
        }
        assertThat(withheld).isGreaterThan(WORLDS);
        assertThat(shown).isGreaterThan(WORLDS);
    }

    @Test
    void noSmallRestrictedCountIsShownOrWorkedOutEvenForTownships() {
        for (int seed = 1; seed <= WORLDS; seed++) {
            Province province = new Province(seed);
            Withholding.Plan plan = new Withholding(RESTRICTED, CATEGORIES, THRESHOLD).plan(province.root, YEAR);
            Attacker attacker = attacker(province, plan);
            Map<Integer, Set<Integer>> all = new TreeMap<>(province.places);
            province.townships.keySet().forEach(place -> all.putIfAbsent(place, Set.of(place)));
            for (Map.Entry<Integer, Set<Integer>> unit : all.entrySet()) {
                for (int category : RESTRICTED.stream().toArray()) {
                    long count = Attacker.sum(province.townships, unit.getValue(), category);
                    if (count > 0 && count < THRESHOLD) {
                        assertThat(attacker.doubts(unit.getValue(), category)).as("seed %d, unit %d, category %d", seed,
                                unit.getKey(), category).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void leavingOutOnlyTheSmallCountsWouldNotDo() {
        int workedOut = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            Province province = new Province(seed);
            List<Attacker.Known> known = new ArrayList<>();
            Map<Integer, BitSet> hidden = new TreeMap<>();
            province.published.forEach(unit -> IntStream.range(0, CATEGORIES).forEach(category -> {
                Set<Integer> places = province.below(unit);
                long count = Attacker.sum(province.townships, places, category);
                if (RESTRICTED.get(category) && count > 0 && count < THRESHOLD) {
                    hidden.computeIfAbsent(unit, missing -> new BitSet()).set(category);
                } else {
                    known.add(new Attacker.Known(places, category));
                }
            }));
            Attacker attacker = new Attacker(province.townships, known);
            workedOut += (int) hidden.entrySet().stream().flatMapToInt(
                    entry -> entry.getValue().stream().filter(
                            category -> !attacker.doubts(province.below(entry.getKey()), category))).count();
        }
        assertThat(workedOut).isGreaterThan(WORLDS);
    }

    @Test
    void withholdsNothingWhereRestrictedCasesAreManyOrNone() {
        CountedUnit many = CountedUnit.of(1, true, ListedCounts.of(YEAR, 4, 0, 9, 9, 9),
                List.of(CountedUnit.of(2, true, ListedCounts.of(YEAR, 4, 0, 4, 4, 4), townships(4, 0, 4, 4, 4)),
                        CountedUnit.of(3, true, ListedCounts.of(YEAR, 0, 0, 5, 5, 5), townships(0, 0, 5, 5, 5))));
        Withholding.Plan plan = new Withholding(RESTRICTED, CATEGORIES, THRESHOLD).plan(many, YEAR);
        assertThat(List.of(1, 2, 3)).allSatisfy(unit -> assertThat(isHidden(plan, unit, 0)).isFalse());
    }

    @Test
    void withholdsAnotherCountyWhenOneHasFew() {
        CountedUnit city = CountedUnit.of(1, true, ListedCounts.of(YEAR, 5, 0, 30, 20, 10),
                List.of(CountedUnit.of(2, true, ListedCounts.of(YEAR, 1, 0, 10, 10, 5), townships(1, 0, 10, 10, 5)),
                        CountedUnit.of(3, true, ListedCounts.of(YEAR, 4, 0, 20, 10, 5), townships(4, 0, 20, 10, 5))));
        Withholding.Plan plan = new Withholding(RESTRICTED, CATEGORIES, THRESHOLD).plan(city, YEAR);
        assertThat(isHidden(plan, 1, 0)).isFalse();
        assertThat(isHidden(plan, 2, 0)).isTrue();
        assertThat(isHidden(plan, 3, 0)).isTrue();
        assertThat(isHidden(plan, 2, 2)).as("the largest ordinary category absorbs the difference").isTrue();
        assertThat(isHidden(plan, 2, 3)).isFalse();
    }

    @Test
    void withholdsAllOfAProvinceWithFew() {
        CountedUnit province = CountedUnit.of(1, true, ListedCounts.of(YEAR, 2, 0, 30, 20, 10),
                townships(2, 0, 30, 20, 10));
        Withholding.Plan plan = new Withholding(RESTRICTED, CATEGORIES, THRESHOLD).plan(province, YEAR);
        assertThat(IntStream.range(0, CATEGORIES)).allSatisfy(
                category -> assertThat(isHidden(plan, 1, category)).isTrue());
    }

    /** The counts spread over two townships. */
    private static List<CountedUnit> townships(long... counts) {
        long[] half = Arrays.stream(counts).map(count -> count / 2).toArray();
        long[] other = IntStream.range(0, counts.length).mapToLong(i -> counts[i] - half[i]).toArray();
        return List.of(CountedUnit.of(-1, false, ListedCounts.of(YEAR, half), List.of()),
                CountedUnit.of(-2, false, ListedCounts.of(YEAR, other), List.of()));
    }

    private static boolean isHidden(Withholding.Plan plan, int unit, int category) {
        return plan.units().getOrDefault(unit, new BitSet()).get(category);
    }

    private static Attacker attacker(Province province, Withholding.Plan plan) {
        List<Attacker.Known> known = new ArrayList<>();
        province.published.forEach(unit -> IntStream.range(0, CATEGORIES).filter(
                category -> !isHidden(plan, unit, category)).forEach(
                        category -> known.add(new Attacker.Known(province.below(unit), category))));
        return new Attacker(province.townships, known);
    }
}
