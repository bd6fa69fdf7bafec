package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/** A table of figures as a dataset: each axis ends with its total; measures go across unless there is only one. */
record CubeDataset(CubeAnswer answer) {

    private static final String TITLE = "软弱涣散基层党组织整顿统计";
    /** Unit and period come first; what has one category beside them. */
    private static final int FIXED = 2;
    private static final Category TOTAL = new Category("TOTAL", "合计");
    private static final Map<String, Function<CubeCell, @Nullable BigDecimal>> PLAIN = Map.of("VALUE", CubeCell::value);
    private static final Map<String, String> FIGURES = Map.of("VALUE", "数值", "COMPARED", "对比时点", "DIFFERENCE", "差额");

    /** Where a cell stands. */
    private record Spot(@Nullable String row, @Nullable String column, String measure) {}

    Dataset dataset() {
        Map<Spot, CubeCell> cells = new HashMap<>();
        Stream.concat(answer.cells().stream(), answer.totals().stream()).forEach(
                cell -> cells.put(new Spot(cell.row(), cell.column(), cell.measure()), cell));
        Map<Integer, String> status = new HashMap<>();
        List<@Nullable BigDecimal> values = values(cells, status);
        return new Dataset("cube-" + answer.unit().code() + "-" + answer.query().from() + "-" + answer.query().to(),
                TITLE, answer.dataAsOf(), answer.computedAt(), dimensions(), values, status);
    }

    private List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>(List.of(units(), period()));
        if (figures().size() > 1) {
            dimensions.add(new Dimension("figure", "数字", null, figures().keySet().stream().map(
                    code -> new Category(code, FIGURES.getOrDefault(code, code))).toList()));
        }
        Stream.of(answer.rows(), answer.columns()).flatMap(Stream::ofNullable).forEach(
                axis -> dimensions.add(dimension(axis)));
        boolean one = answer.measures().size() == 1;
        dimensions.add(one ? FIXED : dimensions.size(), measures());
        return dimensions;
    }

    private List<@Nullable BigDecimal> values(Map<Spot, CubeCell> cells, Map<Integer, String> status) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (Function<CubeCell, @Nullable BigDecimal> figure : figures().values()) {
            for (String row : codes(answer.rows())) {
                for (String column : codes(answer.columns())) {
                    for (CubeAnswer.CubeMeasure measure : answer.measures()) {
                        CubeCell cell = cells.get(new Spot(bare(row), bare(column), measure.code()));
                        if (cell != null && cell.suppressed() != null) {
                            status.put(values.size(), Dataset.SUPPRESSED);
                        }
                        values.add(cell == null ? null : figure.apply(cell));
                    }
                }
            }
        }
        return values;
    }

    private Map<String, Function<CubeCell, @Nullable BigDecimal>> figures() {
        if (answer.query().compareTo() == null) {
            return PLAIN;
        }
        Map<String, Function<CubeCell, @Nullable BigDecimal>> figures = new LinkedHashMap<>(PLAIN);
        figures.put("COMPARED", CubeCell::compared);
        figures.put("DIFFERENCE", CubeCell::difference);
        return figures;
    }

    private Dimension units() {
        return new Dimension("unit", "党组织", Role.GEO,
                List.of(new Category(answer.unit().code(), answer.unit().name())));
    }

    private Dimension period() {
        String days = answer.query().from() + "/" + answer.query().to();
        return new Dimension("period", "时段", Role.TIME, List.of(new Category(days, days)));
    }

    private Dimension measures() {
        return new Dimension("measure", "指标", Role.METRIC, answer.measures().stream().map(
                measure -> new Category(measure.code(), measure.label())).toList());
    }

    private static Dimension dimension(CubeAnswer.CubeAxis axis) {
        Role role = axis.dimension().startsWith("org:")
                ? Role.GEO
                : axis.dimension().equals("month") ? Role.TIME : null;
        return new Dimension(axis.dimension(), axis.label(), role, Stream.concat(
                axis.items().stream().map(item -> new Category(item.code(), item.label())), Stream.of(TOTAL)).toList());
    }

    private static List<String> codes(CubeAnswer.@Nullable CubeAxis axis) {
        return axis == null
                ? List.of(TOTAL.code())
                : Stream.concat(axis.items().stream().map(CubeItem::code), Stream.of(TOTAL.code())).toList();
    }

    private static @Nullable String bare(String code) {
        return code.equals(TOTAL.code()) ? null : code;
    }
}
