package org.zhengdun.statistics;

import java.util.List;
import java.util.Map;

/** Indicators of the monthly reports of townships. */
final class ReportIndicators {

    /** Reports opened until the moment for the months of the span, or of the round, by the place of their township. */
    private static final FactSource REPORTS = new FactSource("MONTHLY_REPORT", scene -> "FROM "
            + new UnitRows(scene).townships()
            + " JOIN monthly_report m ON m.unit_id = b.id AND m.opened_at <= :until AND " + within(scene.span())
            + " LEFT JOIN monthly_report_edition e ON e.report_id = m.id AND e.edition = 1 AND e.submitted_at <= :until",
            "b", "m.id", "NULL::bigint", "b.code || ' ' || to_char(m.month, 'YYYY-MM')",
            Map.of(Dimension.ROUND, "m.round_id", Dimension.MONTH, "month_of(m.month)"));

    static final List<Indicator> ALL = List.of(Indicator.rate("monthly-report-on-time", "月报按时率",
            "Monthly reports on time",
            "Reports submitted until their due date, of those that were submitted or whose due date has passed",
            Part.of(REPORTS, "e.report_id IS NOT NULL AND m.submitted_on <= m.due_on"),
            Part.of(REPORTS, "(e.report_id IS NOT NULL OR m.due_on < :today)")));

    private ReportIndicators() {}

    private static String within(Span span) {
        return span instanceof Span.OfRound ? "m.round_id = :round" : "m.month BETWEEN :first AND :last";
    }
}
