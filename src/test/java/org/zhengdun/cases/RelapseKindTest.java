package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class RelapseKindTest {

    private static final Instant TRANSFORMED = Instant.parse("2025-03-10T02:00:00Z");

    @Test
    void aBranchThatStaysTransformedHasNotFallenBack() {
        assertThat(RelapseKind.of(0, TRANSFORMED, null, 12)).isEmpty();
        assertThat(RelapseKind.of(0, null, null, 12)).isEmpty();
    }

    @Test
    void aRevokedTransformationCounts() {
        assertThat(RelapseKind.of(2, TRANSFORMED, null, 12)).containsExactly(RelapseKind.REVOKED);
        assertThat(RelapseKind.REVOKED.counts()).isTrue();
    }

    @Test
    void aNewListingCountsUpToTheLastDayOfTheWindow() {
        assertThat(RelapseKind.of(0, TRANSFORMED, Instant.parse("2026-03-10T15:59:59Z"), 12)).containsExactly(
                RelapseKind.RELISTED_IN_WINDOW);
        assertThat(RelapseKind.of(0, TRANSFORMED, Instant.parse("2026-03-10T16:00:00Z"), 12)).containsExactly(
                RelapseKind.RELISTED_LATER);
        assertThat(RelapseKind.RELISTED_IN_WINDOW.counts()).isTrue();
        assertThat(RelapseKind.RELISTED_LATER.counts()).isFalse();
    }

    @Test
    void aBranchMayFallBackBothWays() {
        assertThat(RelapseKind.of(1, TRANSFORMED, Instant.parse("2025-09-01T00:00:00Z"), 12)).containsExactly(
                RelapseKind.REVOKED, RelapseKind.RELISTED_IN_WINDOW);
    }

    @Test
    void aNewListingAfterAnUntransformedCaseIsNoRelapse() {
        assertThat(RelapseKind.of(0, null, Instant.parse("2025-09-01T00:00:00Z"), 12)).isEmpty();
    }
}
