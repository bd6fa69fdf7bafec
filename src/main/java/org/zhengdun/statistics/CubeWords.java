package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;

import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** The words of a file of figures, in the language of its labels. */
record CubeWords(boolean english) {

    static final String TOTAL = "TOTAL";
    private static final Map<CubeFigure, String> CHINESE = Map.of(CubeFigure.VALUE, "数值", CubeFigure.NUMERATOR, "分子",
            CubeFigure.DENOMINATOR, "分母", CubeFigure.COMPARED, "对比时点", CubeFigure.COMPARED_NUMERATOR, "对比时点分子",
            CubeFigure.COMPARED_DENOMINATOR, "对比时点分母", CubeFigure.DIFFERENCE, "差额");
    private static final Map<CubeFigure, String> ENGLISH = Map.of(CubeFigure.VALUE, "Value", CubeFigure.NUMERATOR,
            "Numerator", CubeFigure.DENOMINATOR, "Denominator", CubeFigure.COMPARED, "Compared",
            CubeFigure.COMPARED_NUMERATOR, "Compared numerator", CubeFigure.COMPARED_DENOMINATOR,
            "Compared denominator", CubeFigure.DIFFERENCE, "Difference");

    String title() {
        return english ? "Rectification of weak grassroots Party branches: figures" : "软弱涣散基层党组织整顿统计";
    }

    String unit() {
        return english ? "Org unit" : "党组织";
    }

    String period() {
        return english ? "Period" : "时段";
    }

    /** How a year counts cases: as listed for it, not as confirmed within its months. */
    String year(int year) {
        return english ? "Listed for " + year : year + "年度列入";
    }

    String measure() {
        return english ? "Indicator" : "指标";
    }

    String only(String dimension) {
        return english ? "Only: " + dimension : "仅限" + dimension;
    }

    String asOf() {
        return english ? "As of" : "时点";
    }

    String comparedWith() {
        return english ? "Compared with" : "对比时点";
    }

    String now() {
        return english ? "Now" : "现在";
    }

    Category total() {
        return new Category(TOTAL, english ? "Total" : "合计");
    }

    Dimension figures(List<CubeFigure> figures) {
        Map<CubeFigure, String> labels = english ? ENGLISH : CHINESE;
        return new Dimension("figure", english ? "Figure" : "数字", null, figures.stream().map(
                figure -> new Category(figure.name(), labels.getOrDefault(figure, figure.name()))).toList());
    }
}
