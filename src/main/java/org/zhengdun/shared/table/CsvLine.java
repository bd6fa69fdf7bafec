package org.zhengdun.shared.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a CSV file (RFC 4180) in which no cell can start a formula of a spreadsheet program.
 *
 * @param cells   texts
 * @param figures numbers after them, which stay as they are
 */
public record CsvLine(List<String> cells, List<String> figures) {

    public CsvLine(List<String> cells) {
        this(cells, List.of());
    }

    @Override
    public String toString() {
        return Stream.concat(cells.stream().map(CsvLine::cell), figures.stream()).collect(
                Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = SafeText.of(text);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
