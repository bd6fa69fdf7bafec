package org.zhengdun.statistics;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param row             code of the row; absent in totals over all rows and in tables with one row
 * @param column          code of the column, likewise
 * @param value           absent when there is none: a rate of nothing, or a suppressed figure
 * @param denominator     what a rate is of
 * @param suppressed      true when the figure is too small to be shown
 * @param rowsHref        the rows behind the numerator
 * @param denominatorHref the rows behind the denominator
 * @param compared        the value at the moment compared with
 * @param comparedNumerator   what was counted then
 * @param comparedDenominator what the rate was of then
 * @param difference      value less the one compared with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CubeCell")
record CubeCell(@Nullable String row, @Nullable String column, String measure, @Nullable BigDecimal value,
        @Nullable Long numerator, @Nullable Long denominator, @Nullable Boolean suppressed, @Nullable String rowsHref,
        @Nullable String denominatorHref, @Nullable BigDecimal compared, @Nullable Long comparedNumerator,
        @Nullable Long comparedDenominator, @Nullable BigDecimal difference) {

    /** A figure without what may not be shown of it. */
    static CubeCell suppressed(@Nullable String row, @Nullable String column, String measure) {
        return new CubeCell(row, column, measure, null, null, null, true, null, null, null, null, null, null);
    }

    /** A count without the rows behind it. */
    static CubeCell of(@Nullable String row, @Nullable String column, String measure, long count) {
        return new CubeCell(row, column, measure, BigDecimal.valueOf(count), count, null, null, null, null, null,
                null, null, null);
    }

    CubeCell withoutRows() {
        return new CubeCell(row, column, measure, value, numerator, denominator, suppressed, null, null, compared,
                comparedNumerator, comparedDenominator, difference);
    }

    CubeCell comparedWith(CubeCell then) {
        return new CubeCell(row, column, measure, value, numerator, denominator, suppressed, rowsHref, denominatorHref,
                then.value, then.numerator, then.denominator,
                value == null || then.value == null ? null : value.subtract(then.value));
    }
}
