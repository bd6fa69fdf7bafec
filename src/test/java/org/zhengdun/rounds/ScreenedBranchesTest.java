package org.zhengdun.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

class ScreenedBranchesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int[] TOWNSHIP = {1, 2, 3, 4, 5};
    private static final int[] COUNTY = {1, 2, 3, 4};

    @Test
    void takesBranchesOfTheScopeAndTheRound() {
        assertThat(refusals(branch(new int[]{1, 2, 3, 4, 5, 6}, null), COUNTY)).isEmpty();
    }

    @Test
    void aBranchBesideTheScopeIsAsGoodAsNone() {
        assertThat(refusals(branch(new int[]{1, 2, 3, 4, 9, 6}, null), COUNTY)).containsExactly("reference.unknown");
    }

    @Test
    void aRoundOfAnotherUnitDoesNotTakeTheBranch() {
        assertThat(refusals(branch(new int[]{1, 2, 3, 4, 5, 6}, null), new int[]{1, 2, 3, 8})).containsExactly(
                "screening.not-of-round");
    }

    @Test
    void aClosedBranchIsNotScreenedFromTheDayOfItsClosing() {
        assertThat(refusals(branch(new int[]{1, 2, 3, 4, 5, 6}, TODAY), COUNTY)).containsExactly("branch.closed");
        assertThat(refusals(branch(new int[]{1, 2, 3, 4, 5, 6}, TODAY.plusDays(1)), COUNTY)).isEmpty();
    }

    @Test
    void onlyBranchesAreScreened() {
        Unit township = new Unit(5, "5", "镇党委", UnitKind.TOWNSHIP, null, TOWNSHIP, null);
        assertThat(refusals(township, COUNTY)).containsExactly("branch.not-a-branch");
    }

    private static List<String> refusals(Unit unit, int[] round) {
        Scope scope = new Scope(List.of(new ScopeRoot(TOWNSHIP)), Set.of());
        return new ScreenedBranches(scope, round, TODAY).refusal(unit).map(Message::code).stream().toList();
    }

    private static Unit branch(int[] path, @Nullable LocalDate closedOn) {
        return new Unit(6, "6", "村党支部", UnitKind.BRANCH, BranchKind.VILLAGE, path, closedOn);
    }
}
