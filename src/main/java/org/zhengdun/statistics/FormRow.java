package org.zhengdun.statistics;

import org.jspecify.annotations.Nullable;

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

    String chinese() {
        return chinese;
    }

    boolean counts(String kind) {
        return branchKind == null || branchKind.equals(kind);
    }
}
