package org.zhengdun.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.statistics.AskedCube.Answer;
import org.zhengdun.statistics.AskedCube.Cell;
import org.zhengdun.statistics.AskedCube.Figure;

/** Asks for the figures of a random world and compares them with what they must agree with. */
final class WorldFigures {

    private static final int MEASURES = 10;
    private static final int OPENED = 3;
    private static final List<String> AXES = List.of("org:NEXT", "org:COUNTY", "org:TOWNSHIP", "org:BRANCH", "category",
            "branchKind", "state", "round", "month", "helperKind", "problemCategory");
    private static final Map<Integer, String> FORM = Map.ofEntries(Map.entry(1, "listed"), Map.entry(3, "raised"),
            Map.entry(14, "secretaries-missing"), Map.entry(15, "secretaries-filled"),
            Map.entry(16, "secretaries-to-replace"), Map.entry(17, "secretaries-replaced"),
            Map.entry(18, "secretaries-trained"), Map.entry(20, "paired-units"), Map.entry(21, "linked-leaders"),
            Map.entry(22, "first-secretaries"), Map.entry(23, "resident-cadres"), Map.entry(24, "special-clean-ups"),
            Map.entry(25, "problems-solved"), Map.entry(26, "violations"));

    private final RandomWorld world;
    private final Disagreements disagreements;
    private int questions;

    WorldFigures(RandomWorld world, Disagreements disagreements) {
        this.world = world;
        this.disagreements = disagreements;
    }

    /** What was served at a moment. */
    record Note(Instant at, Map<AskedCube, Map<String, Figure>> served) {}

    int questions() {
        return questions;
    }

    List<Span> spans() {
        int county = world.pick(world.counties());
        int year = world.year() - world.random.nextInt(2);
        return List.of(new Span.OfYear(world.year()), new Span.OfYear(world.year() - 1),
                new Span.OfRound(world.round(county, year), year),
                new Span.OfMonths(YearMonth.of(world.year() - 1, 3), YearMonth.from(world.today)));
    }

    /** Every indicator by the units below each unit, and by pairs of dimensions, as the oracle counted it. */
    void agreeWith(Oracle oracle) {
        for (List<String> measures : chunks(codes(oracle.span))) {
            AskedCube whole = new AskedCube(world.world.province(), oracle.span, measures, null, null, null);
            agree(whole.by("org:" + world.pick(List.of("NEXT", "COUNTY", "TOWNSHIP", "BRANCH")), null), oracle);
            if (world.random.nextBoolean()) {
                agree(below(world.pick(world.units), oracle.span, measures), oracle);
            } else {
                twoDimensions(oracle, measures);
            }
        }
    }

    private void twoDimensions(Oracle oracle, List<String> measures) {
        String one = world.pick(AXES);
        String other = world.pick(AXES);
        List<String> fitting = codes(oracle.span).stream().filter(
                code -> fits(code, one) && fits(code, other)).toList();
        List<String> some = fitting.isEmpty()
                ? measures.subList(0, 1)
                : chunks(fitting).get(world.random.nextInt(chunks(fitting).size()));
        AskedCube asked = new AskedCube(world.world.province(), oracle.span, some, fitting.isEmpty() ? null : one,
                fitting.isEmpty() || one.equals(other) ? null : other, null);
        Answer table = agree(asked, oracle);
        disagreements.compare(named("margin of " + asked.path()), margin(table, "/-/"),
                margin(ask(asked.by(asked.rows(), null)), "/-/"));
    }

    private static Map<String, Figure> margin(Answer answer, String marked) {
        Map<String, Figure> margin = new TreeMap<>(answer.figures());
        margin.keySet().removeIf(key -> !key.contains(marked));
        return margin;
    }

    private Answer agree(AskedCube asked, Oracle oracle) {
        Answer answer = ask(asked);
        ExpectedCube expected = new ExpectedCube(asked, oracle);
        disagreements.compare(named(asked.path()), answer.figures(), expected.figures());
        for (int i = 0; i < OPENED && !answer.cells().isEmpty(); i++) {
            open(world.pick(answer.cells()), expected);
        }
        return answer;
    }

    /** The rows behind both parts of a cell, opened by the same caller. */
    private void open(Cell cell, ExpectedCube expected) {
        for (boolean numerator : List.of(true, false)) {
            String link = numerator ? "rowsHref" : "denominatorHref";
            if (cell.body().has(link)) {
                List<Long> rows = world.office.list(world.province(),
                        cell.body().get(link).textValue().replaceFirst("^/api/v1", "")).stream().map(
                                row -> row.get("id").longValue()).sorted().toList();
                disagreements.compare(named(link + " of " + cell.body()), rows,
                        expected.rows(cell.measure(), numerator, cell.place()));
            }
        }
    }

