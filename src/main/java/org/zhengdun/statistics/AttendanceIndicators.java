package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;

import org.zhengdun.settings.SettingsSql;

/** The attendance of first secretaries, by the months that are over. */
final class AttendanceIndicators {

    /** One row for each assignment and month since the case exists; the first and the last month of an assignment ask for their share. */
    private static final String MONTHS = """
            JOIN %s h ON h.case_id = l.id AND h.kind = 'FIRST_SECRETARY' JOIN round r ON r.id = l.round_id
            CROSS JOIN LATERAL (SELECT greatest(h.since, (c.created_at AT TIME ZONE 'Asia/Shanghai')::date) AS since
                FROM %s WHERE c.id = l.id) s
            CROSS JOIN LATERAL generate_series(date_trunc('month', greatest(s.since, :first)::timestamp),
                least(h.ended_on, :last, date_trunc('month', :today::timestamp)::date - 1)::timestamp,
                interval '1 month') m(first_day)
            CROSS JOIN LATERAL (SELECT m.first_day::date AS first_day,
                (m.first_day + interval '1 month')::date - m.first_day::date AS length,
                greatest(s.since, m.first_day::date) AS since,
                least(h.ended_on, (m.first_day + interval '1 month')::date - 1) AS until) d
            CROSS JOIN LATERAL (SELECT (
                    SELECT count(DISTINCT x.visited_on) FROM visit v CROSS JOIN LATERAL (
                        SELECT y.visited_on FROM visit_version y WHERE y.visit_id = v.id AND y.recorded_at <= :until
                        ORDER BY y.version DESC LIMIT 1) x
                    WHERE v.account_id = h.account_id AND x.visited_on BETWEEN d.since AND d.until) AS logged,
                ceil(%s * (d.until - d.since + 1) / d.length::numeric) AS required) n""";
    private static final FactSource ATTENDANCE = new FactSource("ATTENDANCE_MONTH",
            scene -> "FROM " + scene.worked() + " " + MONTHS.formatted(HelperIndicators.ASSIGNMENTS,
                    scene.cases("c"), SettingsSql.number("r", "attendanceDays")),
            "l", "h.id * 100000 + month_of(d.first_day)", "l.id",
            "l.number || ' ' || to_char(d.first_day, 'YYYY-MM')",
            Map.of(Dimension.CATEGORY, "l.main_category", Dimension.BRANCH_KIND, "l.branch_kind", Dimension.STATE,
                    "l.state", Dimension.ROUND, "l.round_id", Dimension.MONTH, "month_of(d.first_day)",
                    Dimension.HELPER_KIND, "h.kind"));

    static final List<Indicator> ALL = List.of(Indicator.rate("first-secretary-attendance", "第一书记驻村到位率",
            "First secretary attendance",
            "Months in which a first secretary logged as many days as the settings ask for, of all his months that are over, from the day the case was created; part of a month asks for its share",
            Part.of(ATTENDANCE, "n.logged >= n.required"), Part.of(ATTENDANCE, Part.ALL)));

    private AttendanceIndicators() {}
}
