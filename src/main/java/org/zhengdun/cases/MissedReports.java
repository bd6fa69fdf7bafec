package org.zhengdun.cases;

/**
 * Monthly reports that the township of a case has missed, as SQL (docs/monthly-reports.md): a report of the round that was not
 * submitted by {@code :today}, though due before, and that ends a row of as many missed months as turn the light red.
 */
final class MissedReports {

    private static final String CONDITION = """
            EXISTS (SELECT FROM monthly_report r
                WHERE r.round_id = %1$s.round_id AND r.unit_id = ANY (%1$s.ancestors) AND r.due_on < :today
                  AND (r.submitted_on IS NULL OR r.submitted_on > :today) AND r.red_after <= (
                    SELECT count(*) FROM monthly_report m
                    WHERE m.unit_id = r.unit_id AND m.round_id = r.round_id
                      AND (m.submitted_on IS NULL OR m.submitted_on > :today) AND m.month <= r.month
                      AND m.month > r.month - make_interval(months => r.red_after)))""";

    private MissedReports() {}

    /** The condition on a case with this alias, never null; it needs {@code :today}. */
    static String ofCase(String alias) {
        return CONDITION.formatted(alias);
    }
}
