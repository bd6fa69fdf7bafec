package org.zhengdun.statistics;

/** The listed cases of a scene with what the annual form needs to know of them, as a query. */
record ListedCases(Scene scene) {

    /** A case whose branch was listed again in the same year is not the last one of its branch. */
    private static final String SQL = """
            SELECT l.id, l.branch_id, l.branch_kind, l.raised, l.state, l.outcome, l.carried_on, l.deadline, l.warn_on,
                   l.suspended_until, l.round_id, l.ancestors, k.form_column, %s AS last_of_year
            FROM %s LEFT JOIN category k ON k.code = l.main_category AND k.version = l.main_category_version""";

    String sql() {
        return SQL.formatted(scene.isLastOfBranch(), scene.listed());
    }
}
