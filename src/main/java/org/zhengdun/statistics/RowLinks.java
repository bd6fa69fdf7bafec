package org.zhengdun.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.FigureRowParameters.CountedPart;

/** Links from figures of a query to the rows behind them; relative periods are named by their months. */
final class RowLinks {

    private final String common;
    private final Map<String, String> encoded = new HashMap<>();

    RowLinks(CubeQuery query) {
        StringBuilder text = new StringBuilder("/api/v1/statistics/rows?unit=").append(query.scene().unit().id());
        switch (query.scene().span()) {
            case Span.OfYear year -> add(text, "year", year.year());
            case Span.OfRound round -> add(text, "round", round.round());
            case Span.OfMonths months -> {
                add(text, "from", YearMonth.from(months.from()));
                add(text, "to", YearMonth.from(months.to()));
            }
        }
        add(text, "branchKind", query.filter().branchKind());
        add(text, "category", query.filter().category());
        add(text, "state", query.filter().state());
        add(text, "asOf", query.scene().asOf().instant());
        add(text, "rows", query.rows() == null ? null : query.rows().code());
        add(text, "columns", query.columns() == null ? null : query.columns().code());
        this.common = text.toString();
    }

    String to(Indicator measure, CountedPart part, @Nullable String row, @Nullable String column) {
        return common + "&measure=" + measure.code() + "&part=" + part
                + (row == null ? "" : "&row=" + encoded.computeIfAbsent(row, RowLinks::encode))
                + (column == null ? "" : "&column=" + encoded.computeIfAbsent(column, RowLinks::encode));
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append('&').append(name).append('=').append(encode(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
