package org.zhengdun.statistics;

import java.util.stream.Collectors;

/** The page docs/monthly-sheet.md, generated from the definition table. */
final class MonthlySheetPage {

    private static final String PAGE = """
            # The monthly sheet

            整顿软弱涣散基层党组织工作月报表: the columns of the [annual form](annual-form.md) from the start of the year to the end of a
            month, and how the work goes on, by `GET /api/v1/statistics/monthly-sheet?unit={id}&month={yyyy-mm}` as JSON, CSV,
            XLSX or JSON-stat 2.0 ([formats](statistics-formats.md)). This page is generated from the definition table of the
            service (`SheetColumns`); a test keeps both equal.

            - The sheet of a month that is over shows things as they were in its last moment, in Asia/Shanghai, and so stays what
              it was; the sheet of the running month shows them as they are. What was recorded after the end of the month is not
              in it, even where it is dated earlier. `asOf` asks for an earlier moment.
            - The history of a service begins when it is set up: sheets of months before that are empty.
            - Rows are those of the annual form. Columns 34 to 36 are about townships, not branches: only the total has them.
            - Each cell that counts anything has a link to its rows (`rowsHref`, of a percentage also `denominatorHref`).
            - A percentage is computed from the sums of its row and has no value where there is nothing to divide by.
            - Lights and lateness are those of the last day; a case carried over into the next year has no light in the former.

            ## Columns

            | column | code | 中文 | English | what it counts |
            |---|---|---|---|---|
            %s
            """;

    private MonthlySheetPage() {}

    static String text() {
        return PAGE.formatted(SheetColumns.ALL.stream().map(column -> "| %d | `%s` | %s | %s | %s |".formatted(
                column.number(), column.code(), column.chinese(), column.english(), column.meaning())).collect(
                        Collectors.joining("\n")));
    }
}
