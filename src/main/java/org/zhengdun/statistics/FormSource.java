package org.zhengdun.statistics;

import java.util.function.Function;

/** What the columns of the annual form and the monthly sheet count: rows that belong to the listed cases {@code l}. */
enum FormSource {
    /** The listed cases, with what the facts of their branches say about the year. */
    CASES("CASE", "l.id", scene -> """
            FROM listed l
            LEFT JOIN LATERAL (
                SELECT x.registered_poor_village AS poor_village, x.secretary_to_replace AS to_replace,
                       x.secretary_status = 'VACANT'
                           AND (x.valid_from <= :first OR x.secretary_vacant_since <= :first) AS missing
                FROM branch_fact x
                WHERE x.branch_id = l.branch_id AND %1$s
                ORDER BY x.valid_from LIMIT 1) s ON true
            LEFT JOIN LATERAL (
                SELECT (array_agg(x.secretary_status ORDER BY x.valid_from DESC))[1] = 'FILLED' AS filled,
                       bool_or(x.secretary_replaced_on BETWEEN :first AND :last) AS replaced,
                       bool_or(x.secretary_trained_on BETWEEN :first AND :last) AS trained,
                       bool_or(x.secretary_trained_on BETWEEN :first AND :last
                           AND x.secretary_training_level <> 'TOWNSHIP') AS trained_by_county
                FROM branch_fact x
                WHERE x.branch_id = l.branch_id AND %1$s
                ) f ON l.last_of_year""".formatted(scene.asOf().isPast() ? FormSource.FACTS_THEN : FormSource.FACTS)),
    /** Helper assignments that ran on at least one day of the period, up to the day of the moment. */
    HELPERS("HELPER", "h.id", "h.kind",
            scene -> """
                    FROM listed l JOIN helper_assignment h ON h.case_id = l.id AND h.since <= least(:last, :today)
                        AND h.assigned_at <= :until AND (h.until IS NULL OR h.until >= greatest(h.since, :first) OR h.released_at > :until)"""),
    /** Measures of a special kind that were done within the period. */
    MEASURES("MEASURE", "measure.id", "measure.kind",
            scene -> "FROM listed l JOIN " + scene.rows("measure") + " ON measure.case_id = l.id AND "
                    + MeasureIndicators.DONE_WITHIN),
    /** Problems that are closed and were closed within the period. */
    PROBLEMS("PROBLEM", "problem.id", FormSource.OF_PROBLEM,
            scene -> "FROM listed l JOIN " + scene.rows("problem") + " ON problem.case_id = l.id AND "
                    + ProblemIndicators.CLOSED_WITHIN),
    /** All problems, open and closed. */
    ALL_PROBLEMS("PROBLEM", "problem.id", FormSource.OF_PROBLEM,
            scene -> "FROM listed l JOIN " + scene.rows("problem") + " ON problem.case_id = l.id"),
    /** Extensions that were approved within the period. */
    EXTENSIONS("EXTENSION", "e.id", "e.id::text", scene -> """
            FROM listed l JOIN extension e ON e.case_id = l.id AND e.kind = 'EXTENSION' AND e.state = 'APPROVED'
                AND e.closed_at >= :begin AND e.closed_at < :end AND e.closed_at <= :until"""),
    /** Monthly reports of townships that fall due within the month; they belong to no kind of branch. */
    REPORTS("MONTHLY_REPORT", "r.id", "to_char(r.month, 'YYYY-MM')",
            scene -> "FROM monthly_report r CROSS JOIN (SELECT NULL::text AS branch_kind) l WHERE "
                    + scene.under("r") + " AND r.due_on BETWEEN :month AND :last");

    private static final String FACTS = """
            x.valid_from <= :last AND (x.valid_to IS NULL OR x.valid_to > :first)""";
    /** What had not been reported then did not end the period before it. */
    private static final String FACTS_THEN = """
            x.valid_from <= :last AND x.reported_at <= :until AND (x.valid_to IS NULL OR x.valid_to > :first
                OR NOT EXISTS (SELECT FROM branch_fact n WHERE n.branch_id = x.branch_id AND n.valid_from = x.valid_to
                               AND n.reported_at <= :until))""";

    /** Restricted categories are left out. */
    private static final String OF_PROBLEM = "CASE WHEN NOT problem.restricted THEN problem.category END";

    private final String code;
    private final String key;
    private final String label;
    private final Function<Scene, String> from;

    FormSource(String code, String key, Function<Scene, String> from) {
        this(code, key, "NULL::text", from);
    }

    /** A source whose rows have a label beside the number of their case. */
    FormSource(String code, String key, String label, Function<Scene, String> from) {
        this.code = code;
        this.key = key;
        this.label = label;
        this.from = from;
    }

    /** What one row is, in answers. */
    String code() {
        return code;
    }

    /** Unique number of the row. */
    String key() {
        return key;
    }

    /** The rows of a scene with what tells them, and their place; without the rest of a WHERE that ends the text. */
    String rows(Scene scene) {
        boolean ofCase = this != REPORTS;
        return "SELECT " + key + " AS id, " + (ofCase ? "l.id" : "NULL::bigint") + " AS case_id, " + label
                + " AS label, " + (ofCase ? "l" : "r") + ".ancestors " + from(scene) + (ofCase ? " WHERE " : " AND ");
    }

    String from(Scene scene) {
        return from.apply(scene);
    }
}
