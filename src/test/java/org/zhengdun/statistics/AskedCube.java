package org.zhengdun.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A question for figures, and what the service answers. */
record AskedCube(int unit, Span span, List<String> measures, @Nullable String rows, @Nullable String columns,
        @Nullable Instant asOf) {

    /** What stands in a cell; only of cells in which anything was counted. */
    record Figure(long numerator, @Nullable Long denominator, @Nullable String value) {}

    /** The cells by row, column and measure, joined with slashes; - stands for all. */
    record Answer(Map<String, Figure> figures, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param row a unit by its id, everything else by its code; - for all
     */
    record Cell(String row, String column, JsonNode body) {

        String measure() {
            return body.get("measure").textValue();
        }

        String place() {
            return row + "/" + column;
        }

        Figure figure() {
            return new Figure(body.path("numerator").asLong(),
                    body.has("denominator") ? body.get("denominator").longValue() : null,
                    body.has("value") ? body.get("value").decimalValue().stripTrailingZeros().toPlainString() : null);
        }
    }

    AskedCube at(Instant moment) {
        return new AskedCube(unit, span, measures, rows, columns, moment);
    }

    AskedCube of(int other) {
        return new AskedCube(other, span, measures, null, null, asOf);
    }

    AskedCube by(@Nullable String row, @Nullable String column) {
        return new AskedCube(unit, span, measures, row, column, asOf);
    }

    String path() {
        StringBuilder path = new StringBuilder("/statistics/cube?unit=").append(unit).append("&measures=").append(
                String.join(",", measures)).append(switch (span) {
                    case Span.OfYear year -> "&year=" + year.year();
                    case Span.OfRound round -> "&round=" + round.round();
                    case Span.OfMonths months ->
                        "&from=" + YearMonth.from(months.from()) + "&to=" + YearMonth.from(months.to());
                });
        if (rows != null) {
            path.append("&rows=").append(rows);
        }
        if (columns != null) {
            path.append("&columns=").append(columns);
        }
        return asOf == null ? path.toString() : path.append("&asOf=").append(asOf).toString();
    }

    Answer ask(Office office, String token) {
        JsonNode body = office.get(token, path());
        List<Cell> cells = Stream.of("cells", "totals").flatMap(
                part -> StreamSupport.stream(body.get(part).spliterator(), false)).map(
                        cell -> new Cell(item(body, "rows", cell.path("row")),
                                item(body, "columns", cell.path("column")), cell)).toList();
        Map<String, Figure> figures = new TreeMap<>();
        cells.forEach(cell -> {
            Figure figure = cell.figure();
            if (figure.numerator() > 0 || figure.denominator() != null && figure.denominator() > 0) {
                figures.put(cell.place() + "/" + cell.measure(), figure);
            }
        });
        return new Answer(figures, cells);
    }

    private static String item(JsonNode body, String axis, JsonNode code) {
        return code.isMissingNode()
                ? "-"
                : StreamSupport.stream(body.get(axis).get("items").spliterator(), false).filter(
                        item -> item.get("code").equals(code) && item.has("unitId")).findFirst().map(
                                item -> item.get("unitId").asText()).orElse(code.textValue());
    }
}
