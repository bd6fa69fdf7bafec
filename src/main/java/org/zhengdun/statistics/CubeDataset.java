package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/**
 * A table of figures as a dataset: what was counted (unit, period, filters, moments) as dimensions of one category, then which figure,
 * and each axis with its total; measures go across unless there is only one.
 */
record CubeDataset(CubeAnswer answer, CubeWords words) {

    CubeDataset(CubeAnswer answer) {
        this(answer, new CubeWords(answer.english()));
    }

    /** Where a cell stands. */
    private record Spot(@Nullable String row, @Nullable String column, String measure) {}

    Dataset dataset() {
        Map<Spot, CubeCell> cells = new HashMap<>();
        Stream.concat(answer.cells().stream(), answer.totals().stream()).forEach(
                cell -> cells.put(new Spot(cell.row(), cell.column(), cell.measure()), cell));
        Map<Integer, String> status = new HashMap<>();
        List<@Nullable BigDecimal> values = values(cells, status);
        return new Dataset(new CubeSubject(answer, words).fileName(), words.title(), answer.dataAsOf(),
                answer.computedAt(), dimensions(), values, status, answer.english() ? "en" : null);
    }

    private List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>(new CubeSubject(answer, words).dimensions());
        boolean one = answer.measures().size() == 1;
        if (one) {
            dimensions.add(measures());
        }
        if (figures().size() > 1) {
            dimensions.add(words.figures(figures()));
        }
        Stream.of(answer.rows(), answer.columns()).flatMap(Stream::ofNullable).forEach(
                axis -> dimensions.add(dimension(axis)));
        if (!one) {
            dimensions.add(measures());
        }
        return dimensions;
    }

    private List<@Nullable BigDecimal> values(Map<Spot, CubeCell> cells, Map<Integer, String> status) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (CubeFigure figure : figures()) {
            for (String row : codes(answer.rows())) {
                for (String column : codes(answer.columns())) {
                    for (CubeAnswer.CubeMeasure measure : answer.measures()) {
                        CubeCell cell = cells.get(new Spot(bare(row), bare(column), measure.code()));
                        if (cell != null && cell.suppressed() != null) {
                            status.put(values.size(), Dataset.SUPPRESSED);
                        }
                        values.add(cell == null ? null : figure.of(cell));
                    }
                }
            }
        }
        return values;
    }

    /** The figures that the measures have and that were asked for. */
    private List<CubeFigure> figures() {
        List<IndicatorKind> kinds = answer.measures().stream().map(CubeAnswer.CubeMeasure::kind).toList();
        return Stream.of(CubeFigure.values()).filter(
                figure -> figure.isNeeded(kinds, answer.isCompared())).toList();
    }

    private Dimension measures() {
        return new Dimension("measure", words.measure(), Role.METRIC, answer.measures().stream().map(
                measure -> new Category(measure.code(), measure.label())).toList());
    }

    private Dimension dimension(CubeAnswer.CubeAxis axis) {
        Role role = axis.dimension().startsWith("org:")
                ? Role.GEO
                : axis.dimension().equals("month") ? Role.TIME : null;
        return new Dimension(axis.dimension(), axis.label(), role, Stream.concat(
                axis.items().stream().map(item -> new Category(item.code(), item.label())),
                Stream.of(words.total())).toList());
    }

    private static List<String> codes(CubeAnswer.@Nullable CubeAxis axis) {
        return axis == null
                ? List.of(CubeWords.TOTAL)
                : Stream.concat(axis.items().stream().map(CubeItem::code), Stream.of(CubeWords.TOTAL)).toList();
    }

    private static @Nullable String bare(String code) {
        return code.equals(CubeWords.TOTAL) ? null : code;
    }
}
