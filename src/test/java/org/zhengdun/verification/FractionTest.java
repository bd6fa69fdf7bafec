package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void showsPercentWithOneDecimalRoundedHalfUp() {
        assertThat(Fraction.of(1, 3).percent()).hasToString("33.3");
        assertThat(Fraction.of(2, 3).percent()).hasToString("66.7");
        assertThat(Fraction.of(1, 2000).percent()).hasToString("0.1");
        assertThat(Fraction.of(3, 3).percent()).hasToString("100.0");
    }

    @Test
    void comparesExactlyAndNotWhatItShows() {
        Fraction justBelow = Fraction.of(6999, 9999);
        assertThat(justBelow.percent()).hasToString("70.0");
        assertThat(justBelow.isAtLeast(70)).isFalse();

        Fraction justAboveHalf = Fraction.of(5001, 10_000);
        assertThat(justAboveHalf.percent()).hasToString("50.0");
        assertThat(justAboveHalf.isAtMost(50)).isFalse();
    }

    @Test
    void includesTheThresholdOnBothSides() {
        assertThat(Fraction.of(7, 10).isAtLeast(70)).isTrue();
        assertThat(Fraction.of(1, 2).isAtMost(50)).isTrue();
    }

    @Test
    void anEmptyShareProvesNothing() {
        Fraction empty = Fraction.of(0, 0);
        assertThat(empty.percent()).hasToString("0.0");
        assertThat(empty.isAtLeast(0)).isFalse();
        assertThat(empty.isAtMost(100)).isFalse();
    }
}
