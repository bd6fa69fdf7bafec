package org.zhengdun.statistics;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page docs/indicators.md, generated from the definition tables. */
final class IndicatorPage {

    private static final String PAGE = """
            # Indicators

            Figures over any two dimensions, from live data, now or as of a past moment: `GET /api/v1/statistics/cube`. The tables of
            this page are generated from the definitions by which the service counts; a test keeps both equal, and
            `GET /api/v1/statistics/definitions` publishes them.

            ```
            GET /api/v1/statistics/cube?unit=12&measures=listed,conversion-rate&rows=org:COUNTY&columns=category&year=2026
            ```

            ## What a figure is

            - **COUNT**: rows of one source for which the condition holds. Additive: figures of children add up to those of the parent.
            - **RATE**: numerator in percent of the denominator, half up to two decimals. Both are summed at the level asked for, never
              averaged, and always given. Without a denominator there is no value.
            - **SHARE**: as a rate, of sums of one whole number per row instead of the rows: ballots of checks. Its links list those rows.
            - **MEAN, MEDIAN, P90**: of one whole number per row, half up to one decimal. The median of an even number of rows is the mean of
              the two in the middle; P90 is the smallest number that nine rows of ten do not exceed. `numerator` is the number of rows.
            - Each numerator and denominator has a link that lists exactly the rows it counts (`rowsHref`, `denominatorHref`). A
              relative period is named by its months there, so the link keeps its meaning; without `asOf` it shows the rows of now.
            - Margins are in `totals`: without `column` over all columns, without `row` over all rows. Items without any row are left out.

            ## Which cases, which period

            Give one of these; the answer says which days they were (`query.from`, `query.to`). Days and months are those of Asia/Shanghai.

            | parameter | cases | work on them (problems solved, special measures …) |
            |---|---|---|
            | `year` (default: the present one) | listed for the year: newly, carried into it, or carried on from it | done in the year, on these cases |
            | `round` | counted in the round, likewise | done in the year of the round, on these cases |
            | `period` or `from` with `to` | confirmed within the months, each once | done within the months, on any listed case |

            `period` is one of %s. What is called LAST ends before the present month or year.

            A case is counted where the list of cases shows it: in the unit responsible for it and all units above. A case that was
            carried on counts as listed in the year before, but not as raised, closed, overdue or supervised there.

            ## Moments

            `asOf` (an instant, or a day for its end; today is now) counts as it was then: states, dates, places of units; names of units,
            categories and rounds are those of today. `compareTo` is a second moment: each cell also has `compared` with its `comparedNumerator` and
            `comparedDenominator`, and `difference`.
            `dataAsOf` is the instant of the data: every change committed before it is counted. All figures of an answer are of one instant.
            Which unit a caller may ask for is decided by his rights of today.

            ## Answers

            JSON, CSV, XLSX or JSON-stat by `Accept` ([formats](statistics-formats.md)); in files each axis ends with its total. The entity
            tag is strong and a digest of what the answer says, in its format and language, without the two instants: callers to whom
            the same figures are shown have the same tag, a new token changes nothing, and `If-None-Match` answers 304. Tables of
            more than 50,000 cells are refused. `links=false` leaves the links out.

            ## Ranking

            `GET /api/v1/statistics/ranking` answers 409 `ranking-off` unless the setting `rankingOn` of the unit is on; it is off by
            default, because rankings invite false data. All open units of the level are listed: a count of a unit without rows is 0, a rate
            of nothing has no value. Units with equal values share a rank (1, 2, 2, 4), units without a value have none. External clients
            also need `publicationOn`.

            What a moment knows is what had been recorded until then:

            | facts | read as of a moment from |
            |---|---|
            | cases, problems, measures, deadlines | their history tables (ADR 12) |
            | helpers, checks, extensions, supervisions, alerts, screenings, facts of branches, editions of reports, versions of visits | the rows themselves: they are only added to, and each has the instant at which it was recorded, ended or superseded |
            | where a unit stood, its kind, whether it was closed | the unit since its last such change, `past_unit` before it; screenings and reports belong to where their unit stood |

            ## Dimensions

            | code | 中文 | English |
            |---|---|---|
            %s

            Levels of `org`: %s. They must lie below the unit; NEXT are the units next below it. Rows under no unit of the level are
            in the item `NONE`, so that totals add up.

            ## Indicators

            %s

            ## Conditions

            What is counted, as SQL on the rows of the source. `l` is the listed case.

            | code | part | rows | condition |
            |---|---|---|---|
            %s
            """;

    private IndicatorPage() {}

    static String text(Function<Dimension, String> zh, Function<Dimension, String> en) {
        String dimensions = Stream.of(Dimension.values()).map(
                dimension -> "| `%s` | %s | %s |".formatted(dimension.code(), zh.apply(dimension),
                        en.apply(dimension))).collect(Collectors.joining("\n"));
        return PAGE.formatted(names(PeriodName.values()), dimensions, names(OrgLevel.values()),
                Indicators.ALL.stream().map(IndicatorPage::definition).collect(Collectors.joining("\n")),
                Indicators.ALL.stream().flatMap(IndicatorPage::conditions).collect(Collectors.joining("\n")));
    }

    private static String names(Object[] constants) {
        return Stream.of(constants).map(constant -> "`" + constant + "`").collect(Collectors.joining(", "));
    }

    private static String definition(Indicator indicator) {
        Definition defined = Definition.of(indicator, true);
        return "- **`%s`** %s · %s (%s, version %d%s%s). %s. By %s.".formatted(defined.code(), defined.labelZh(),
                defined.labelEn(), defined.kind(), defined.version(),
                defined.restricted() ? ", restricted" : "", indicator.byListing() ? ", by year or round only" : "",
                defined.meaning(), String.join(", ", defined.dimensions()));
    }

    private static Stream<String> conditions(Indicator indicator) {
        Part of = indicator.denominator();
        return Stream.concat(Stream.of(condition(indicator, "numerator", indicator.numerator())),
                Stream.ofNullable(of).map(part -> condition(indicator, "denominator", part)));
    }

    private static String condition(Indicator indicator, String name, Part part) {
        String number = part.value() == null ? "" : " → `" + oneLine(part.value()) + "`";
        return "| `%s` | %s | %s | `%s`%s |".formatted(indicator.code(), name, part.source().code(),
                oneLine(part.predicate()), number);
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
