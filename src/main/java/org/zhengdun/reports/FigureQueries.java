package org.zhengdun.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.deadlines.LatenessSql;
import org.zhengdun.shared.time.Days;

/** Counts the cases of a township in a round. */
@ApplicationScoped
class FigureQueries {

    private static final String STATES = """
            SELECT state, count(*) AS cases FROM rectification_case
            WHERE round_id = :round AND :unit = ANY (ancestors)
              AND state NOT IN ('NOMINATED', 'UNDER_REVIEW', 'RETURNED', 'REJECTED')
            GROUP BY state""";
    private static final String PARTS = """
            WITH listed AS (
                SELECT id FROM rectification_case WHERE round_id = :round AND :unit = ANY (ancestors)
                  AND state NOT IN ('NOMINATED', 'UNDER_REVIEW', 'RETURNED', 'REJECTED', 'CANCELLED'))
            SELECT p.*, m.* FROM (
                SELECT count(*) AS problems, count(*) FILTER (WHERE state = 'CLOSED') AS closed,
                    count(*) FILTER (WHERE state = 'CLOSED' AND date_trunc('month', closed_at AT TIME ZONE 'Asia/Shanghai')
                        = :month::timestamp) AS closed_in_month
                FROM problem WHERE case_id IN (SELECT id FROM listed)) p, (
                SELECT count(*) AS measures, count(*) FILTER (WHERE m.state = 'DONE') AS done,
                    count(*) FILTER (WHERE %s) AS overdue
                FROM measure m LEFT JOIN deadline d ON d.kind = 'MEASURE' AND d.subject_id = m.id
                WHERE m.case_id IN (SELECT id FROM listed)) m""".formatted(
            new LatenessSql("d.state = 'OPEN'", "d.due_on", "d.warn_on", "d.resumes_on").overdue());

    private final Jdbi jdbi;
    private final Days days;

    FigureQueries(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    ReportFigures of(MonthlyReport report) {
        return jdbi.withHandle(handle -> {
            Map<String, Integer> states = new TreeMap<>();
            handle.createQuery(STATES).bind("round", report.roundId()).bind("unit", report.unitId()).map(
                    (row, context) -> states.put(row.getString("state"), row.getInt("cases"))).list();
            return handle.createQuery(PARTS).bind("round", report.roundId()).bind("unit", report.unitId()).bind(
                    "month", report.month()).bind("today", days.today()).map(
                            (row, context) -> figures(states, row)).one();
        });
    }

    private static ReportFigures figures(Map<String, Integer> states, ResultSet row) throws SQLException {
        return new ReportFigures(states, row.getInt("problems"), row.getInt("closed"), row.getInt("closed_in_month"),
                row.getInt("measures"), row.getInt("done"), row.getInt("overdue"));
    }
}
