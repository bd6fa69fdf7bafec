package org.zhengdun.statistics;

/** What the columns of the annual form count: rows that belong to the listed cases {@code l}. */
enum FormSource {
    /** The listed cases, with what the facts of their branches say about the year. */
    CASES("""
            FROM listed l
            LEFT JOIN LATERAL (
                SELECT x.registered_poor_village AS poor_village, x.secretary_to_replace AS to_replace,
                       x.secretary_status = 'VACANT'
                           AND (x.valid_from <= :first OR x.secretary_vacant_since <= :first) AS missing
                FROM branch_fact x
                WHERE x.branch_id = l.branch_id AND x.valid_from <= :last AND (x.valid_to IS NULL OR x.valid_to > :first)
                ORDER BY x.valid_from LIMIT 1) s ON true
            LEFT JOIN LATERAL (
                SELECT (array_agg(x.secretary_status ORDER BY x.valid_from DESC))[1] = 'FILLED' AS filled,
                       bool_or(x.secretary_replaced_on BETWEEN :first AND :last) AS replaced,
                       bool_or(x.secretary_trained_on BETWEEN :first AND :last) AS trained,
                       bool_or(x.secretary_trained_on BETWEEN :first AND :last
                           AND x.secretary_training_level <> 'TOWNSHIP') AS trained_by_county
                FROM branch_fact x
                WHERE x.branch_id = l.branch_id AND x.valid_from <= :last AND (x.valid_to IS NULL OR x.valid_to > :first)
                ) f ON l.last_of_year"""),
    /** Helper assignments that ran on at least one day of the year. */
    HELPERS("""
            FROM listed l JOIN helper_assignment h ON h.case_id = l.id
                AND h.since <= :last AND (h.until IS NULL OR h.until >= :first)"""),
    /** Measures of a special kind that were done within the year. */
    MEASURES("FROM listed l JOIN measure ON measure.case_id = l.id AND " + MeasureIndicators.DONE_WITHIN),
    /** Problems that are closed and were closed within the year. */
    PROBLEMS("FROM listed l JOIN problem ON problem.case_id = l.id AND " + ProblemIndicators.CLOSED_WITHIN);

    private final String from;

    FormSource(String from) {
        this.from = from;
    }

    String from() {
        return from;
    }
}
