package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovePoliciesTest {

    private static final int[] COUNTY = {1, 10, 20, 30};

    @Test
    void aTownshipMayGoToAnotherCounty() {
        assertThat(codes(unit(UnitKind.TOWNSHIP, 1, 10, 20, 30, 40),
                target(UnitKind.COUNTY, null, 1, 10, 20, 31))).isEmpty();
    }

    @Test
    void aUnitCannotGoBelowItselfNorBelowItsDescendant() {
        OrgUnitDetail committee = unit(UnitKind.COMMITTEE, 1, 10, 20, 30, 40);
        assertThat(codes(committee, target(UnitKind.COMMITTEE, null, 1, 10, 20, 30, 40))).containsExactly(
                "org.move-below-itself");
        assertThat(codes(committee, target(UnitKind.COMMITTEE, null, 1, 10, 20, 30, 40, 50))).containsExactly(
                "org.move-below-itself");
    }

    @Test
    void levelsKeepTheirOrder() {
        assertThat(codes(unit(UnitKind.COUNTY, COUNTY),
                target(UnitKind.TOWNSHIP, null, 1, 10, 21, 31, 41))).containsExactly(
                        "org.kind-below-parent");
        assertThat(codes(unit(UnitKind.BRANCH, 1, 5), target(UnitKind.BRANCH, null, 1, 6))).containsExactly(
                "org.kind-below-parent");
    }

    @Test
    void everythingThatIsWrongIsCollected() {
        assertThat(codes(unit(UnitKind.COUNTY, COUNTY),
                target(UnitKind.TOWNSHIP, LocalDate.of(2026, 1, 1), 1, 10, 20, 30, 40))).containsExactly(
                        "org.move-below-itself", "org.parent-closed", "org.kind-below-parent");
    }

    @Test
    void aUnitDoesNotMoveToWhereItStands() {
        assertThat(codes(unit(UnitKind.COUNTY, COUNTY), target(UnitKind.CITY, null, 1, 10, 20))).containsExactly(
                "org.move-nowhere");
    }

    @Test
    void aBranchWithOpenCasesStaysUnderATownshipOrCommittee() {
        OrgUnitDetail branch = unit(UnitKind.BRANCH, 1, 10, 20, 30, 40, 50);
        Unit county = target(UnitKind.COUNTY, null, 1, 10, 20, 31);
        assertThat(MovePolicies.casesKeepATownship(branch, county, 1)).hasValueSatisfying(
                invalid -> assertThat(invalid.message().code()).isEqualTo("org.cases-without-township"));
        assertThat(MovePolicies.casesKeepATownship(branch, county, 0)).isEmpty();
        assertThat(MovePolicies.casesKeepATownship(branch, target(UnitKind.COMMITTEE, null, 1, 10, 20, 31, 41),
                1)).isEmpty();
        assertThat(MovePolicies.casesKeepATownship(unit(UnitKind.TOWNSHIP, 1, 10, 20, 30, 40), county, 1)).isEmpty();
    }

    private static List<String> codes(OrgUnitDetail unit, Unit target) {
        return MovePolicies.check(unit, target).stream().map(invalid -> invalid.message().code()).toList();
    }

    private static OrgUnitDetail unit(UnitKind kind, int... path) {
        return new OrgUnitDetail(path[path.length - 1], "C", "单位", kind, null, path[path.length - 2], path.length - 1,
                IntStream.of(path).boxed().toList(), List.of(), null, null, null, 0);
    }

    private static Unit target(UnitKind kind, @Nullable LocalDate closedOn, int... path) {
        return new Unit(path[path.length - 1], "T", "上级", kind, null, path, closedOn);
    }
}
