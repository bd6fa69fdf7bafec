package org.zhengdun.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.OneMoment;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Language;
import org.zhengdun.statistics.AxisItems.Keyed;

/** Answers tables of figures; everything in one answer is of one instant. */
@RequestScoped
class Cubes {

    static final int CELLS = 50_000;

    private final Jdbi jdbi;
    private final FigureReader reader;
    private final AxisItems items;
    private final Disclosure disclosure;
    private final Language language;
    private final Days days;

    Cubes(Jdbi jdbi, FigureReader reader, AxisItems items, Disclosure disclosure, Language language, Days days) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.items = items;
        this.disclosure = disclosure;
        this.language = language;
        this.days = days;
    }

    /** The figures, those compared with, and the items of both. */
    private record Counted(Figures figures, @Nullable Figures then, @Nullable List<Keyed> rows,
            @Nullable List<Keyed> columns, List<CubeAnswer.CubeAxis> filters, Instant at) {

        long cells() {
            return (rows == null ? 1L : rows.size()) * (columns == null ? 1L : columns.size());
        }
    }

    CubeAnswer answer(CubeQuery query, @Nullable AsOf compareTo) {
        disclosure.requireAxes(query);
        Counted counted = OneMoment.read(jdbi, handle -> count(handle, query, compareTo));
        if (counted.cells() * query.measures().size() > CELLS) {
            throw ProblemException.invalid("?rows", "figures.too-large", CELLS);
        }
        CubeCells table = new CubeCells(query, counted.rows(), counted.columns());
        List<CubeCell> cells = table.cells(counted.figures());
        List<CubeCell> totals = table.totals(counted.figures());
        if (counted.then() != null) {
            cells = compared(cells, table.cells(counted.then()));
            totals = compared(totals, table.totals(counted.then()));
        }
        return disclosure.protect(query, answer(query, compareTo, counted).with(cells, totals));
    }

    private CubeAnswer answer(CubeQuery query, @Nullable AsOf compareTo, Counted counted) {
        Instant past = query.scene().asOf().instant();
        Unit unit = query.scene().unit();
        return new CubeAnswer(new CubeAnswer.CubeUnit(unit.id(), unit.code(), unit.name()),
                CubeAnswer.CubeEcho.of(query, compareTo == null ? null : compareTo.instant()),
                query.measures().stream().map(this::measure).toList(), side(query.rows(), counted.rows()),
                side(query.columns(), counted.columns()), List.of(), List.of(),
                counted.filters().isEmpty() ? null : counted.filters(), past == null ? counted.at() : past,
                days.now(), language.isEnglish());
    }

    private Counted count(Handle handle, CubeQuery query, @Nullable AsOf compareTo) {
        Instant at = handle.createQuery("SELECT statement_timestamp() AS at").map(
                (row, context) -> Columns.requiredInstant(row, "at")).one();
        Figures figures = reader.read(handle, query);
        Figures then = compareTo == null ? null : reader.read(handle, query.at(compareTo));
        UnitItems units = then == null ? figures.units() : figures.units().and(then.units());
        return new Counted(figures, then,
                items(handle, query.rows(), figures.rows(), then == null ? Set.of() : then.rows(), units),
                items(handle, query.columns(), figures.columns(), then == null ? Set.of() : then.columns(), units),
                filters(handle, query), at);
    }

    /** What is filtered by, as axes of one item. */
    private List<CubeAnswer.CubeAxis> filters(Handle handle, CubeQuery query) {
        Map<Dimension, String> values = new LinkedHashMap<>(query.filter().values());
        if (query.scene().span() instanceof Span.OfRound round) {
            values.put(Dimension.ROUND, Long.toString(round.round()));
        }
        List<CubeAnswer.CubeAxis> filters = new ArrayList<>();
        values.forEach((dimension, value) -> filters.add(axis(new Axis(dimension, null),
                items.of(handle, new Axis(dimension, null), Set.of(value), new UnitItems(Map.of())))));
        return filters;
    }

    private @Nullable List<Keyed> items(Handle handle, @Nullable Axis axis, Set<String> now, Set<String> then,
            UnitItems units) {
        if (axis == null) {
            return null;
        }
        Set<String> keys = new TreeSet<>(now);
        keys.addAll(then);
        return items.of(handle, axis, keys, units);
    }

    private CubeAnswer.CubeMeasure measure(Indicator measure) {
        return new CubeAnswer.CubeMeasure(measure.code(),
                language.isEnglish() ? measure.labels().en() : measure.labels().zh(), measure.kind(),
                measure.version());
    }

    private CubeAnswer.@Nullable CubeAxis side(@Nullable Axis axis, @Nullable List<Keyed> items) {
        return axis == null || items == null ? null : axis(axis, items);
    }

    private CubeAnswer.CubeAxis axis(Axis axis, List<Keyed> items) {
        return new CubeAnswer.CubeAxis(axis.code(), language.text(axis.name()),
                items.stream().map(Keyed::item).toList());
    }

    /** Both lists are made from the same items, so they go in step. */
    private static List<CubeCell> compared(List<CubeCell> now, List<CubeCell> then) {
        return IntStream.range(0, now.size()).mapToObj(
                i -> now.get(i).comparedWith(then.get(i))).toList();
    }
}
