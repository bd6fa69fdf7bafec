package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhengdun.cases.RoundSigns.Sign;
import org.zhengdun.cases.RoundSummary.UnitListing;
import org.zhengdun.cases.RoundSummary.WarningKind;
import org.zhengdun.settings.Settings;

class RoundSignsTest {

    private static final int COUNTY = 1;

    @Test
    void aShareWithinTheBoundsIsNoSign() {
        assertThat(signs(100, town(2, 1, 50), town(3, 4, 50))).isEmpty();
        assertThat(signs(100, town(2, 0, 50), town(3, 1, 50))).isEmpty();
        assertThat(signs(100, town(2, 3, 50), town(3, 7, 50))).isEmpty();
    }

    @Test
    void aShareOutsideTheBoundsIsShownWithItsNumbers() {
        assertThat(signs(101, town(2, 1, 101))).containsExactly(
                new Sign(WarningKind.RATIO_BELOW, 1, 101, 1, List.of()));
        assertThat(signs(100, town(2, 11, 100))).containsExactly(
                new Sign(WarningKind.RATIO_ABOVE, 11, 100, 10, List.of()));
        assertThat(signs(100, town(2, 0, 100))).extracting(Sign::kind).containsExactly(WarningKind.RATIO_BELOW);
    }

    @Test
    void withoutBranchesThereIsNoShare() {
        assertThat(signs(0)).isEmpty();
        assertThat(new UnitListing(COUNTY, "县", 0, 0, 0, 0).listedPercent()).isNull();
        assertThat(new UnitListing(COUNTY, "县", 1, 3, 0, 0).listedPercent()).isEqualTo("33.33");
    }

    @Test
    void theSameCountInEveryTownshipIsASign() {
        assertThat(signs(100, town(2, 2, 40), town(3, 2, 60))).extracting(Sign::kind, Sign::numerator,
                Sign::denominator).containsExactly(
                        tuple(WarningKind.SAME_COUNT_EVERYWHERE, 2, 2));
        assertThat(signs(100, town(2, 2, 40), town(3, 0, 60))).isEmpty();
        assertThat(signs(100, town(2, 2, 100))).as("one township alone").isEmpty();
        assertThat(signs(100, town(COUNTY, 2, 40), town(3, 2, 60))).as("the county's own branches").isEmpty();
    }

    @Test
    void aListMostlyOfLastYearsBranchesIsASign() {
        assertThat(signs(100, repeating(2, 4, 60, 4), repeating(3, 1, 40, 0))).extracting(
                Sign::kind).containsExactly(WarningKind.LIST_COPIED);
        assertThat(signs(100, repeating(2, 4, 60, 3), repeating(3, 1, 40, 0))).isEmpty();
        assertThat(signs(100, repeating(2, 4, 60, 4), repeating(3, 1, 40, 0)).getFirst().units()).extracting(
                UnitListing::unitId).containsExactly(2);
    }

    @Test
    void casesCarriedOverAreInTheShareAndNoSignOfAQuotaOrACopy() {
        UnitListing one = new UnitListing(2, "镇", 5, 20, 0, 4);
        UnitListing other = new UnitListing(3, "镇", 5, 20, 1, 1);
        assertThat(signs(40, one, other)).extracting(Sign::kind).containsExactly(WarningKind.RATIO_ABOVE);
        UnitListing alike = new UnitListing(3, "镇", 1, 20, 1, 0);
        assertThat(signs(400, one, alike)).extracting(Sign::kind, Sign::numerator).containsExactly(
                tuple(WarningKind.SAME_COUNT_EVERYWHERE, 1));
    }

    private static List<Sign> signs(int branches, UnitListing... units) {
        List<UnitListing> below = List.of(units);
        UnitListing total = new UnitListing(COUNTY, "县", below.stream().mapToInt(UnitListing::listed).sum(), branches,
                below.stream().mapToInt(UnitListing::repeated).sum(),
                below.stream().mapToInt(UnitListing::carriedOver).sum());
        return new RoundSigns(total, below, Settings.national()).signs();
    }

    private static UnitListing town(int id, int listed, int branches) {
        return repeating(id, listed, branches, 0);
    }

    private static UnitListing repeating(int id, int listed, int branches, int repeated) {
        return new UnitListing(id, "镇", listed, branches, repeated, 0);
    }
}
