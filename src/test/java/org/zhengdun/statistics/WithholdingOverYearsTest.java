package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What all years together tell of cases that are listed for several of them. */
class WithholdingOverYearsTest {

    private static final int THRESHOLD = 3;
    private static final BitSet RESTRICTED = BitSet.valueOf(new long[]{1});
    private static final int WORLDS = Integer.getInteger("zhengdun.worlds", 150);
    private static final List<Integer> BOTH = List.of(2024, 2025);

    @Test
    void noSmallRestrictedCountOfAnyYearIsShownOrWorkedOut() {
        int small = 0;
        int shown = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            ListedProvince province = ListedProvince.random(seed);
            Map<Integer, Withholding.Plan> plans = planned(province);
            shown += known(province, plans).size();
            List<String> smalls = small(province);
            small += smalls.size();
            assertThat(workedOut(province, plans)).as("seed %d", seed).isEmpty();
        }
        assertThat(small).isGreaterThan(WORLDS);
        assertThat(shown).isGreaterThan(WORLDS);
    }

    @Test
    void planningEachYearByItselfWouldNotDo() {
        int workedOut = 0;
        for (int seed = 1; seed <= WORLDS; seed++) {
            ListedProvince province = ListedProvince.random(seed);
            workedOut += workedOut(province, plannedApart(province)).size();
        }
        assertThat(workedOut).isPositive();
    }

    /** County X shows its types in the first year and withholds them in the second, although its cases are the same. */
    @Test
    void withholdsInTheFirstYearWhatTheSecondMust() {
        ListedProvince province = ListedProvince.of(3, (township, years, category) -> switch (township) {
            case 2 -> years.equals(BOTH) ? new long[]{3, 20, 0, 0}[category] : 0;
            case 4 -> years.equals(List.of(2025)) ? new long[]{1, 3, 0, 0}[category] : 0;
            default -> years.equals(BOTH) ? new long[]{3, 2, 2, 2}[category] : 0;
        });
        int county = 3;
        assertThat(isHidden(plannedApart(province), county, 2024)).isFalse();
        assertThat(isHidden(plannedApart(province), county, 2025)).isTrue();
        assertThat(workedOut(province, plannedApart(province))).isNotEmpty();
        assertThat(workedOut(province, planned(province))).isEmpty();
    }

    /** Five restricted cases, a year later six: the only newcomer is one of them. */
    @Test
    void doesNotTellTheTypeOfTheOnlyNewcomer() {
        ListedProvince province = ListedProvince.of(2,
                (township, years, category) -> years.equals(BOTH)
                        ? new long[]{5, 9, 9, 9}[category]
                        : township == 2 && years.equals(List.of(2025)) && category == 0 ? 1 : 0);
        assertThat(isHidden(planned(province), 3, 2025)).isTrue();
        assertThat(isHidden(planned(province), 3, 2024)).isTrue();
    }

    @Test
    void plansYearsApartThatShareNoCase() {
        assertThat(LinkedYears.of(2024, List.of(List.of(2024), List.of(2025), List.of(2025, 2026)))).containsExactly(
                2024);
        assertThat(
                LinkedYears.of(2026, List.of(List.of(2026, 2027), List.of(2025, 2026), List.of(2024)))).containsExactly(
                        2025, 2026, 2027);
    }

    private static Map<Integer, Withholding.Plan> planned(ListedProvince province) {
        Map<Integer, Withholding.Plan> plans = new TreeMap<>();
        ListedProvince.YEARS.forEach(year -> plans.put(year, withholding().plan(province.root(), year)));
        return plans;
    }

    private static Map<Integer, Withholding.Plan> plannedApart(ListedProvince province) {
        Map<Integer, Withholding.Plan> plans = new TreeMap<>();
        ListedProvince.YEARS.forEach(year -> plans.put(year, withholding().plan(province.only(year), year)));
        return plans;
    }

    private static Withholding withholding() {
        return new Withholding(RESTRICTED, ListedProvince.CATEGORIES, THRESHOLD);
    }

    private static List<String> small(ListedProvince province) {
        List<String> small = new ArrayList<>();
        province.units().forEach(unit -> ListedProvince.YEARS.forEach(year -> {
            long count = Attacker.sum(province.places(), province.in(unit, year), 0);
            if (count > 0 && count < THRESHOLD) {
                small.add(unit + "/" + year);
            }
        }));
        return small;
    }

    /** Units and years with few restricted cases that are shown, or of which all answers together leave no doubt. */
    private static List<String> workedOut(ListedProvince province, Map<Integer, Withholding.Plan> plans) {
        YearsAttacker attacker = new YearsAttacker(new Attacker(province.places(), known(province, plans)),
                province.listings());
        return small(province).stream().filter(each -> {
            String[] parts = each.split("/", 2);
            return !attacker.doubts(province.in(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])), 0);
        }).toList();
    }

    private static List<Attacker.Known> known(ListedProvince province, Map<Integer, Withholding.Plan> plans) {
        List<Attacker.Known> known = new ArrayList<>();
        plans.forEach((year, plan) -> province.units().stream().filter(province::isPublished).forEach(
                unit -> IntStream.range(0, ListedProvince.CATEGORIES).filter(
                        category -> !plan.units().getOrDefault(unit, new BitSet()).get(category)).forEach(
                                category -> known.add(new Attacker.Known(province.in(unit, year), category)))));
        return known;
    }

    private static boolean isHidden(Map<Integer, Withholding.Plan> plans, int unit, int year) {
        return Objects.requireNonNull(plans.get(year)).units().getOrDefault(unit, new BitSet()).get(0);
    }
}
