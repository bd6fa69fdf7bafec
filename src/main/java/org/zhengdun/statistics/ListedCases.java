package org.zhengdun.statistics;

import org.zhengdun.cases.CaseConditions;

/** The listed cases of a scene with what the annual form needs to know of them, as a query. */
record ListedCases(Scene scene) {

    /** A case whose branch was listed again in the same year is not the last one of its branch. */
    private static final String SQL = """
            SELECT l.id, l.branch_id, l.branch_kind, l.state, l.raised, l.carried_on, l.deadline, l.warn_on,
                   l.suspended_until, k.form_column,
                   NOT EXISTS (SELECT FROM %1$s WHERE n.branch_id = l.branch_id AND n.id > l.id AND %2$s
                               AND (n.year = :year OR EXISTS (SELECT FROM carry_over x WHERE x.case_id = n.id
                                                              AND x.from_year = :year AND x.from_year < n.year))
                   ) AS last_of_year
            FROM %3$s LEFT JOIN category k ON k.code = l.main_category AND k.version = l.main_category_version""";

    String sql() {
        return SQL.formatted(scene.asOf().rows("rectification_case", "n"), CaseConditions.listed("n"), scene.listed());
    }
}
