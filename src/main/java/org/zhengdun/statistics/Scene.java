package org.zhengdun.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jdbi.v3.core.statement.SqlStatement;
import org.zhengdun.cases.CaseConditions;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;
import org.zhengdun.statistics.Span.OfMonths;
import org.zhengdun.statistics.Span.OfRound;
import org.zhengdun.statistics.Span.OfYear;

/**
 * Where, when and of which moment is counted: the table expressions and conditions that sources are made of.
 *
 * <p>Parameters: {@code :unit}, {@code :year}, {@code :round}, {@code :firstMonth}, {@code :lastMonth}, the days {@code :first}
 * and {@code :last} and the instants {@code :begin} and {@code :end} of the span, {@code :today} and {@code :until} of the moment.
 *
 * @param brief whether cases of a past moment are read from the intervals of what most figures are made of, which have no
 *              other columns
 */
record Scene(Unit unit, Span span, AsOf asOf, boolean brief) {

    private static final int INDEXED_LEVELS = 5;

    private static final String DETAILS = """
            , c.number, c.ancestors, c.branch_id, c.state, c.outcome, c.main_category_version, c.deadline, c.warn_on,
            c.suspended_until, c.confirmed_at, c.transformed_at, c.closed_at, c.cycle, c.failed_acceptances, c.relapses""";
    /** A statement that names one of these cannot be brief. */
    private static final Pattern NAMES_DETAIL = Pattern.compile("\\bl\\.("
            + DETAILS.replaceAll("\\s*c\\.", "").substring(1).replaceAll("\\s*,\\s*", "|") + ")\\b");
    private static final String LISTING = """
            SELECT c.id, c.a1, c.a2, c.a3, c.a4, c.a5, c.branch_kind, c.main_category, c.listed_month, c.raised,
                   c.closed_as_raised, %s AS round_id, %s AS carried_on, %s AS carried_in%s
            FROM %s WHERE %s AND %s AND %s""";
    private static final String FIRST_ROUND = """
            coalesce((SELECT o.from_round_id FROM carry_over o WHERE o.case_id = c.id AND o.from_year < c.year
                      ORDER BY o.years LIMIT 1), c.round_id)""";
    /** Of the carry-overs of a case those that had happened at the moment. */
    private static final String DONE = "o.from_year < c.year";

    Scene(Unit unit, Span span, AsOf asOf) {
        this(unit, span, asOf, false);
    }

    /** A text made for this scene, brief if the moment is past and the text names nothing that the intervals lack. */
    String text(Function<Scene, String> maker) {
        if (asOf.isPast() && unit.kind().ordinal() <= UnitKind.TOWNSHIP.ordinal()) {
            String text = maker.apply(new Scene(unit, span, asOf, true));
            if (!NAMES_DETAIL.matcher(text).find()) {
                return text;
            }
        }
        return maker.apply(this);
    }

    /** The listed cases {@code l} of the span. */
    String listed() {
        return "(" + switch (span) {
            case OfYear year -> counted("o.from_year = :year AND " + DONE, "c.year = :year", "i.to_year = :year");
            case OfRound round -> counted("o.from_round_id = :round AND " + DONE, "c.round_id = :round",
                    "i.to_round_id = :round");
            case OfMonths months -> listing(FIRST_ROUND, "false", "false", own(),
                    "c.listed_month BETWEEN :firstMonth AND :lastMonth");
        } + ") l";
    }

    /** The cases {@code l} on which work within the span counts: those listed for the year or round, else all listed ones. */
    String worked() {
        return span instanceof OfMonths
                ? "(" + listing(FIRST_ROUND, "false", "false", own(), "true") + ") l"
                : listed();
    }

    /** Whether no later case of the branch of {@code l} is listed for the span too. */
    String isLastOfBranch() {
        String also = switch (span) {
            case OfYear year -> "(n.year = :year OR " + left("x.from_year = :year") + ")";
            case OfRound round -> "(n.round_id = :round OR " + left("x.from_round_id = :round") + ")";
            case OfMonths months -> "n.listed_month BETWEEN :firstMonth AND :lastMonth";
        };
        return "NOT EXISTS (SELECT FROM " + cases("n")
                + " WHERE n.branch_id = l.branch_id AND n.id > l.id AND " + CaseConditions.listed("n") + " AND " + also
                + ")";
    }

