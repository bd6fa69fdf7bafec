package org.zhengdun.deadlines;

/**
 * {@link Lateness} as SQL expressions over columns and the parameter {@code :today}.
 *
 * @param running       condition, never null
 * @param reportsMissed condition, never null
 */
public record LatenessSql(String running, String dueOn, String warnOn, String resumeOn, String reportsMissed) {

    /** Of something that nobody reports on monthly. */
    public LatenessSql(String running, String dueOn, String warnOn, String resumeOn) {
        this(running, dueOn, warnOn, resumeOn, "false");
    }

    /** A condition that is never null. */
    public String overdue() {
        return "coalesce((" + running + ") AND " + dueOn + " < :today AND coalesce(" + resumeOn
                + " <= :today, true), false)";
    }

    /** The name of the light; null when nothing is to be fulfilled any more. */
    public String light() {
        return "CASE WHEN NOT (" + running + ") THEN NULL WHEN " + overdue() + " OR " + reportsMissed
                + " THEN 'RED' WHEN " + resumeOn
                + " > :today THEN 'GREEN' WHEN " + warnOn + " <= :today AND " + dueOn
                + " IS NOT NULL THEN 'YELLOW' ELSE 'GREEN' END";
    }
}
