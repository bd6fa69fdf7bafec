package org.zhengdun.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Language;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads monthly reports. */
@RequestScoped
class ReportQueries {

    private static final ScopedSelect REPORTS = new ScopedSelect("monthly_report r", "r", List.of("month", "id"), "");
    private static final String ROW = """
            SELECT r.*, u.name AS unit_name,
                CASE WHEN r.submitted_on IS NULL AND r.due_on < :today THEN (
                    SELECT count(*) FROM monthly_report p
                    WHERE p.unit_id = r.unit_id AND p.round_id = r.round_id AND p.submitted_on IS NULL
                      AND p.month <= r.month AND p.month > r.month - make_interval(months => r.red_after)) ELSE 0 END AS missed
            FROM monthly_report r JOIN org_unit u ON u.id = r.unit_id\s""";
    private static final String COUNT = """
            SELECT count(*) AS opened, count(*) FILTER (WHERE %s) AS due, count(*) FILTER (WHERE %s) AS on_time,
                count(*) FILTER (WHERE %s) AS late, count(*) FILTER (WHERE %s) AS missed
            FROM (%%s) p JOIN monthly_report r ON r.id = p.k2""".formatted(ReportState.DUE.condition(),
            ReportState.ON_TIME.condition(), ReportState.LATE.condition(), ReportState.MISSED.condition());

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Caller caller;
    private final Units units;
    private final Cursors cursors;
    private final Language language;
    private final Days days;

    ReportQueries(Jdbi jdbi, ObjectMapper json, Caller caller, Units units, Cursors cursors, Language language,
            Days days) {
        this.jdbi = jdbi;
        this.json = json;
        this.caller = caller;
        this.units = units;
        this.cursors = cursors;
        this.language = language;
        this.days = days;
    }

    /** A detail and the place of its township. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(ReportDetail detail, int[] place) {}

    Page<ReportRow> page(ReportFilter filter, PageRequest page) {
        List<String> after = cursors.after(page, List.of("9999-12-01", Long.toString(Long.MAX_VALUE)));
        LocalDate month = Cursors.date(after.get(0));
        long id = Cursors.number(after.get(1));
        String keys = REPORTS.page(scope(filter), filter.where() + " AND (r.month, r.id) < (:k1, :k2)", "DESC");
        List<ReportRow> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                    ROW + "JOIN (" + keys + ") k ON k.k2 = r.id ORDER BY r.month DESC, r.id DESC");
            return bind(query, filter).bind("k1", month).bind("k2", id).bind("limit", page.limit() + 1).map(
                    (row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(ReportMonth.day(ReportMonth.read(row.month())), row.id()));
    }

    ReportCount count(ReportFilter filter) {
        String keys = REPORTS.page(scope(filter), filter.where(), "DESC");
        return jdbi.withHandle(handle -> bind(handle.createQuery(COUNT.formatted(keys)), filter).bind("limit",
                Integer.MAX_VALUE).map(
                        (row, context) -> new ReportCount(row.getInt("opened"), row.getInt("due"),
                                row.getInt("on_time"), row.getInt("late"), row.getInt("missed"))).one());
    }

    /** The report with its editions, or 404 outside the scope. */
    Found find(long id, Scope scope) {
        return jdbi.withHandle(handle -> {
            List<ReportDetail.Edition> editions = handle.createQuery("""
                    SELECT e.*, a.display_name FROM monthly_report_edition e JOIN account a ON a.id = e.submitted_by
                    WHERE e.report_id = :id ORDER BY e.edition""").bind("id", id).map(
                    (row, context) -> edition(row)).list();
            return handle.createQuery(ROW + "WHERE r.id = :id").bind("id", id).bind("today", days.today()).map(
                    (row, context) -> new Found(new ReportDetail(row(row), editions, row.getLong("version")),
                            Columns.ints(row, "ancestors"))).findOne();
        }).filter(found -> scope.covers(found.place())).orElseThrow(ProblemException::notFound);
    }

    private Scope scope(ReportFilter filter) {
        Scope scope = caller.scope(Permission.REPORT_READ);
        return filter.unit == null
                ? scope
                : scope.within(units.inScope(filter.unit, caller.scope(Permission.ORG_READ)).path());
    }

    private Query bind(Query query, ReportFilter filter) {
        REPORTS.bind(query, scope(filter));
        filter.values().forEach(query::bind);
        return query.bind("today", days.today());
    }

    private ReportRow row(ResultSet row) throws SQLException {
        LocalDate dueOn = Columns.requiredDate(row, "due_on");
        LocalDate submittedOn = Columns.date(row, "submitted_on");
        ReportLight reason = ReportLight.of(row.getInt("missed"), row.getInt("red_after"));
        return new ReportRow(row.getLong("id"), row.getInt("unit_id"), row.getString("unit_name"),
                row.getLong("round_id"), YearMonth.from(Columns.requiredDate(row, "month")).toString(), dueOn,
                ReportState.of(dueOn, submittedOn, days.today()), submittedOn, ReportLight.light(reason),
                reason == null ? null : language.refusal(reason.message()),
                row.getInt("editions"));
    }

    private ReportDetail.Edition edition(ResultSet row) throws SQLException {
        return new ReportDetail.Edition(row.getInt("edition"), row.getString("progress"),
                figures(row.getString("figures")), row.getString("reason"),
                Columns.requiredInstant(row, "submitted_at"), row.getString("display_name"));
    }

    private ReportFigures figures(String text) {
        try {
            return json.readValue(text, ReportFigures.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
