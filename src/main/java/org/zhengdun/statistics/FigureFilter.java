package org.zhengdun.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.CaseState;
import org.zhengdun.organization.BranchKind;

/** Which rows of the sources are counted at all; null means any. */
record FigureFilter(@Nullable BranchKind branchKind, @Nullable String category, @Nullable CaseState state) {

    /** What is filtered by, as keys of items. */
    Map<Dimension, String> values() {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        if (branchKind != null) {
            values.put(Dimension.BRANCH_KIND, branchKind.name());
        }
        if (category != null) {
            values.put(Dimension.CATEGORY, category);
        }
        if (state != null) {
            values.put(Dimension.STATE, state.name());
        }
        return values;
    }

    /** The dimensions that are filtered by. */
    List<Dimension> dimensions() {
        return List.copyOf(values().keySet());
    }

    /** Conditions on the rows of the source, each beginning with AND. */
    String where(FactSource source) {
        StringBuilder where = new StringBuilder();
        dimensions().forEach(dimension -> where.append(" AND ").append(source.columns().get(dimension)).append(
                " = :").append(dimension.code()));
        return where.toString();
    }

    void bind(SqlStatement<?> statement) {
        values().forEach((dimension, value) -> statement.bind(dimension.code(), value));
    }
}
