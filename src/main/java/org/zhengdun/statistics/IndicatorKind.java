package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** How the value of an indicator follows from what was counted. */
enum IndicatorKind {
    /** Number of rows; figures of children add up to those of the parent. */
    COUNT,
    /** Numerator in percent of the denominator, both summed at the level asked for; nothing without a denominator. */
    RATE,
    /** As a rate, of the sums of the rows' numbers instead of the rows. */
    SHARE,
    /** Mean of the rows' numbers. */
    MEAN,
    /** Middle one of the rows' numbers. */
    MEDIAN,
    /** Number that nine rows of ten do not exceed. */
    P90;

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    Optional<BigDecimal> value(Tally numerator, @Nullable Tally denominator, int scale) {
        return switch (this) {
            case COUNT -> Optional.of(BigDecimal.valueOf(numerator.count()));
            case RATE, SHARE -> denominator == null || figure(denominator) == 0
                    ? Optional.empty()
                    : Optional.of(PERCENT.multiply(BigDecimal.valueOf(figure(numerator))).divide(
                            BigDecimal.valueOf(figure(denominator)), scale, RoundingMode.HALF_UP));
            case MEAN -> numerator.mean(scale);
            case MEDIAN -> numerator.median(scale);
            case P90 -> numerator.percentile(90, scale);
        };
    }

    /** What is shown as numerator or denominator. */
    long figure(Tally tally) {
        return this == SHARE ? tally.sum() : tally.count();
    }
}
