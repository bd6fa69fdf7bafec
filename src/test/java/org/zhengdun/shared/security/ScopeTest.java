package org.zhengdun.shared.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The one scope rule: nation 1, province 10, city 100, county 1000, townships 5 and 6, branches below. */
class ScopeTest {

    private static final int[] NATION = {1};
    private static final int[] CITY = {1, 10, 100};
    private static final int[] COUNTY = {1, 10, 100, 1000};
    private static final int[] TOWNSHIP = {1, 10, 100, 1000, 5};
    private static final int[] OTHER_TOWNSHIP = {1, 10, 100, 1000, 6};
    private static final int[] BRANCH = {1, 10, 100, 1000, 5, 51};

    private static Scope of(int[]... paths) {
        return Scope.of(Stream.of(paths).map(ScopeRoot::new).toList(), Set.of());
    }

    private static List<Integer> units(Scope scope) {
        return scope.roots().stream().map(ScopeRoot::unitId).toList();
    }

    @Test
    void keepsOnlyTheOutermostOfNestedGrants() {
        assertThat(units(of(BRANCH, COUNTY, TOWNSHIP))).containsExactly(1000);
        assertThat(units(of(TOWNSHIP, BRANCH, OTHER_TOWNSHIP))).containsExactlyInAnyOrder(5, 6);
        assertThat(units(of(NATION, BRANCH))).containsExactly(1);
    }

    @Test
    void countsTheSameGrantOnce() {
        assertThat(units(of(TOWNSHIP, TOWNSHIP.clone(), TOWNSHIP))).containsExactly(5);
    }

    @Test
    void coversTheUnitAndWhatIsBelowIt() {
        Scope township = of(TOWNSHIP);
        assertThat(township.covers(TOWNSHIP)).isTrue();
        assertThat(township.covers(BRANCH)).isTrue();
        assertThat(township.covers(COUNTY)).isFalse();
        assertThat(township.covers(OTHER_TOWNSHIP)).isFalse();
        assertThat(of().covers(NATION)).isFalse();
    }

    @Test
    void aUnitWithTheSameIdAtAnotherDepthIsAnotherUnit() {
        assertThat(of(TOWNSHIP).covers(new int[]{1, 5, 100, 1000, 7})).isFalse();
    }

    @Test
    void reachesUpwardButNotSideward() {
        Scope township = of(TOWNSHIP);
        assertThat(Stream.of(NATION, CITY, COUNTY, TOWNSHIP, BRANCH)).allMatch(township::reaches);
        assertThat(township.reaches(OTHER_TOWNSHIP)).isFalse();
        assertThat(township.ancestry()).containsExactlyInAnyOrder(1, 10, 100, 1000, 5);
    }

    @Test
    void withinIsTheSmallerOfScopeAndUnit() {
        assertThat(units(of(COUNTY).within(TOWNSHIP))).containsExactly(5);
        assertThat(units(of(TOWNSHIP, OTHER_TOWNSHIP).within(COUNTY))).containsExactlyInAnyOrder(5, 6);
        assertThat(units(of(TOWNSHIP, OTHER_TOWNSHIP).within(BRANCH))).containsExactly(51);
        assertThat(of(OTHER_TOWNSHIP).within(TOWNSHIP).isEmpty()).isTrue();
    }

    @Test
    void anAssignedCaseIsCoveredAloneAndDropsOutWithinAUnit() {
        Scope helper = Scope.of(List.of(), Set.of(7L));
        assertThat(helper.isEmpty()).isFalse();
        assertThat(helper.coversCase(7, BRANCH)).isTrue();
        assertThat(helper.coversCase(8, BRANCH)).isFalse();
        assertThat(helper.covers(BRANCH)).isFalse();
        assertThat(helper.within(COUNTY).isEmpty()).isTrue();
    }
}
