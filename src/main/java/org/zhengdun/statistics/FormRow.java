package org.zhengdun.statistics;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** Rows of the annual form. */
enum FormRow {
    /** All branches, of whatever kind. */
    TOTAL("合计", null),
    /** Village branches. */
    VILLAGE("村", "VILLAGE"),
    /** Community branches. */
    COMMUNITY("社区", "COMMUNITY");

    private final String chinese;
    private final @Nullable String branchKind;

    FormRow(String chinese, @Nullable String branchKind) {
        this.chinese = chinese;
        this.branchKind = branchKind;
    }

    /** The rows as a dimension of the form. */
    static Dimension dimension() {
        return new Dimension("row", "类别", null,
                Stream.of(values()).map(row -> new Category(row.name(), row.chinese())).toList());
    }

    String chinese() {
        return chinese;
    }

    /** The condition on the listed cases, beginning with AND, or nothing for all. */
    String where(String alias) {
        return branchKind == null ? "" : " AND " + alias + ".branch_kind = '" + branchKind + "'";
    }

    boolean counts(@Nullable String kind) {
        return branchKind == null || branchKind.equals(kind);
    }
}
