package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.SeenWorld.SeenCase;

/** Counts what every indicator must be, in plain Java from what was read of a world. */
final class Oracle {

    final SeenWorld seen;
    final Span span;
    private final Map<String, List<Counted>> numerators = new HashMap<>();
    private final Map<String, List<Counted>> denominators = new HashMap<>();

    Oracle(SeenWorld seen, Span span) {
        this.seen = seen;
        this.span = span;
        new CaseOracle(this).count();
        new PartOracle(this).count();
        new UnitOracle(this).count();
    }

    Set<String> indicators() {
        return numerators.keySet();
    }

    List<Counted> numerator(String indicator) {
        return Objects.requireNonNull(numerators.get(indicator), indicator);
    }

    /** Null when the indicator is no rate. */
    @Nullable
    List<Counted> denominator(String indicator) {
        return denominators.get(indicator);
    }

    void count(String indicator, Stream<Counted> counted) {
        numerators.put(indicator, counted.toList());
    }

    /** A rate of two other indicators. */
    void rate(String indicator, String numerator, String denominator) {
        numerators.put(indicator, numerator(numerator));
        denominators.put(indicator, numerator(denominator));
    }

    void rate(String indicator, Stream<Counted> numerator, Stream<Counted> denominator) {
        numerators.put(indicator, numerator.toList());
        denominators.put(indicator, denominator.toList());
    }

    /** The listings of the span. */
    Stream<SeenListing> listings() {
        return listed().flatMap(each -> listings(each).stream());
    }

    /** The listings on which work within the span counts. */
    Stream<SeenListing> worked() {
        return span instanceof Span.OfMonths
                ? listed().map(each -> new SeenListing(each, firstRound(each), false, false, 1))
                : listings();
    }

    boolean isWithin(LocalDate day) {
        return !day.isBefore(span.from()) && !day.isAfter(span.to());
    }

    private Stream<SeenCase> listed() {
        return seen.cases().stream().filter(each -> SeenListing.isListed(each.detail()));
    }

    private List<SeenListing> listings(SeenCase subject) {
        return switch (span) {
            case Span.OfYear year -> counted(subject, "Year", year.year(), year.year());
            case Span.OfRound round -> counted(subject, "RoundId", round.round(), round.year());
            case Span.OfMonths months -> isWithin(SeenListing.day(
                    subject.detail().get("dates").get("confirmedAt").textValue()))
                            ? List.of(new SeenListing(subject, firstRound(subject), false, false, 1))
                            : List.of();
        };
    }

    /** In its present year or round, or in one that it has left. */
    private List<SeenListing> counted(SeenCase subject, String key, long wanted, int year) {
        List<JsonNode> carried = subject.part("carry-overs");
        boolean in = carried.stream().anyMatch(has("to" + key, wanted));
        int years = 1 + (int) carried.stream().filter(each -> each.get("toYear").intValue() <= year).count();
        List<SeenListing> listings = new ArrayList<>();
        String present = key.equals("Year") ? "year" : "roundId";
        if (subject.detail().get(present).longValue() == wanted) {
            listings.add(new SeenListing(subject, subject.detail().get("roundId").longValue(), false, in, years));
        }
        carried.stream().filter(has("from" + key, wanted)).forEach(each -> listings.add(
                new SeenListing(subject, each.get("fromRoundId").longValue(), true, in, years)));
        return listings;
    }

    private static Predicate<JsonNode> has(String field, long wanted) {
        return each -> each.get(field).longValue() == wanted;
    }

    private static long firstRound(SeenCase subject) {
        return subject.part("carry-overs").stream().findFirst().map(
                each -> each.get("fromRoundId").longValue()).orElse(subject.detail().get("roundId").longValue());
    }

    static int month(LocalDate day) {
        return Span.number(YearMonth.from(day));
    }
}
