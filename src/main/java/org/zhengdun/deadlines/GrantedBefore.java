package org.zhengdun.deadlines;

/** Whether a deadline was ever moved on request, whatever its term: then the city decides (docs/domain.md section 8). */
public final class GrantedBefore {

    private static final String SQL = """
            EXISTS (SELECT FROM deadline_change g WHERE g.deadline_id = %s.id AND g.kind IN ('EXTENDED', 'SUSPENDED'))""";

    private GrantedBefore() {}

    /** A condition that is never null. */
    public static String sql(String deadline) {
        return SQL.formatted(deadline);
    }
}