    private static String left(String from) {
        return "EXISTS (SELECT FROM carry_over x WHERE x.case_id = n.id AND " + from + " AND x.from_year < n.year)";
    }

    /** The rows of a table that keeps its history, under its own name. */
    String rows(String table) {
        return asOf.rows(table);
    }

    /** Whether a row belongs to the subtree, in the past by the place of then. */
    String under(String place) {
        int level = unit.path().length - 1;
        if (level == 0) {
            return "true";
        }
        if (asOf.isPast()) {
            return wasUnder(place);
        }
        return level <= INDEXED_LEVELS
                ? place + ".a" + level + " = :unit"
                : place + ".a" + INDEXED_LEVELS + " = :anchor AND " + place + ".ancestors[" + (level + 1) + "] = :unit";
    }

    /** A unit may have stood at another level then, but never deeper than its kind is ordered. */
    private String wasUnder(String place) {
        int deepest = unit.kind().ordinal();
        return deepest > UnitKind.TOWNSHIP.ordinal()
                ? ":unit = ANY(" + place + ".ancestors)"
                : IntStream.rangeClosed(1, deepest).mapToObj(level -> place + ".a" + level + " = :unit").collect(
                        Collectors.joining(" OR ", "(", ")"));
    }

    /** The cases that ever were listed in the subtree, by which the long history is entered; nothing where that saves nothing. */
    private String everUnder() {
        return switch (unit.kind()) {
            case CITY, COUNTY, TOWNSHIP -> " AND c.id IN (SELECT e.id FROM case_figures_version e WHERE "
                    + CaseConditions.listed("e") + " AND " + wasUnder("e") + ")";
            case BRANCH -> " AND c.id IN (SELECT e.id FROM rectification_case e WHERE e.branch_id = :unit)";
            case NATION, PROVINCE, COMMITTEE -> "";
        };
    }

    private String counted(String leftFrom, String present, String cameFrom) {
        String carriedIn = "EXISTS (SELECT FROM carry_over i WHERE i.case_id = c.id AND " + cameFrom + ")";
        return listing("c.round_id", "false", carriedIn, own(), present) + "\nUNION ALL\n"
                + listing("o.from_round_id", "true", carriedIn,
                        "carry_over o JOIN " + own() + " ON c.id = o.case_id", leftFrom);
    }

    private String listing(String round, String carriedOn, String carriedIn, String from, String when) {
        return LISTING.formatted(round, carriedOn, carriedIn, brief ? "" : DETAILS, from, when,
                CaseConditions.listed("c"), under("c") + (asOf.isPast() && !brief ? everUnder() : ""));
    }

    /** Cases wherever they are, for comparisons of listings of one branch. */
    String cases(String alias) {
        return asOf.rows("rectification_case", alias);
    }

    private String own() {
        return asOf.rows(brief ? "case_figures" : "rectification_case", "c");
    }

    /** Binds everything that the expressions of sources, indicators and dimensions may name. */
    void bind(SqlStatement<?> statement, LocalDate today) {
        Instant moment = asOf.instant();
        statement.bind("unit", unit.id()).bind("anchor",
                unit.path().length > INDEXED_LEVELS ? unit.path()[INDEXED_LEVELS] : 0).bind("today",
                        asOf.day(today)).bind("until", moment == null ? OffsetDateTime.MAX : utc(moment)).bind("first",
                                span.from()).bind("last", span.to()).bind("begin", start(span.from())).bind("end",
                                        start(span.to().plusDays(1)));
        if (moment != null) {
            statement.bind("asOf", utc(moment));
        }
        switch (span) {
            case OfYear year -> statement.bind("year", year.year());
            case OfRound round -> statement.bind("round", round.round());
            case OfMonths months -> statement.bind("firstMonth", Span.number(months.first())).bind("lastMonth",
                    Span.number(months.last()));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime start(LocalDate day) {
        return utc(day.atStartOfDay(Days.ZONE).toInstant());
    }
}
