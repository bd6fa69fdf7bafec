package org.zhengdun.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A share as numerator and denominator. It is compared exactly and shown in percent with one decimal, rounded half up; an
 * empty share proves nothing and passes no comparison.
 */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A share as it is shown. */
    @Schema(name = "Share", description = "percent = numerator / denominator * 100, rounded half up to one decimal; 0 for an empty denominator")
    record Share(BigDecimal numerator, BigDecimal denominator, BigDecimal percent) {}

    static Fraction of(int numerator, int denominator) {
        return new Fraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    boolean isEmpty() {
        return denominator.signum() == 0;
    }

    BigDecimal percent() {
        return isEmpty()
                ? new BigDecimal("0.0")
                : numerator.multiply(HUNDRED).divide(denominator, 1, RoundingMode.HALF_UP);
    }

    boolean isAtLeast(int percent) {
        return !isEmpty() && compare(percent) >= 0;
    }

    boolean isAtMost(int percent) {
        return !isEmpty() && compare(percent) <= 0;
    }

    Share share() {
        return new Share(numerator, denominator, percent());
    }

    private int compare(int percent) {
        return numerator.multiply(HUNDRED).compareTo(denominator.multiply(BigDecimal.valueOf(percent)));
    }
}
