package org.zhengdun.statistics;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published definition of an indicator.
 *
 * @param label      in the language asked for
 * @param unit       of the value
 * @param decimals   to which the value is rounded, half up
 * @param additive   whether figures of children add up to those of the parent
 * @param restricted whether small figures are kept from external clients
 * @param periods    how its cases can be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IndicatorDefinition")
record Definition(String code, String label, String labelZh, String labelEn, String meaning, int version,
        IndicatorKind kind, Unit unit, int decimals, boolean additive, boolean restricted, List<Period> periods,
        List<String> dimensions, Counted numerator, @Nullable Counted denominator) {

    /** What a value is measured in. */
    enum Unit {
        /** Rows. */
        NUMBER,
        /** Percent. */
        PERCENT,
        /** Days. */
        DAYS
    }

    /** Ways to choose a period. */
    enum Period {
        /** A year, or a round. */
        LISTING,
        /** Months, named or given. */
        MONTHS
    }

    /**
     * What is counted.
     *
     * @param rows      what one row is
     * @param condition the SQL condition on the row, as it is evaluated
     */
    @Schema(name = "IndicatorPart")
    record Counted(String rows, String condition) {

        static Counted of(Part part) {
            return new Counted(part.source().code(), part.predicate());
        }
    }

    static Definition of(Indicator indicator, boolean english) {
        Indicator.Labels labels = indicator.labels();
        Part of = indicator.denominator();
        return new Definition(indicator.code(), english ? labels.en() : labels.zh(), labels.zh(), labels.en(),
                indicator.meaning(), indicator.version(), indicator.kind(), unit(indicator.kind()), indicator.scale(),
                indicator.isAdditive(), indicator.restricted(),
                indicator.byListing() ? List.of(Period.LISTING) : List.of(Period.LISTING, Period.MONTHS),
                indicator.dimensions().stream().map(Dimension::code).toList(), Counted.of(indicator.numerator()),
                of == null ? null : Counted.of(of));
    }

    static Unit unit(IndicatorKind kind) {
        return switch (kind) {
            case COUNT -> Unit.NUMBER;
            case RATE, SHARE -> Unit.PERCENT;
            case MEAN, MEDIAN, P90 -> Unit.DAYS;
        };
    }
}
