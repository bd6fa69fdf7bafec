package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;

class EndingPoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void aUnitMayBeClosedTodayOrOnAPastDay() {
        assertThat(codes(TODAY, null, null, null)).isEmpty();
        assertThat(codes(TODAY.minusYears(1), null, null, null)).isEmpty();
        assertThat(codes(TODAY, TODAY, null, TODAY)).isEmpty();
    }

    @Test
    void noUnitIsClosedLongAgo() {
        assertThat(codes(TODAY.minusDays(366), null, null, null)).isEmpty();
        assertThat(codes(TODAY.minusDays(367), TODAY.minusYears(9), null, null)).containsExactly(
                "/effectiveOn date.before-earliest");
    }

    @Test
    void noUnitIsClosedInTheFuture() {
        assertThat(codes(TODAY.plusDays(1), null, null, null)).containsExactly("/effectiveOn date.in-future");
    }

    @Test
    void noUnitEndsBeforeItBegan() {
        assertThat(codes(TODAY.minusDays(2), TODAY.minusDays(1), null, null)).containsExactly(
                "/effectiveOn org.closed-before-opening");
    }

    @Test
    void noUnitEndsBeforeTheUnitsBelowIt() {
        assertThat(codes(TODAY.minusDays(2), null, null, TODAY.minusDays(1))).containsExactly(
                "/effectiveOn org.closed-before-child");
    }

    @Test
    void aSuccessorIsAnotherOpenUnitOfTheSameKind() {
        assertThat(codes(TODAY, null, successor(7, UnitKind.BRANCH, null), null)).isEmpty();
        assertThat(codes(TODAY, null, successor(5, UnitKind.BRANCH, null), null)).containsExactly(
                "/successorId org.successor-itself");
        assertThat(codes(TODAY.plusDays(1), null, successor(7, UnitKind.TOWNSHIP, TODAY), null)).containsExactly(
                "/effectiveOn date.in-future", "/successorId org.successor-closed", "/successorId org.successor-kind");
    }

    @Test
    void noUnitEndsBeforeWhatIsOnRecordOfItAndTheEarliestDayIsNamed() {
        OrgUnitDetail unit = unit(TODAY.minusDays(9));
        EndingPolicies.Asked asked = new EndingPolicies.Asked(unit, TODAY.minusDays(5), null, TODAY.minusDays(4),
                TODAY.minusDays(3), 0, TODAY);
        assertThat(EndingPolicies.check(asked)).containsExactly(
                Invalid.of("/effectiveOn", "org.closed-before-record", TODAY.minusDays(3)));
        assertThat(EndingPolicies.check(new EndingPolicies.Asked(unit, TODAY.minusDays(3), null, TODAY.minusDays(4),
                TODAY.minusDays(3), 0, TODAY))).isEmpty();
    }

    @Test
    void openCasesDoNotGoWhereNoTownshipStandsAbove() {
        assertThat(EndingPolicies.check(new EndingPolicies.Asked(unit(null), TODAY,
                successor(7, UnitKind.BRANCH, null), null, null, 2, TODAY))).containsExactly(
                        Invalid.of("/successorId", "org.cases-without-township", 2));
    }

    private static OrgUnitDetail unit(@Nullable LocalDate opened) {
        return new OrgUnitDetail(5, "C", "支部", UnitKind.BRANCH, BranchKind.VILLAGE, 4, 1, List.of(4, 5), List.of(),
                opened, null, null, 0);
    }

    private static List<String> codes(LocalDate on, @Nullable LocalDate opened, @Nullable Unit successor,
            @Nullable LocalDate lastChild) {
        return EndingPolicies.check(
                new EndingPolicies.Asked(unit(opened), on, successor, lastChild, null, 0, TODAY)).stream().map(
                        invalid -> invalid.pointer() + " " + invalid.message().code()).toList();
    }

    private static Unit successor(int id, UnitKind kind, @Nullable LocalDate closedOn) {
        return new Unit(id, "S", "承接", kind, BranchKind.VILLAGE, new int[]{4, id}, closedOn);
    }
}
