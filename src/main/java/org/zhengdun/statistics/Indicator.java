package org.zhengdun.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One indicator, as data: figures, the rows behind them, the published definitions and docs/indicators.md follow from it
 * (docs/domain.md section 6).
 *
 * @param code       stable name
 * @param version    goes up when the meaning changes
 * @param scale      decimals of the value
 * @param byListing  whether it needs a year or a round: by months of confirmation it has no meaning
 * @param restricted whether small figures are kept from external clients whatever they are broken down by
 */
record Indicator(String code, Labels labels, String meaning, int version, IndicatorKind kind, int scale, Part numerator,
        @Nullable Part denominator, boolean byListing, boolean restricted) {

    private static final int PERCENT_SCALE = 2;
    private static final int DAYS_SCALE = 1;

    /** Names in both languages. */
    record Labels(String zh, String en) {}

    static Indicator count(String code, String zh, String en, String meaning, Part counted) {
        return new Indicator(code, new Labels(zh, en), meaning, 1, IndicatorKind.COUNT, 0, counted, null, false, false);
    }

    static Indicator rate(String code, String zh, String en, String meaning, Part numerator, Part denominator) {
        return new Indicator(code, new Labels(zh, en), meaning, 1, IndicatorKind.RATE, PERCENT_SCALE, numerator,
                denominator, false, false);
    }

    /** A rate of sums of numbers of the rows. */
    static Indicator share(String code, String zh, String en, String meaning, Part numerator, Part denominator) {
        return new Indicator(code, new Labels(zh, en), meaning, 1, IndicatorKind.SHARE, PERCENT_SCALE, numerator,
                denominator, false, false);
    }

    /** A mean, median or percentile of the numbers of the rows. */
    static Indicator spread(String code, String zh, String en, String meaning, IndicatorKind kind, Part counted) {
        return new Indicator(code, new Labels(zh, en), meaning, 1, kind, DAYS_SCALE, counted, null, false, false);
    }

    Indicator onlyByListing() {
        return new Indicator(code, labels, meaning, version, kind, scale, numerator, denominator, true, restricted);
    }

    Indicator asRestricted() {
        return new Indicator(code, labels, meaning, version, kind, scale, numerator, denominator, byListing, true);
    }

    /** Whether figures of children add up to those of the parent. */
    boolean isAdditive() {
        return kind == IndicatorKind.COUNT;
    }

    List<Part> parts() {
        return denominator == null ? List.of(numerator) : List.of(numerator, denominator);
    }

    Set<Dimension> dimensions() {
        EnumSet<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        Stream.of(Dimension.values()).filter(
                dimension -> parts().stream().allMatch(part -> part.source().has(dimension))).forEach(dimensions::add);
        return dimensions;
    }
}
