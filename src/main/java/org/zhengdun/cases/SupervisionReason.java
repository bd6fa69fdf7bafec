package org.zhengdun.cases;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.zhengdun.settings.Settings;

/** Why a superior should supervise a case directly (docs/domain.md section 4); each is one condition on the case. */
enum SupervisionReason {
    /** A problem of the case is in a restricted category. */
    RESTRICTED_CATEGORY("EXISTS (SELECT FROM problem p WHERE p.case_id = c.id AND p.restricted)"),
    /** The branch was listed before, within the years that the settings name. */
    RELISTED(Relisting.WITHIN_YEARS),
    /** The case is overdue by the days that the settings name. */
    LONG_OVERDUE("(c.suspended_until IS NULL OR c.suspended_until <= :today) AND c.deadline <= CAST(:today AS date) - "
            + Relisting.cycleRule("supervisionOverdueDays",
                    Settings.national().cycles().supervisionOverdueDays()));

    /** Listed, not yet transformed, and not under supervision: only then is anything suggested. */
    private static final String OPEN = CaseState.underDeadline("c")
            + " AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL)";

    private final String condition;

    SupervisionReason(String condition) {
        this.condition = condition;
    }

    /** SQL condition that any reason holds. */
    static String any() {
        return OPEN + " AND (" + Stream.of(values()).map(reason -> reason.condition).collect(
                Collectors.joining(" OR ")) + ")";
    }

    /** SQL columns, one for each reason, that say whether it holds. */
    static String columns() {
        return Stream.of(values()).map(
                reason -> "coalesce(" + OPEN + " AND " + reason.condition + ", false) AS " + reason.column()).collect(
                        Collectors.joining(", "));
    }

    String column() {
        return "suggested_" + name().toLowerCase(Locale.ROOT);
    }
}
