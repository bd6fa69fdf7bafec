package org.zhengdun.statistics;

import org.jdbi.v3.core.statement.SqlStatement;
import org.zhengdun.organization.Unit;

/** The listed cases of a year, those that were carried on into the next one included, in the subtree of a unit, as a table expression over the scope columns of the case. */
record ListedCases(Unit unit, int year) {

    private static final int INDEXED_LEVELS = 5;

    /** A case whose branch was listed again in the same year is not the last one of its branch. */
    private static final String SQL = """
            SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, k.form_column, c.carried_on,
                   NOT EXISTS (SELECT 1 FROM counted_case n WHERE n.branch_id = c.branch_id AND n.id > c.id
                               AND n.counted_year = :year AND %s) AS last_of_year
            FROM counted_case c
            LEFT JOIN category k ON k.code = c.main_category AND k.version = c.main_category_version
            WHERE c.counted_year = :year AND %s AND %s""";

    String sql() {
        return SQL.formatted(listed("n"), subtree(), listed("c"));
    }

    void bind(SqlStatement<?> statement) {
        statement.bind("year", year).bind("unit", unit.id());
        if (level() > INDEXED_LEVELS) {
            statement.bind("anchor", unit.path()[INDEXED_LEVELS]);
        }
    }

    private static String listed(String alias) {
        return "%1$s.confirmed_at IS NOT NULL AND (%1$s.state <> 'CANCELLED' OR %1$s.outcome IS DISTINCT FROM 'LISTED_IN_ERROR')".formatted(
                alias);
    }

    private String subtree() {
        if (level() == 0) {
            return "c.ancestors[1] = :unit";
        }
        if (level() <= INDEXED_LEVELS) {
            return "c.a" + level() + " = :unit";
        }
        return "c.a" + INDEXED_LEVELS + " = :anchor AND c.ancestors[" + (level() + 1) + "] = :unit";
    }

    private int level() {
        return unit.path().length - 1;
    }
}
