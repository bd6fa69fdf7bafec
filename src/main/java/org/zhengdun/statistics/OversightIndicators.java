package org.zhengdun.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indicators of what superiors did about listed cases: extensions, supervision, accountability. */
final class OversightIndicators {

    private static final FactSource EXTENSIONS = new FactSource("EXTENSION", scene -> "FROM " + scene.worked()
            + " JOIN extension x ON x.case_id = l.id AND x.requested_at <= :until AND x.requested_at >= :begin"
            + " AND x.requested_at < :end", "l", "x.id", "l.id", "l.number || ' ' || x.id",
            monthOf("x.requested_at"));
    private static final FactSource EXTENDED = new FactSource("CASE", scene -> "FROM " + scene.listed()
            + " JOIN (SELECT DISTINCT x.case_id FROM extension x WHERE x.kind = 'EXTENSION' AND x.state = 'APPROVED'"
            + " AND x.closed_at <= :until"
            + " AND x.closed_at < :end) x ON x.case_id = l.id", "l", "l.id", "l.id", "l.number",
            CaseIndicators.OF_CASE);
    private static final FactSource SUPERVISIONS = new FactSource("SUPERVISION", scene -> "FROM " + scene.worked()
            + " JOIN supervision v ON v.case_id = l.id AND v.listed_at <= :until AND v.listed_at >= :begin"
            + " AND v.listed_at < :end", "l", "v.id", "l.id", "l.number || ' ' || v.role", monthOf("v.listed_at"));
    private static final FactSource ALERTS = new FactSource("ACCOUNTABILITY_ALERT", scene -> "FROM " + scene.worked()
            + " JOIN accountability_alert t ON t.case_id = l.id AND t.raised_at <= :until AND t.raised_at >= :begin"
            + " AND t.raised_at < :end", "l", "t.case_id * 100 + t.years", "l.id", "l.number || ' ' || t.years",
            monthOf("t.raised_at"));

    static final List<Indicator> ALL = List.of(
            Indicator.count("extensions-requested", "申请延期", "Extensions requested",
                    "Extensions of deadlines of listed cases asked for within the period",
                    Part.of(EXTENSIONS, "x.kind = 'EXTENSION'")),
            Indicator.count("extensions-granted", "批准延期", "Extensions granted", "Of these, the granted ones",
                    Part.of(EXTENSIONS, "x.kind = 'EXTENSION' AND x.state = 'APPROVED' AND x.closed_at <= :until")),
            Indicator.rate("extension-rate", "延期率", "Extension rate",
                    "Listed cases with an extension granted until the end of the period, of all listed ones",
                    Part.of(EXTENDED, Part.ALL), CaseIndicators.LISTED),
            Indicator.count("supervision-listings", "挂牌督办次数", "Supervision listings",
                    "Periods of direct supervision of listed cases that began within the period",
                    Part.of(SUPERVISIONS, Part.ALL)),
            Indicator.count("accountability-alerts", "问责提示", "Accountability alerts",
                    "Alerts raised within the period for listed cases counted in too many years",
                    Part.of(ALERTS, Part.ALL)),
            Indicator.count("accountability-records", "问责记录", "Accountability records",
                    "Of these, the ones for which it is on record what was done",
                    Part.of(ALERTS, "t.handled_at <= :until")));

    private OversightIndicators() {}

    private static Map<Dimension, String> monthOf(String instant) {
        Map<Dimension, String> columns = new HashMap<>(CaseIndicators.OF_CASE);
        columns.put(Dimension.MONTH, "month_of(" + instant + ")");
        return Map.copyOf(columns);
    }
}
