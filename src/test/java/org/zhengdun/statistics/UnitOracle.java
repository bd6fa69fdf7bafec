package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.statistics.SeenWorld.SeenAttendance;
import org.zhengdun.statistics.SeenWorld.SeenScreening;

/** What the indicators of branches, reports and attendance must be. */
record UnitOracle(Oracle oracle) {

    void count() {
        oracle.count("branches", branches());
        oracle.count("screened", branches().filter(branch -> oracle.seen.screenings().stream().anyMatch(
                screening -> screening.row().get("branchId").longValue() == branch.id() && isOfSpan(screening))));
        oracle.rate("screening-coverage", "screened", "branches");
        oracle.rate("listed-ratio", "listed", "branches");
        oracle.rate("monthly-report-on-time", reports().filter(
                report -> report.get("state").textValue().equals("ON_TIME")).map(this::report),
                reports().filter(report -> !report.get("state").textValue().equals("DUE")).map(this::report));
        oracle.rate("first-secretary-attendance", attendance(true), attendance(false));
    }

    private Stream<Counted> branches() {
        return oracle.seen.units().values().stream().filter(unit -> unit.row().get("kind").textValue().equals("BRANCH")
                && !unit.row().has("closedOn")).filter(unit -> isOfSpan(unit)).map(
                        unit -> new Counted(unit.row().get("id").longValue(), unit.path(),
                                Map.of("branchKind", unit.row().get("branchKind").textValue()), 1));
    }

    /** For a round, under the unit that holds it. */
    private boolean isOfSpan(SeenWorld.SeenUnit unit) {
        return !(oracle.span instanceof Span.OfRound round) || unit.path().contains(
                oracle.seen.round(round.round()).get("unitId").intValue());
    }

    private boolean isOfSpan(SeenScreening screening) {
        return switch (oracle.span) {
            case Span.OfYear year ->
                oracle.seen.round(screening.round()).get("year").intValue() == year.year();
            case Span.OfRound round -> screening.round() == round.round();
            case Span.OfMonths months ->
                oracle.isWithin(LocalDate.parse(screening.row().get("screenedOn").textValue()));
        };
    }

    private Stream<JsonNode> reports() {
        return oracle.seen.reports().stream().filter(report -> oracle.span instanceof Span.OfRound round
                ? report.get("roundId").longValue() == round.round()
                : oracle.isWithin(YearMonth.parse(report.get("month").textValue()).atDay(1)));
    }

    private Counted report(JsonNode report) {
        return new Counted(report.get("id").longValue(), oracle.seen.path(report.get("unitId").intValue()),
                Map.of("round", report.get("roundId").asText(), "month", report.get("month").textValue()), 1);
    }

    private Stream<Counted> attendance(boolean onlyEnough) {
        return oracle.worked().flatMap(listing -> oracle.seen.attendance().stream().filter(
                each -> each.row().get("caseId").longValue() == listing.subject().id()
                        && oracle.isWithin(each.month().atDay(1))
                        && (!onlyEnough || each.row().get("missingDays").intValue() == 0)).map(
                                each -> counted(listing, each)));
    }

    private Counted counted(SeenListing listing, SeenAttendance each) {
        return listing.counted(oracle.seen).with("month", each.month().toString()).with("helperKind",
                "FIRST_SECRETARY").as(
                        each.row().get("helperId").longValue() * 100_000 + Span.number(each.month()));
    }
}
