package org.zhengdun.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Links from the cells of a form to the rows behind them. */
record FormLinks(String form, String period, int unit, @Nullable Instant asOf) {

    static FormLinks ofYear(int unit, int year, @Nullable Instant asOf) {
        return new FormLinks("annual-form", "year=" + year, unit, asOf);
    }

    static FormLinks ofMonth(int unit, String month, @Nullable Instant asOf) {
        return new FormLinks("monthly-sheet", "month=" + month, unit, asOf);
    }

    /** The rows that a column counts in a row; null when there are none. */
    @Nullable
    String to(int column, FormRow row, long counted) {
        return counted == 0
                ? null
                : "/api/v1/statistics/" + form + "/rows?unit=" + unit + "&" + period + "&column=" + column + "&row="
                        + row
                        + (asOf == null ? "" : "&asOf=" + URLEncoder.encode(asOf.toString(), StandardCharsets.UTF_8));
    }
}
