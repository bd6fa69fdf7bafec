package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.AskedCube.Figure;

/** What the answer to a question must be, from what the oracle counted. */
record ExpectedCube(AskedCube asked, Oracle oracle) {

    /** The cells as {@link AskedCube.Answer#figures()} has them. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new TreeMap<>();
        asked.measures().forEach(measure -> {
            Map<String, List<Counted>> numerators = byPlace(oracle.numerator(measure));
            List<Counted> all = oracle.denominator(measure);
            Map<String, List<Counted>> denominators = all == null ? Map.of() : byPlace(all);
            Set<String> places = new TreeSet<>(numerators.keySet());
            places.addAll(denominators.keySet());
            places.forEach(place -> figures.put(place + "/" + measure, figure(measure,
                    numerators.getOrDefault(place, List.of()),
                    all == null ? null : denominators.getOrDefault(place, List.of()))));
        });
        return figures.entrySet().stream().filter(each -> isSomething(each.getValue())).collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** Ids of the rows behind a cell. */
    List<Long> rows(String measure, boolean numerator, String place) {
        List<Counted> counted = numerator
                ? oracle.numerator(measure)
                : Objects.requireNonNull(oracle.denominator(measure));
        return byPlace(counted).getOrDefault(place, List.of()).stream().map(Counted::id).sorted().toList();
    }

    private static boolean isSomething(Figure figure) {
        Long of = figure.denominator();
        return figure.numerator() > 0 || of != null && of > 0;
    }

    private Map<String, List<Counted>> byPlace(List<Counted> counted) {
        Map<String, List<Counted>> byPlace = new HashMap<>();
        counted.stream().filter(each -> each.path().contains(asked.unit())).forEach(each -> {
            String row = asked.rows() == null ? "-" : label(each, asked.rows());
            String column = asked.columns() == null ? "-" : label(each, asked.columns());
            Stream.of(row + "/" + column, row + "/-", "-/" + column, "-/-").distinct().forEach(
                    place -> byPlace.computeIfAbsent(place, missing -> new ArrayList<>()).add(each));
        });
        return byPlace;
    }

    private String label(Counted counted, String axis) {
        if (!axis.startsWith("org:")) {
            return Objects.requireNonNull(counted.labels().get(axis), axis);
        }
        List<Integer> path = counted.path();
        int place = path.indexOf(asked.unit()) + 1;
        return switch (axis) {
            case "org:NEXT" -> place < path.size() ? path.get(place).toString() : "NONE";
            case "org:BRANCH" -> path.getLast().toString();
            default -> path.stream().filter(unit -> isOf(unit, axis)).findFirst().map(String::valueOf).orElse("NONE");
        };
    }

    private boolean isOf(int unit, String axis) {
        return Objects.requireNonNull(oracle.seen.units().get(unit)).row().get("kind").textValue().equals(
                axis.substring("org:".length()));
    }

    private static Figure figure(String code, List<Counted> counted, @Nullable List<Counted> of) {
        Indicator measure = Indicators.find(code).orElseThrow();
        boolean ballots = code.equals("satisfaction-rate");
        long numerator = ballots ? sum(counted) : counted.size();
        @Nullable
        Long denominator = of == null ? null : Long.valueOf(ballots ? sum(of) : of.size());
        List<Long> values = counted.stream().map(Counted::value).sorted().toList();
        BigDecimal value = switch (measure.kind().name()) {
            case "COUNT" -> BigDecimal.valueOf(numerator);
            case "MEAN" -> values.isEmpty() ? null : ratio(sum(counted), values.size(), measure.scale());
            case "MEDIAN" -> values.isEmpty()
                    ? null
                    : ratio(values.get((values.size() - 1) / 2) + values.get(values.size() / 2), 2, measure.scale());
            case "P90" -> values.isEmpty()
                    ? null
                    : BigDecimal.valueOf(values.get((int) Math.ceil(values.size() * 0.9 - 1e-9) - 1));
            default -> denominator == null || denominator == 0
                    ? null
                    : ratio(100 * numerator, denominator, measure.scale());
        };
        return new Figure(numerator, denominator,
                value == null ? null : value.stripTrailingZeros().toPlainString());
    }

    private static long sum(List<Counted> counted) {
        return counted.stream().mapToLong(Counted::value).sum();
    }

    private static BigDecimal ratio(long numerator, long denominator, int scale) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), scale, RoundingMode.HALF_UP);
    }
}
