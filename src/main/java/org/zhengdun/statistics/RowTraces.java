package org.zhengdun.statistics;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.RestrictedLists;
import org.zhengdun.shared.security.Permission;

/** The trace of rows behind figures that were asked for by restricted matter (docs/audit.md). */
@RequestScoped
class RowTraces {

    private final RestrictedLists lists;

    RowTraces(RestrictedLists lists) {
        this.lists = lists;
    }

    /** Leaves one row with the cases of the page when the question names a restricted measure or category. */
    void leave(CubeQuery query, FigureRowParameters asked, List<FigureRow> rows) {
        if (query.measures().stream().anyMatch(Indicator::restricted) || lists.isRestricted(query.filter().category())
                || isRestricted(query.rows(), asked.row) || isRestricted(query.columns(), asked.column)) {
            leave(query.scene(), rows);
        }
    }

    /** Leaves one row when a column of a form counts restricted matter. */
    void leave(Scene scene, int column, List<FigureRow> rows) {
        if (column == FormColumns.VIOLATIONS || PublicCategories.ofColumn(column).stream().mapToObj(
                PublicCategories.CODES::get).anyMatch(lists::isRestricted)) {
            leave(scene, rows);
        }
    }

    private void leave(Scene scene, List<FigureRow> rows) {
        lists.seen("statistics.rows", Permission.STATISTICS_READ, scene.unit().path(),
                rows.stream().map(FigureRow::caseId).filter(Objects::nonNull).distinct().toList());
    }

    private boolean isRestricted(@Nullable Axis axis, @Nullable String item) {
        return axis != null && Disclosure.SENSITIVE.contains(axis.dimension()) && lists.isRestricted(item);
    }
}