    /** Lists and counts of cases by round and state, for a random unit, against the listed cases of the cube. */
    void agreeWithLists(SeenWorld seen) {
        for (long round : world.rounds()) {
            int unit = world.pick(world.units);
            Map<String, Integer> listed = new TreeMap<>();
            world.office.list(world.province(), "/cases?unit=" + unit + "&roundId=" + round).stream().filter(
                    row -> SeenListing.isListed(detail(seen, row.get("id").longValue()))).forEach(
                            row -> listed.merge(row.get("state").textValue(), 1, Integer::sum));
            Map<String, Integer> cells = new TreeMap<>();
            ask(new AskedCube(unit, new Span.OfRound(round, 0), List.of("listed"), "state", null,
                    null)).figures().forEach(
                            (key, figure) -> cells.put(key.replaceFirst("/.*", ""), (int) figure.numerator()));
            cells.remove("-");
            disagreements.compare(named("list of unit %d, round %d".formatted(unit, round)), cells, listed);
            Map<String, Integer> counts = new TreeMap<>();
            listed.keySet().forEach(state -> counts.put(state, world.office.get(world.province(),
                    "/cases/count?unit=%d&roundId=%d&state=%s".formatted(unit, round, state)).get("count").intValue()));
            counts.remove("CANCELLED");
            listed.remove("CANCELLED");
            disagreements.compare(named("count of unit %d, round %d".formatted(unit, round)), counts, listed);
        }
    }

    private static JsonNode detail(SeenWorld seen, long id) {
        return seen.cases().stream().filter(each -> each.id() == id).findFirst().orElseThrow().detail();
    }

    void agreeWithTheAnnualForm() {
        for (int year : List.of(world.year() - 1, world.year())) {
            int unit = world.pick(world.units);
            Map<String, Integer> form = new TreeMap<>();
            world.office.get(world.province(), "/statistics/annual-form?unit=%d&year=%d".formatted(unit, year)).get(
                    "rows").get(0).get("cells").forEach(cell -> {
                        String code = FORM.get(cell.get("column").intValue());
                        if (code != null) {
                            form.put(code, cell.get("value").intValue());
                        }
                    });
            Map<String, Integer> figures = new TreeMap<>();
            chunks(List.copyOf(FORM.values())).forEach(measures -> ask(
                    new AskedCube(unit, new Span.OfYear(year), measures, null, null, null)).cells().forEach(
                            cell -> figures.put(cell.measure(), cell.body().get("value").intValue())));
            disagreements.compare(named("annual form of unit %d, %d".formatted(unit, year)), figures, form);
        }
    }

    /** Answers of this moment, for units of every level. */
    Note note() {
        Map<AskedCube, Map<String, Figure>> served = new LinkedHashMap<>();
        Span span = world.pick(spans());
        for (List<String> measures : chunks(codes(span))) {
            AskedCube asked = below(world.pick(world.units), span, measures);
            served.put(asked, ask(asked).figures());
            AskedCube all = new AskedCube(world.world.province(), span, measures, "org:COUNTY", null, null);
            served.put(all, ask(all).figures());
        }
        return new Note(Instant.now(), served);
    }

    /** What was served at a moment is served as of it later; and the children of then add up to their parents. */
    void agreeWith(List<Note> notes) {
        for (Note note : notes) {
            note.served().forEach((asked, served) -> {
                AskedCube then = asked.at(note.at());
                disagreements.compare(named(then.path()), ask(then).figures(), served);
            });
            AskedCube random = world.pick(List.copyOf(note.served().keySet())).at(note.at());
            childrenAddUp(random.unit(), counts(random.span()), random);
        }
    }

    /** By the units below; a branch has none. */
    private AskedCube below(int unit, Span span, List<String> measures) {
        return new AskedCube(unit, span, measures, world.branches.contains(unit) ? null : "org:NEXT", null, null);
    }

    private void childrenAddUp(int unit, List<String> measures, AskedCube like) {
        if (world.branches.contains(unit)) {
            return;
        }
        AskedCube parent = new AskedCube(unit, like.span(), measures, "org:NEXT", null, like.asOf());
        Map<String, Long> sums = new TreeMap<>();
        ask(parent).cells().stream().map(Cell::row).filter(
                row -> !row.equals("-") && !row.equals("NONE")).distinct().forEach(
                        child -> ask(parent.of(Integer.parseInt(child))).figures().forEach(
                                (key, figure) -> sums.merge(key, figure.numerator(), Long::sum)));
        Map<String, Long> totals = new TreeMap<>();
        ask(parent.of(unit)).figures().forEach((key, figure) -> totals.put(key, figure.numerator()));
        disagreements.compare(named("children of " + parent.path()), sums, totals);
    }

    private String named(String what) {
        return "seed " + world.seed + ", " + what;
    }

    private Answer ask(AskedCube asked) {
        questions++;
        try {
            return asked.ask(world.office, world.province());
        } catch (AssertionError refused) {
            disagreements.add(named(asked.path()), String.valueOf(refused.getMessage()));
            return new Answer(Map.of(), List.of());
        }
    }

    private static boolean fits(String code, String axis) {
        return Axis.of(axis).filter(
                each -> Indicators.find(code).orElseThrow().dimensions().contains(each.dimension())).isPresent();
    }

    private List<String> counts(Span span) {
        return chunks(
                codes(span).stream().filter(code -> Indicators.find(code).orElseThrow().isAdditive()).toList()).get(
                        world.random.nextInt(2));
    }

    private static List<String> codes(Span span) {
        return Indicators.ALL.stream().filter(each -> !(span instanceof Span.OfMonths && each.byListing())).map(
                Indicator::code).toList();
    }

    private static List<List<String>> chunks(List<String> codes) {
        return IntStream.iterate(0, from -> from < codes.size(), from -> from + MEASURES).mapToObj(
                from -> codes.subList(from, Math.min(codes.size(), from + MEASURES))).toList();
    }
}
