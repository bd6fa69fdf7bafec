package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What the indicators of parts of cases must be: problems, measures, helpers, checks and what superiors did. */
record PartOracle(Oracle oracle) {

    private static final List<String> TEMPLATE = List.of("COUNTY_LEADER", "TOWNSHIP_LEADER", "FIRST_SECRETARY",
            "PAIRED_UNIT");

    /** A part with the listing it belongs to. */
    private record Part(SeenListing listing, JsonNode row) {

        String text(String name) {
            return row.path(name).asText();
        }

        LocalDate day(String name) {
            return LocalDate.parse(row.get(name).textValue());
        }
    }

    void count() {
        plan();
        helpers();
        checks();
        oversight();
    }

    private void plan() {
        Function<Part, Counted> problem = part -> row(part, "id").with("problemCategory", part.text("category"));
        Function<Part, Counted> measure = part -> row(part, "id");
        oracle.count("problems", problems(oracle.listings()).map(problem));
        oracle.count("problems-closed", problems(oracle.listings()).filter(is("state", "CLOSED")).map(problem));
        oracle.rate("problem-closing-rate", "problems-closed", "problems");
        oracle.count("problems-solved", problems(oracle.worked()).filter(is("state", "CLOSED")).filter(
                part -> oracle.isWithin(SeenListing.day(part.text("closedAt")))).map(
                        part -> on(problem.apply(part), SeenListing.day(part.text("closedAt")))));
        oracle.count("measures", measures(oracle.listings()).map(measure));
        oracle.count("measures-overdue", measures(oracle.listings()).filter(
                part -> !part.listing().carriedOn() && part.row().get("overdue").booleanValue()).map(measure));
        done("special-clean-ups", "SPECIAL_CLEAN_UP");
        done("violations", "VIOLATION_INVESTIGATION");
    }

    private void done(String indicator, String kind) {
        oracle.count(indicator, measures(oracle.worked()).filter(is("kind", kind)).filter(is("state", "DONE")).filter(
                part -> oracle.isWithin(part.day("doneOn"))).map(part -> on(row(part, "id"), part.day("doneOn"))));
    }

    private void helpers() {
        oracle.count("helpers", helpers(kind -> true));
        oracle.count("paired-units", helpers("PAIRED_UNIT"::equals));
        oracle.count("linked-leaders", helpers(kind -> kind.endsWith("_LEADER")));
        oracle.count("first-secretaries", helpers("FIRST_SECRETARY"::equals));
        oracle.count("resident-cadres", helpers(List.of("RESIDENT_CADRE", "WORK_TEAM")::contains));
        oracle.rate("first-secretary-coverage", oracle.listings().filter(listing -> parts(listing, "helpers").filter(
                is("kind", "FIRST_SECRETARY")).anyMatch(this::ran)).map(this::counted), oracle.listings().map(
                        this::counted));
        oracle.rate("helper-template-complete-rate", inRectification().filter(this::hasEveryHelper).map(this::counted),
                inRectification().map(this::counted));
        oracle.rate("leader-visit-rate", running().filter(part -> part.text("kind").endsWith("_LEADER")).filter(
                this::isVisited).map(this::helper), helpers(kind -> kind.endsWith("_LEADER")));
    }

    private Stream<Part> running() {
        return parts(oracle.worked(), "helpers").filter(this::ran);
    }

    private Stream<Counted> helpers(Predicate<String> kind) {
        return running().filter(part -> kind.test(part.text("kind"))).map(this::helper);
    }

    private Counted helper(Part part) {
        return row(part, "id").without("month").with("helperKind", part.text("kind"));
    }

    private boolean ran(Part helper) {
        LocalDate since = helper.day("since");
        return !since.isAfter(oracle.span.to()) && !since.isAfter(oracle.seen.today())
                && (!helper.row().has("until") || !helper.day("until").isBefore(oracle.span.from())
                        && !helper.row().get("withdrawn").booleanValue());
    }

    private Stream<SeenListing> inRectification() {
        return oracle.listings().filter(listing -> !listing.carriedOn() && listing.isRunning());
    }

    private boolean hasEveryHelper(SeenListing listing) {
        return TEMPLATE.stream().allMatch(kind -> parts(listing, "helpers").filter(is("kind", kind)).anyMatch(
                part -> !part.row().has("until") && !part.day("since").isAfter(oracle.seen.today())));
    }

    /** All helpers of a case who sign in are one person, so every visit of the case is his. */
    private boolean isVisited(Part helper) {
        return helper.row().get("hasAccount").booleanValue() && parts(helper.listing(), "visits").map(
                visit -> visit.day("visitedOn")).anyMatch(
                        day -> oracle.isWithin(day)
                                && !day.isBefore(helper.day("since"))
                                && (!helper.row().has("until") || !day.isAfter(helper.day("until"))));
    }

    private void checks() {
        oracle.rate("first-time-acceptance-rate", accepted(true).filter(PartOracle::passed).map(this::check),
                accepted(true).map(this::check));
        oracle.rate("satisfaction-rate",
                accepted(false).map(part -> check(part).weighing(
                        ballots(part, "satisfied") + ballots(part, "basicallySatisfied"))),
                accepted(false).map(part -> check(part).weighing(ballots(part, "valid"))));
        oracle.count("failed-acceptances", parts(oracle.worked(), "timeline").filter(
                is("kind", "move.FAIL_ACCEPTANCE")).filter(
                        part -> oracle.isWithin(SeenListing.day(part.text("at")))).map(
                                part -> on(row(part, "seq"), SeenListing.day(part.text("at"))).as(
                                        part.listing().subject().id() * 100_000 + part.row().get("seq").longValue())));
        oracle.rate("spot-check-agreement", spotChecks().filter(this::agrees).map(this::spotCheck),
                spotChecks().map(this::spotCheck));
    }

