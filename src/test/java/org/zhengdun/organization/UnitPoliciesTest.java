package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;

class UnitPoliciesTest {

    @Test
    void acceptsABranchBelowATownship() {
        assertThat(UnitPolicies.check(unit(UnitKind.BRANCH, BranchKind.VILLAGE),
                parent(UnitKind.TOWNSHIP, null))).isEmpty();
    }

    @Test
    void acceptsCommitteesBelowCommittees() {
        assertThat(UnitPolicies.check(unit(UnitKind.COMMITTEE, null), parent(UnitKind.COMMITTEE, null))).isEmpty();
    }

    @Test
    void refusesChildrenOfABranch() {
        for (UnitKind kind : UnitKind.values()) {
            assertThat(UnitKind.BRANCH.mayContain(kind)).isFalse();
        }
    }

    @Test
    void refusesACountyBelowATownship() {
        assertThat(codes(unit(UnitKind.COUNTY, null), parent(UnitKind.TOWNSHIP, null))).containsExactly(
                "/kind org.kind-below-parent");
    }

    @Test
    void collectsEverythingThatIsWrong() {
        assertThat(codes(unit(UnitKind.NATION, BranchKind.VILLAGE),
                parent(UnitKind.COUNTY, LocalDate.of(2026, 1, 1)))).containsExactly("/parentId org.parent-closed",
                        "/kind org.kind-below-parent",
                        "/branchKind org.branch-kind-not-applicable");
    }

    @Test
    void asksForTheKindOfABranch() {
        assertThat(codes(unit(UnitKind.BRANCH, null), parent(UnitKind.TOWNSHIP, null))).containsExactly(
                "/branchKind org.branch-kind-required");
    }

    private static List<String> codes(OrgUnitRequest request, Unit parent) {
        return UnitPolicies.check(request, parent).stream().map(UnitPoliciesTest::text).toList();
    }

    private static String text(Invalid invalid) {
        return invalid.pointer() + " " + invalid.message().code();
    }

    private static OrgUnitRequest unit(UnitKind kind, @Nullable BranchKind branchKind) {
        return new OrgUnitRequest("X1", "新单位", 7, kind, branchKind, null);
    }

    private static Unit parent(UnitKind kind, @Nullable LocalDate closedOn) {
        return new Unit(7, "P", "上级", kind, null, new int[]{1, 7}, closedOn);
    }
}
