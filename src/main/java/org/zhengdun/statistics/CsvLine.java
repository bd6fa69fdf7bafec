package org.zhengdun.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a CSV file (RFC 4180) in which no cell can start a formula of a spreadsheet program. */
record CsvLine(List<String> cells) {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    @Override
    public String toString() {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = startsFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** Whether the first character that a spreadsheet program would not skip starts a formula. */
    private static boolean startsFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTS_FORMULA.indexOf(c) >= 0) {
                return true;
            }
            if (!isSkipped(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSkipped(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
