package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What the indicators of listed cases must be. */
record CaseOracle(Oracle oracle) {

    private static final int RELAPSE_MONTHS = 12;
    private static final int ACCOUNTABILITY_YEARS = 2;
    private static final List<String> RESTRICTED = List.of("W05", "W06", "W16");

    void count() {
        cases("listed", listing -> true);
        cases("newly-listed", listing -> !listing.carriedIn());
        cases("carried-over", SeenListing::carriedIn);
        cases("raised", CaseOracle::isRaisedHere);
        cases("closed", listing -> !listing.carriedOn() && listing.isClosed());
        cases("overdue", listing -> !listing.carriedOn() && listing.detail().get("overdue").booleanValue());
        cases("supervised", listing -> !listing.carriedOn() && listing.detail().get("standing").has("supervision"));
        oracle.rate("conversion-rate", "raised", "listed");
        oracle.rate("closing-rate", "closed", "listed");
        cycles();
        oracle.rate("restricted-conversion", of(listing -> isRestricted(listing) && isRaisedHere(listing)),
                of(CaseOracle::isRestricted));
        for (String spread : List.of("mean", "median", "p90")) {
            oracle.count(spread + "-days-to-transformation",
                    oracle.listings().filter(CaseOracle::isRaisedHere).map(listing -> counted(listing).weighing(
                            ChronoUnit.DAYS.between(listing.date("confirmedAt"), listing.date("transformedAt")))));
        }
        secretaries();
    }

    private void cycles() {
        cases("relisted", listing -> cycle(listing).get("relisted").booleanValue());
        oracle.rate("relisted-rate", "relisted", "listed");
        cases("relapsed", listing -> wasTransformedHere(listing) && hasRelapsed(listing));
        oracle.rate("relapse-rate", of(listing -> wasTransformedHere(listing) && hasRelapsed(listing)),
                of(listing -> wasTransformedHere(listing) && isTold(listing)));
        cases("relapse-pending", listing -> wasTransformedHere(listing) && !isTold(listing));
        cases("long-unconverted", listing -> listing.years() >= ACCOUNTABILITY_YEARS && (listing.carriedOn()
                || !listing.state().equals("CANCELLED") && !listing.isRaised()));
    }

    private void secretaries() {
        cases("secretaries-missing", this::wasMissing);
        cases("secretaries-filled", listing -> wasMissing(listing) && isFilled(listing));
        oracle.rate("secretary-filling-rate", "secretaries-filled", "secretaries-missing");
        cases("secretaries-to-replace", this::wasToReplace);
        cases("secretaries-replaced", listing -> wasToReplace(listing) && happened(listing, "secretaryReplacedOn"));
        oracle.rate("secretary-replacement-rate", "secretaries-replaced", "secretaries-to-replace");
        cases("secretaries-trained", listing -> isLast(listing) && happened(listing, "secretaryTrainedOn"));
    }

    private void cases(String indicator, Predicate<SeenListing> condition) {
        oracle.count(indicator, of(condition));
    }

    private Stream<Counted> of(Predicate<SeenListing> condition) {
        return oracle.listings().filter(condition).map(this::counted);
    }

    private Counted counted(SeenListing listing) {
        return listing.counted(oracle.seen);
    }

    private static boolean isRaisedHere(SeenListing listing) {
        return !listing.carriedOn() && listing.isRaised();
    }

    private static boolean isRestricted(SeenListing listing) {
        return RESTRICTED.contains(listing.detail().get("mainCategory").get("code").textValue());
    }

    private static JsonNode cycle(SeenListing listing) {
        return listing.subject().part("cycles").getFirst();
    }

    private static boolean wasTransformedHere(SeenListing listing) {
        return !listing.carriedOn() && listing.wasTransformed();
    }

    private static boolean hasRelapsed(SeenListing listing) {
        return cycle(listing).get("relapsed").booleanValue();
    }

    private boolean isTold(SeenListing listing) {
        return hasRelapsed(listing) || listing.date("transformedAt").plusMonths(RELAPSE_MONTHS).isBefore(
                oracle.seen.today());
    }

    private boolean isLast(SeenListing listing) {
        return oracle.listings().noneMatch(other -> other.branch() == listing.branch()
                && other.subject().id() > listing.subject().id());
    }

    /** Facts that hold on a day of the span, the first one first. */
    private List<JsonNode> facts(SeenListing listing) {
        return Objects.requireNonNull(oracle.seen.facts().get(listing.branch())).stream().filter(
                fact -> !day(fact, "validFrom").isAfter(oracle.span.to())
                        && (!fact.has("validTo") || day(fact, "validTo").isAfter(oracle.span.from()))).toList();
    }

    private boolean wasMissing(SeenListing listing) {
        LocalDate first = oracle.span.from();
        return isLast(listing) && facts(listing).stream().findFirst().filter(
                fact -> fact.get("secretaryStatus").textValue().equals("VACANT")).filter(
                        fact -> !day(fact, "validFrom").isAfter(first)
                                || !day(fact, "secretaryVacantSince").isAfter(first)).isPresent();
    }

    private boolean isFilled(SeenListing listing) {
        return facts(listing).getLast().get("secretaryStatus").textValue().equals("FILLED");
    }

    private boolean wasToReplace(SeenListing listing) {
        return isLast(listing) && facts(listing).stream().findFirst().filter(
                fact -> fact.get("secretaryToReplace").booleanValue()).isPresent();
    }

    private boolean happened(SeenListing listing, String date) {
        return facts(listing).stream().anyMatch(fact -> fact.has(date) && oracle.isWithin(day(fact, date)));
    }

    private static LocalDate day(JsonNode fact, String name) {
        return LocalDate.parse(fact.get(name).textValue());
    }
}