    private Stream<Part> completed(SeenListing listing, String purpose) {
        return parts(listing, "checks").filter(is("purpose", purpose)).filter(is("state", "COMPLETED"));
    }

    /** The first or the last completed acceptance check of each listing that did not go on into the next year. */
    private Stream<Part> accepted(boolean first) {
        return oracle.listings().filter(listing -> !listing.carriedOn()).flatMap(listing -> {
            List<Part> checks = completed(listing, "ACCEPTANCE").toList();
            return checks.isEmpty() ? Stream.of() : Stream.of(first ? checks.getFirst() : checks.getLast());
        });
    }

    private Stream<Part> spotChecks() {
        return oracle.listings().filter(listing -> !listing.carriedOn()).flatMap(
                listing -> completed(listing, "SPOT_CHECK")).filter(part -> before(part).isPresent());
    }

    private Optional<Part> before(Part spotCheck) {
        return completed(spotCheck.listing(), "ACCEPTANCE").filter(
                part -> part.row().get("id").longValue() < spotCheck.row().get("id").longValue()).reduce(
                        (former, later) -> later);
    }

    private boolean agrees(Part spotCheck) {
        return before(spotCheck).filter(part -> passed(part) == passed(spotCheck)).isPresent();
    }

    private static boolean passed(Part check) {
        return check.row().get("passed").booleanValue();
    }

    private Counted check(Part part) {
        return row(part, "id");
    }

    private Counted spotCheck(Part part) {
        return on(row(part, "id"), SeenListing.day(part.text("completedAt")));
    }

    private static long ballots(Part check, String grade) {
        return StreamSupport.stream(check.row().get("assessment").get("aspects").spliterator(), false).filter(
                aspect -> aspect.get("aspect").textValue().equals("OVERALL")).mapToLong(
                        aspect -> aspect.get(grade).longValue()).sum();
    }

    private void oversight() {
        oracle.count("extensions-requested", asked().map(this::extension));
        oracle.count("extensions-granted", asked().filter(is("state", "APPROVED")).map(this::extension));
        oracle.rate("extension-rate",
                oracle.listings().filter(listing -> parts(listing, "extensions").filter(is("kind", "EXTENSION")).filter(
                        is("state", "APPROVED")).anyMatch(
                                part -> !SeenListing.day(part.text("closedAt")).isAfter(
                                        oracle.span.to()))).map(this::counted),
                oracle.listings().map(this::counted));
        oracle.count("supervision-listings", at("supervisions", "listedAt"));
        Stream<Part> alerts = parts(oracle.worked(), "carry-overs").filter(
                part -> part.row().has("accountability")).map(
                        part -> new Part(part.listing(), part.row().get("accountability").deepCopy())).filter(
                                part -> oracle.isWithin(SeenListing.day(part.text("raisedAt"))));
        List<Part> raised = alerts.toList();
        oracle.count("accountability-alerts", raised.stream().map(this::alert));
        oracle.count("accountability-records", raised.stream().filter(part -> part.row().has("handledAt")).map(
                this::alert));
    }

    private Stream<Part> asked() {
        return parts(oracle.worked(), "extensions").filter(is("kind", "EXTENSION")).filter(
                part -> oracle.isWithin(SeenListing.day(part.text("requestedAt"))));
    }

    private Counted extension(Part part) {
        return on(row(part, "id"), SeenListing.day(part.text("requestedAt")));
    }

    /** The number of an alert is not shown with it; in a world of two years it is the second one of its case. */
    private Counted alert(Part part) {
        return on(counted(part.listing()), SeenListing.day(part.text("raisedAt"))).as(
                part.listing().subject().id() * 100 + 2);
    }

    private Stream<Counted> at(String name, String instant) {
        return parts(oracle.worked(), name).filter(
                part -> oracle.isWithin(SeenListing.day(part.text(instant)))).map(
                        part -> on(row(part, "id"), SeenListing.day(part.text(instant))));
    }

    private Stream<Part> parts(Stream<SeenListing> listings, String name) {
        return listings.flatMap(listing -> parts(listing, name));
    }

    private Stream<Part> parts(SeenListing listing, String name) {
        return listing.subject().part(name).stream().map(row -> new Part(listing, row));
    }

    private Stream<Part> problems(Stream<SeenListing> listings) {
        return listings.flatMap(listing -> StreamSupport.stream(listing.detail().get("problems").spliterator(),
                false).map(row -> new Part(listing, row)));
    }

    private Stream<Part> measures(Stream<SeenListing> listings) {
        return problems(listings).flatMap(problem -> StreamSupport.stream(problem.row().get("measures").spliterator(),
                false).map(row -> new Part(problem.listing(), row)));
    }

    private Counted counted(SeenListing listing) {
        return listing.counted(oracle.seen);
    }

    private Counted row(Part part, String id) {
        return counted(part.listing()).as(part.row().get(id).longValue());
    }

    private static Counted on(Counted counted, LocalDate day) {
        return counted.with("month", YearMonth.from(day).toString());
    }

    private static Predicate<Part> is(String name, String value) {
        return part -> part.text(name).equals(value);
    }
}
