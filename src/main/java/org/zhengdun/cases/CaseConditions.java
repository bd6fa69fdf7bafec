package org.zhengdun.cases;

import org.zhengdun.deadlines.LatenessSql;

/** What a case counts as, as SQL conditions on its row; lists, forms and figures share them (docs/domain.md section 6). */
public final class CaseConditions {

    private CaseConditions() {}

    /** Listed by decision and not in error; the column has the month of the decision, else null. */
    public static String listed(String alias) {
        return alias + ".listed_month IS NOT NULL";
    }

    /** Transformed and not fallen back, or closed after that. */
    public static String raised(String alias) {
        return alias + ".raised";
    }

    /** Ended well: the observation is over. */
    public static String closed(String alias) {
        return alias + ".closed_as_raised";
    }

    /** The deadline has passed on the day {@code :today}. */
    public static String overdue(String alias) {
        return lateness(alias).overdue();
    }

    /** Under direct supervision at the instant {@code :until}, which is infinity for the present. */
    public static String supervised(String alias) {
        return """
                %s.id IN (SELECT v.case_id FROM supervision v
                          WHERE v.listed_at <= :until AND (v.ended_at IS NULL OR v.ended_at > :until))""".formatted(
                alias);
    }

    /** The name of the light on the day {@code :today}; null when no deadline runs. */
    public static String light(String alias) {
        return lateness(alias).light();
    }

    static LatenessSql lateness(String alias) {
        return new LatenessSql(CaseState.underDeadline(alias), alias + ".deadline", alias + ".warn_on",
                alias + ".suspended_until");
    }
}
