package org.zhengdun.statistics;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page docs/annual-form.md, generated from the definition table. */
final class AnnualFormPage {

    private static final String PAGE = """
            # The annual form

            整顿软弱涣散基层党组织情况, computed from live data for any unit and year by
            `GET /api/v1/statistics/annual-form?unit={id}&year={yyyy}` as JSON, CSV, XLSX or JSON-stat 2.0
            ([formats](statistics-formats.md)). This page is generated from the definition table of the service (`FormColumns`); a test keeps both equal.

            Rows: %s. The total counts branches of every kind, so it may exceed village and community together.

            ## Columns

            | column | code | 中文 | English | what it counts |
            |---|---|---|---|---|
            %s

            ## How cases are counted

            - The case is the unit of counting. A case belongs to the year of its round; a case carried over counts again in each
              year into which it was carried, and stays counted in the years before ([cycles](cycles.md)). Cases not yet confirmed, rejected, or cancelled as listed in error do not
              count; cases cancelled because the branch was merged or dissolved do: they were listed.
            - A case belongs to the unit that is responsible for it, normally the branch, and to all units above: exactly the cases
              that a list of cases shows in that unit. So the children of a unit add up to the unit itself; a case for which the
              unit itself were responsible would be in none of the children's forms.
            - The kind of branch is the one stored with the case.
            - Each cell that counts anything has a link to exactly the rows it counts, `rowsHref`: `GET /api/v1/statistics/annual-form/rows` with
              `column` and `row`, `asOf` when the form has one. A year that has not begun is refused.
            - Columns 1, 2, 3 show the case as it is now, with `asOf` as it was then: a case of last year that is transformed this year moves column 3 of last
              year's form. `dataAsOf` says when the data were read; keep the file when a figure must stay.
            - A carried-over case was not raised in the years before: column 3 counts it in its present year alone. Columns 20 to 26
              count in each year what ran or was done in that year.
            - Columns 4 to 13 need not add up to column 1: local categories may belong to no column.
            - A branch listed twice in one year is two cases. What is counted by branch (columns 14 to 19) goes with the later one.

            ## How facts of the branch are read

            - The fact at the start of the year is the one valid on January 1; when there is none, the first one of the year. A
              branch without any fact in the year counts in none of the columns 2 and 14 to 19.
            - A secretary's post is missing at the start of the year when that fact says so and either is valid on January 1 or
              dates the vacancy to January 1 or earlier. A post that fell vacant later in the year does not count.
            - Columns 15 and 17 are parts of 14 and 16: a post that fell vacant and was filled within the year is in neither.

            ## How work is counted

            - Columns 20 to 23 count assignments, not persons: a leader linked to two cases counts twice, and so do two first
              secretaries of one case who followed each other within the year. An assignment counts when it ran on at least one day
              of the year, up to today or the day of `asOf`: one that is to begin later does not count yet, one that was withdrawn before
              it began never does. A work team is one assignment.
            - Columns 24 to 26 count what was done within the year (days in Asia/Shanghai) on cases listed for the year. Work done
              on a case after its year is in no form, unless the case was carried over.
            - A problem closed and reopened does not count; closed again, it counts on the day of the last closing.

            ## Expressions

            The SQL condition of each column, on the rows of its source.

            | column | source | condition |
            |---|---|---|
            %s
            """;

    private AnnualFormPage() {}

    static String text() {
        String rows = Stream.of(FormRow.values()).map(row -> "`" + row + "` " + row.chinese()).collect(
                Collectors.joining(", "));
        String columns = FormColumns.ALL.stream().map(AnnualFormPage::meaning).collect(Collectors.joining("\n"));
        String expressions = FormColumns.ALL.stream().map(AnnualFormPage::expression).collect(
                Collectors.joining("\n"));
        return PAGE.formatted(rows, columns, expressions);
    }

    private static String meaning(FormColumn column) {
        return "| %d | `%s` | %s | %s | %s |".formatted(column.number(), column.code(), column.chinese(),
                column.english(), column.meaning());
    }

    private static String expression(FormColumn column) {
        return "| %d | %s | `%s` |".formatted(column.number(), column.source(), column.predicate());
    }
}
