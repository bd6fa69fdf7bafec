package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a cell says of one measure. */
enum CubeFigure {
    /** The value. */
    VALUE,
    /** What was counted. */
    NUMERATOR,
    /** What a rate is of. */
    DENOMINATOR,
    /** The value at the moment compared with. */
    COMPARED,
    /** What was counted then. */
    COMPARED_NUMERATOR,
    /** What the rate was of then. */
    COMPARED_DENOMINATOR,
    /** The value less the one compared with. */
    DIFFERENCE;

    @Nullable
    BigDecimal of(CubeCell cell) {
        return switch (this) {
            case VALUE -> cell.value();
            case NUMERATOR -> number(cell.numerator());
            case DENOMINATOR -> number(cell.denominator());
            case COMPARED -> cell.compared();
            case COMPARED_NUMERATOR -> number(cell.comparedNumerator());
            case COMPARED_DENOMINATOR -> number(cell.comparedDenominator());
            case DIFFERENCE -> cell.difference();
        };
    }

    /** A count is its own numerator, and only rates have a denominator. */
    boolean isNeeded(List<IndicatorKind> kinds, boolean compared) {
        boolean counted = kinds.stream().anyMatch(kind -> kind != IndicatorKind.COUNT);
        boolean divided = kinds.stream().anyMatch(
                kind -> kind == IndicatorKind.RATE || kind == IndicatorKind.SHARE);
        return switch (this) {
            case VALUE -> true;
            case NUMERATOR -> counted;
            case DENOMINATOR -> divided;
            case COMPARED, DIFFERENCE -> compared;
            case COMPARED_NUMERATOR -> compared && counted;
            case COMPARED_DENOMINATOR -> compared && divided;
        };
    }

    private static @Nullable BigDecimal number(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
