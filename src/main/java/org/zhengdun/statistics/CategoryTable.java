package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.CubeAnswer.CubeAxis;

/** A table of listed cases by category as external clients see it: all public categories, small counts withheld. */
record CategoryTable(CubeQuery query, CubeAnswer counted, ShownCategories shown, List<CubeItem> categories) {

    CubeAnswer answer() {
        CubeAxis rows = isByRow() ? axis(Objects.requireNonNull(counted.rows())) : counted.rows();
        CubeAxis columns = isByRow() ? counted.columns() : axis(Objects.requireNonNull(counted.columns()));
        List<CubeCell> totals = new ArrayList<>();
        if (columns != null) {
            totals.addAll(table(items(rows), items(null)));
        }
        if (rows != null) {
            totals.addAll(table(items(null), items(columns)));
        }
        if (rows != null && columns != null) {
            totals.addAll(table(items(null), items(null)));
        }
        return counted.with(rows, columns, table(items(rows), items(columns)), totals);
    }

    private boolean isByRow() {
        return query.rows() != null && query.rows().dimension() == Dimension.CATEGORY;
    }

    private CubeAxis axis(CubeAxis axis) {
        return new CubeAxis(axis.dimension(), axis.label(), categories);
    }

    private List<CubeCell> table(List<@Nullable CubeItem> down, List<@Nullable CubeItem> across) {
        List<CubeCell> cells = new ArrayList<>();
        for (CubeItem row : down) {
            for (CubeItem column : across) {
                query.measures().forEach(measure -> cells.add(cell(row, column, measure.code())));
            }
        }
        return cells;
    }

    private CubeCell cell(@Nullable CubeItem row, @Nullable CubeItem column, String measure) {
        String rowCode = row == null ? null : row.code();
        String columnCode = column == null ? null : column.code();
        CubeItem category = isByRow() ? row : column;
        if (category == null) {
            return counted.totals().stream().filter(cell -> Objects.equals(cell.row(), rowCode)
                    && Objects.equals(cell.column(), columnCode) && cell.measure().equals(measure)).findFirst().map(
                            CubeCell::withoutRows).orElseGet(() -> CubeCell.of(rowCode, columnCode, measure, 0));
        }
        OptionalLong value = value(isByRow() ? column : row, categories.indexOf(category));
        return value.isPresent()
                ? CubeCell.of(rowCode, columnCode, measure, value.getAsLong())
                : CubeCell.suppressed(rowCode, columnCode, measure);
    }

    private OptionalLong value(@Nullable CubeItem unit, int category) {
        int whole = query.scene().unit().id();
        if (unit == null) {
            return shown.value(whole, category);
        }
        return unit.unitId() == null ? rest(whole, category) : shown.value(unit.unitId(), category);
    }

    /** What belongs to no unit of the level, where nothing hides behind it. */
    private OptionalLong rest(int whole, int category) {
        if (!shown.isOpen(whole, category)) {
            return OptionalLong.empty();
        }
        CubeAxis units = Objects.requireNonNull(isByRow() ? counted.columns() : counted.rows());
        long inUnits = units.items().stream().map(CubeItem::unitId).filter(Objects::nonNull).mapToLong(
                unit -> shown.value(unit, category).orElseThrow()).sum();
        return OptionalLong.of(shown.value(whole, category).orElseThrow() - inUnits);
    }

    /** One item that stands for all where there is no axis. */
    private static List<@Nullable CubeItem> items(@Nullable CubeAxis axis) {
        List<@Nullable CubeItem> items = new ArrayList<>();
        if (axis == null) {
            items.add(null);
        } else {
            items.addAll(axis.items());
        }
        return items;
    }
}
