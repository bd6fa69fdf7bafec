package org.zhengdun.shared.table;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) in which no cell can start a formula of a spreadsheet program. */
public record CsvLine(List<String> cells) {

    @Override
    public String toString() {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = SafeText.of(text);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
