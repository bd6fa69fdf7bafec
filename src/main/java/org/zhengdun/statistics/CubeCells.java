package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.AxisItems.Keyed;
import org.zhengdun.statistics.FigureRowParameters.CountedPart;
import org.zhengdun.statistics.Figures.Place;

/**
 * The cells of a table made from what was counted.
 *
 * @param rows    items of the rows; null when there is one row
 * @param columns items of the columns; null when there is one column
 */
record CubeCells(CubeQuery query, @Nullable List<Keyed> rows, @Nullable List<Keyed> columns) {

    List<CubeCell> cells(Figures figures) {
        return table(figures, orOne(rows), orOne(columns));
    }

    /** Totals over all columns, over all rows, and over both, as far as there are several. */
    List<CubeCell> totals(Figures figures) {
        List<CubeCell> totals = new ArrayList<>();
        if (columns != null) {
            totals.addAll(table(figures, orOne(rows), orOne(null)));
        }
        if (rows != null) {
            totals.addAll(table(figures, orOne(null), orOne(columns)));
        }
        if (rows != null && columns != null) {
            totals.addAll(table(figures, orOne(null), orOne(null)));
        }
        return totals;
    }

    private List<CubeCell> table(Figures figures, List<@Nullable Keyed> down, List<@Nullable Keyed> across) {
        RowLinks links = new RowLinks(query);
        List<CubeCell> cells = new ArrayList<>();
        for (Keyed row : down) {
            for (Keyed column : across) {
                query.measures().forEach(measure -> cells.add(cell(figures, measure, row, column, links)));
            }
        }
        return cells;
    }

    private static CubeCell cell(Figures figures, Indicator measure, @Nullable Keyed row, @Nullable Keyed column,
            RowLinks links) {
        Place place = new Place(row == null ? null : row.key(), column == null ? null : column.key());
        String rowCode = row == null ? null : row.item().code();
        String columnCode = column == null ? null : column.item().code();
        Tally numerator = figures.of(place, measure.numerator());
        Part of = measure.denominator();
        Tally denominator = of == null ? null : figures.of(place, of);
        return new CubeCell(rowCode, columnCode, measure.code(),
                measure.kind().value(numerator, denominator, measure.scale()).orElse(null),
                measure.kind().figure(numerator), denominator == null ? null : measure.kind().figure(denominator), null,
                numerator.count() == 0 ? null : links.to(measure, CountedPart.NUMERATOR, rowCode, columnCode),
                denominator == null || denominator.count() == 0
                        ? null
                        : links.to(measure, CountedPart.DENOMINATOR, rowCode, columnCode),
                null, null, null, null);
    }

    private static List<@Nullable Keyed> orOne(@Nullable List<Keyed> items) {
        List<@Nullable Keyed> all = new ArrayList<>();
        if (items == null) {
            all.add(null);
        } else {
            all.addAll(items);
        }
        return all;
    }
}
