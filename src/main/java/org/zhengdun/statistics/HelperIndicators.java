package org.zhengdun.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.zhengdun.cases.CaseConditions;
import org.zhengdun.settings.SettingsSql;

/** Indicators of the helpers of listed cases. */
final class HelperIndicators {

    /** Assignments that had begun, as they stood at the moment: what was recorded later does not end them yet. */
    static final String ASSIGNMENTS = """
            (SELECT a.id, a.case_id, a.kind, a.account_id, a.since,
                    CASE WHEN a.released_at > :until THEN NULL ELSE a.until END AS ended_on
             FROM helper_assignment a WHERE a.assigned_at <= :until AND a.since <= :today
                 AND (a.until IS NULL OR a.until >= a.since OR a.released_at > :until))""";

    /** Assignments that ran on at least one day of the span. */
    static final FactSource HELPERS = new FactSource("HELPER", scene -> "FROM " + scene.worked() + " JOIN "
            + ASSIGNMENTS + " h ON h.case_id = l.id AND h.since <= :last"
            + " AND (h.ended_on IS NULL OR h.ended_on >= :first)", "l", "h.id", "l.id", "l.number || ' ' || h.kind",
            columns());
    /** Listed cases with a first secretary within the span. */
    private static final FactSource LED = new FactSource("CASE", scene -> "FROM " + scene.listed()
            + " JOIN (SELECT DISTINCT case_id FROM " + ASSIGNMENTS + " h WHERE h.kind = 'FIRST_SECRETARY'"
            + " AND h.since <= :last AND (h.ended_on IS NULL OR h.ended_on >= :first)) f ON f.case_id = l.id", "l",
            "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);
    /** Listed cases in rectification, with the round whose settings rule them. */
    private static final FactSource IN_WORK = new FactSource("CASE", scene -> "FROM " + scene.listed()
            + " JOIN round r ON r.id = l.round_id AND NOT l.carried_on AND " + CaseConditions.inRectification("l"), "l",
            "l.id", "l.id", "l.number", CaseIndicators.OF_CASE);

    private static final String MISSING = """
            EXISTS (SELECT FROM jsonb_array_elements_text(%s -> l.branch_kind) t(kind) WHERE NOT EXISTS (
                SELECT FROM %s h WHERE h.case_id = l.id AND h.kind = t.kind AND h.ended_on IS NULL
                    AND h.since <= :today))""".formatted(SettingsSql.helperTemplate("r"), ASSIGNMENTS);
    private static final String VISITED = """
            EXISTS (SELECT FROM visit v WHERE v.case_id = h.case_id AND v.account_id = h.account_id AND (
                SELECT x.visited_on BETWEEN greatest(h.since, :first) AND least(coalesce(h.ended_on, :last), :last)
                FROM visit_version x WHERE x.visit_id = v.id AND x.recorded_at <= :until
                ORDER BY x.version DESC LIMIT 1))""";
    private static final String LEADER = "h.kind IN ('COUNTY_LEADER', 'TOWNSHIP_LEADER')";

    static final Part PAIRED_UNITS = Part.of(HELPERS, "h.kind = 'PAIRED_UNIT'");
    static final Part LEADERS = Part.of(HELPERS, LEADER);
    static final Part FIRST_SECRETARIES = Part.of(HELPERS, "h.kind = 'FIRST_SECRETARY'");
    static final Part RESIDENT_CADRES = Part.of(HELPERS, "h.kind IN ('RESIDENT_CADRE', 'WORK_TEAM')");

    static final List<Indicator> ALL = List.of(
            Indicator.count("helpers", "帮扶力量", "Helpers",
                    "Assignments of helpers on listed cases that ran in the period", Part.of(HELPERS, Part.ALL)),
            Indicator.count("paired-units", "结对帮扶单位", "Paired units",
                    "Assignments of paired units on listed cases that ran in the period", PAIRED_UNITS),
            Indicator.count("linked-leaders", "联系包村领导", "Linked leaders",
                    "Assignments of county and township leaders on listed cases that ran in the period", LEADERS),
            Indicator.count("first-secretaries", "选派第一书记", "First secretaries",
                    "Assignments of first secretaries on listed cases that ran in the period", FIRST_SECRETARIES),
            Indicator.count("resident-cadres", "选派驻村干部", "Resident cadres",
                    "Assignments of resident cadres and work teams on listed cases that ran in the period",
                    RESIDENT_CADRES),
            Indicator.rate("first-secretary-coverage", "第一书记覆盖率", "First secretary coverage",
                    "Listed cases that had a first secretary in the period, of all listed ones",
                    Part.of(LED, Part.ALL), CaseIndicators.LISTED),
            Indicator.rate("helper-template-complete-rate", "帮扶力量齐配率", "Helper template complete rate",
                    "Cases with a running helper of every kind that their round asks for, of the listed cases that are being rectified",
                    Part.of(IN_WORK, "NOT " + MISSING), Part.of(IN_WORK, Part.ALL)),
            Indicator.rate("leader-visit-rate", "领导走访率", "Leader visit rate",
                    "Assignments of leaders with a visit logged in the period, of all that ran in it; leaders who do not sign in log none",
                    Part.of(HELPERS, LEADER + " AND " + VISITED), LEADERS));

    private HelperIndicators() {}

    /** An assignment runs for a time: it has no month. */
    private static Map<Dimension, String> columns() {
        Map<Dimension, String> columns = new HashMap<>(CaseIndicators.OF_CASE);
        columns.remove(Dimension.MONTH);
        columns.put(Dimension.HELPER_KIND, "h.kind");
        return Map.copyOf(columns);
    }
}
