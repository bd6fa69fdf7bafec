package org.zhengdun.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.AsOfParameter;

/** Reads what is asked for; everything that does not go together is refused at once. */
@RequestScoped
class Questions {

    private static final int MEASURES = 10;
    private static final int MONTHS = 120;

    private final Units units;
    private final Rounds rounds;
    private final CategoryCodes categories;
    private final Caller caller;
    private final Days days;

    Questions(Units units, Rounds rounds, CategoryCodes categories, Caller caller, Days days) {
        this.units = units;
        this.rounds = rounds;
        this.categories = categories;
        this.caller = caller;
        this.days = days;
    }

    CubeQuery cube(CubeParameters asked) {
        return query(asked, new Form("?measures", List.of(Objects.requireNonNull(asked.measures).split(",", -1)),
                "?rows", asked.rows, asked.columns));
    }

    CubeQuery rows(FigureRowParameters asked) {
        return query(asked, new Form("?measure", List.of(Objects.requireNonNull(asked.measure)), "?rows", asked.rows,
                asked.columns));
    }

    CubeQuery ranking(RankingParameters asked) {
        return query(asked, new Form("?measure", List.of(Objects.requireNonNull(asked.measure)), "?level",
                new Axis(Dimension.ORG, asked.level).code(), null));
    }

    /** What is counted, and the form of the table. */
    private record Form(String pointer, List<String> measures, String rowsPointer, @Nullable String rows,
            @Nullable String columns) {}

    /** The moment to compare with. */
    AsOf comparedMoment(String compareTo) {
        try {
            return AsOfParameter.parse(compareTo, days.now());
        } catch (ProblemException refused) {
            throw ProblemException.at(refused.type(),
                    refused.errors().stream().map(error -> new Invalid("?compareTo", error.message())).toList());
        }
    }

    private CubeQuery query(FigureParameters asked, Form form) {
        Scope scope = caller.scope(Permission.STATISTICS_READ);
        Unit unit = units.inScope(Objects.requireNonNull(asked.unit), scope);
        List<Invalid> errors = new ArrayList<>();
        Span span = span(asked, scope, errors);
        List<Indicator> measures = measures(form.measures(), form.pointer(), span, errors);
        Axis rows = axis(form.rowsPointer(), form.rows(), unit, errors);
        Axis columns = axis("?columns", form.columns(), unit, errors);
        if (rows != null && rows.equals(columns)) {
            errors.add(Invalid.of("?columns", "figures.same-axis"));
        }
        categories.refused(asked.category, unit).ifPresent(errors::add);
        FigureFilter filter = new FigureFilter(asked.branchKind, asked.category, asked.state);
        dimensions(new CubeQuery(new Scene(unit, span, AsOf.NOW), measures, rows, columns, filter), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new CubeQuery(new Scene(unit, span, AsOfParameter.parse(asked.asOf, days.now())), measures, rows,
                columns, filter);
    }

    private Span span(FigureParameters asked, Scope scope, List<Invalid> errors) {
        Span.OfYear present = new Span.OfYear(asked.year == null ? days.today().getYear() : asked.year);
        long given = Stream.of(asked.year, asked.round, asked.period,
                asked.from == null ? asked.to : asked.from).filter(Objects::nonNull).count();
        if (given > 1) {
            errors.add(Invalid.of("?year", "figures.one-period"));
            return present;
        }
        if (asked.round != null) {
            return new Span.OfRound(asked.round, rounds.reached(asked.round, scope).year());
        }
        if (asked.period != null) {
            return asked.period.on(days.today());
        }
        return asked.from == null && asked.to == null ? present : months(asked.from, asked.to, errors, present);
    }

    private static Span months(@Nullable String from, @Nullable String to, List<Invalid> errors, Span otherwise) {
        if (from == null || to == null) {
            errors.add(Invalid.of(from == null ? "?from" : "?to", "figures.both-months"));
            return otherwise;
        }
        Span.OfMonths months = new Span.OfMonths(YearMonth.parse(from), YearMonth.parse(to));
        int length = Span.number(months.last()) - Span.number(months.first()) + 1;
        if (length < 1 || length > MONTHS || months.first().getYear() < 2000 || months.last().getYear() > 2100) {
            errors.add(Invalid.of("?to", "figures.months", MONTHS));
            return otherwise;
        }
        return months;
    }

    private static List<Indicator> measures(List<String> codes, String pointer, Span span, List<Invalid> errors) {
        List<Indicator> measures = new ArrayList<>();
        for (String code : new LinkedHashSet<>(codes)) {
            Indicators.find(code).ifPresentOrElse(measures::add,
                    () -> errors.add(Invalid.of(pointer, "figures.measure-unknown", code)));
        }
        if (measures.size() > MEASURES) {
            errors.add(Invalid.of(pointer, "figures.too-many-measures", MEASURES));
        }
        if (span instanceof Span.OfMonths) {
            measures.stream().filter(Indicator::byListing).forEach(
                    measure -> errors.add(Invalid.of(pointer, "figures.only-by-listing", measure.code())));
        }
        return measures;
    }

    private static @Nullable Axis axis(String pointer, @Nullable String text, Unit unit, List<Invalid> errors) {
        if (text == null) {
            return null;
        }
        @Nullable
        Axis axis = Axis.of(text).orElse(null);
        if (axis == null) {
            errors.add(Invalid.of(pointer, "figures.dimension-unknown", text));
        } else if (axis.level() != null && !axis.level().isBelow(unit)) {
            errors.add(Invalid.of(pointer, "figures.level-not-below", axis.level()));
        }
        return axis;
    }

    private static void dimensions(CubeQuery query, List<Invalid> errors) {
        Map<String, Dimension> used = new LinkedHashMap<>();
        query.filter().dimensions().forEach(dimension -> used.put("?" + dimension.code(), dimension));
        if (query.rows() != null) {
            used.put("?rows", query.rows().dimension());
        }
        if (query.columns() != null) {
            used.put("?columns", query.columns().dimension());
        }
        query.measures().forEach(measure -> used.forEach((pointer, dimension) -> {
            if (!measure.dimensions().contains(dimension)) {
                errors.add(Invalid.of(pointer, "figures.dimension-of-measure", measure.code(), dimension.code()));
            }
        }));
    }
}
