package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.CaseState;
import org.zhengdun.organization.BranchKind;

/** Which rows of the sources are counted at all; null means any. */
record FigureFilter(@Nullable BranchKind branchKind, @Nullable String category, @Nullable CaseState state) {

    /** The dimensions that are filtered by. */
    List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        if (branchKind != null) {
            dimensions.add(Dimension.BRANCH_KIND);
        }
        if (category != null) {
            dimensions.add(Dimension.CATEGORY);
        }
        if (state != null) {
            dimensions.add(Dimension.STATE);
        }
        return dimensions;
    }

    /** Conditions on the rows of the source, each beginning with AND. */
    String where(FactSource source) {
        StringBuilder where = new StringBuilder();
        dimensions().forEach(dimension -> where.append(" AND ").append(source.columns().get(dimension)).append(
                " = :").append(dimension.code()));
        return where.toString();
    }

    void bind(SqlStatement<?> statement) {
        if (branchKind != null) {
            statement.bind(Dimension.BRANCH_KIND.code(), branchKind.name());
        }
        if (category != null) {
            statement.bind(Dimension.CATEGORY.code(), category);
        }
        if (state != null) {
            statement.bind(Dimension.STATE.code(), state.name());
        }
    }
}
