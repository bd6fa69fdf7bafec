package org.zhengdun.statistics;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.RestrictedLists;
import org.zhengdun.organization.UnitKind;
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

    /** Leaves one row when the figures are those of a restricted category, or tell restricted matter branch by branch. */
    void leave(CubeQuery query) {
        boolean tells = query.measures().stream().anyMatch(Indicator::restricted)
                || query.axes().stream().anyMatch(axis -> Disclosure.SENSITIVE.contains(axis.dimension()));
        if (lists.isRestricted(query.filter().category()) || tells && isByBranch(query)) {
            lists.seen("statistics.cube", Permission.STATISTICS_READ, query.scene().unit().path(), List.of());
        }
    }

    private static boolean isByBranch(CubeQuery query) {
        return query.axes().stream().map(Axis::level).filter(Objects::nonNull).anyMatch(
                level -> level == OrgLevel.BRANCH || level == OrgLevel.NEXT
                        && query.scene().unit().kind() == UnitKind.TOWNSHIP);
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
