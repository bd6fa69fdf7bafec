package org.zhengdun.helpers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.organization.Units;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The attendance of first secretaries, from their visits. */
@RequestScoped
class AttendanceQueries {

    private static final ScopedSelect ASSIGNMENTS = new ScopedSelect("helper_assignment h", "h", List.of("id"),
            "case_id");
    /** Nothing can be logged before the case was created. */
    private static final String FIRST = """
            greatest(h.since, :from, (SELECT (e.created_at AT TIME ZONE 'Asia/Shanghai')::date
                                      FROM rectification_case e WHERE e.id = h.case_id))""";
    private static final String LAST = "least(coalesce(h.until, :to), :to)";
    private static final String LOGGED = """
            (SELECT count(DISTINCT v.visited_on) FROM visit v
             WHERE v.account_id = h.account_id AND v.visited_on BETWEEN %s AND %s)""".formatted(FIRST, LAST);
    private static final String REQUIRED = """
            (SELECT ceil(coalesce((r.settings ->> 'attendanceDays')::int, :days) * (%s - %s + 1) / :length::numeric)::int
             FROM rectification_case k JOIN round r ON r.id = k.round_id WHERE k.id = h.case_id)""".formatted(
            LAST,
            FIRST);
    private static final String IN_MONTH = """
            AND h.kind = 'FIRST_SECRETARY' AND h.since <= :to AND (h.until IS NULL OR h.until >= greatest(h.since, :from))
            AND h.id > :after AND %s <= %s""".formatted(
            FIRST, LAST);
    private static final String ROWS = """
            SELECT h.id, h.case_id, c.number, h.person, h.post, h.unit, h.account_id IS NOT NULL AS has_account, h.since,
                   h.until, %s AS logged, %s AS required
            FROM (%s) page JOIN helper_assignment h ON h.id = page.k1 JOIN rectification_case c ON c.id = h.case_id
            ORDER BY h.id""";

    private final Jdbi jdbi;
    private final Caller caller;
    private final Units units;
    private final Cursors cursors;
    private final Days days;

    AttendanceQueries(Jdbi jdbi, Caller caller, Units units, Cursors cursors, Days days) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.units = units;
        this.cursors = cursors;
        this.days = days;
    }

    Page<AttendanceRow> page(AttendanceFilter filter, PageRequest page) {
        YearMonth month = filter.month(YearMonth.from(days.today()));
        Scope scope = scope(filter);
        boolean self = scope.roots().isEmpty() && filter.unit == null;
        String where = IN_MONTH + (self ? " AND h.account_id = :self" : "")
                + (filter.shortfall == null ? "" : " AND (" + LOGGED + " < " + REQUIRED + ") = :shortfall");
        String sql = ROWS.formatted(LOGGED, REQUIRED, ASSIGNMENTS.page(scope, where, "ASC"));
        List<AttendanceRow> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("from", month.atDay(1)).bind("to", month.atEndOfMonth()).bind(
                    "length", month.lengthOfMonth()).bind("days", Settings.national().attendanceDays()).bind("after",
                            Cursors.number(cursors.after(page, List.of("0")).getFirst())).bind("shortfall",
                                    filter.shortfall).bind("self", self()).bind("limit", page.limit() + 1);
            ASSIGNMENTS.bind(query, scope);
            return query.map((row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.helperId()));
    }

    /** The granted units; who has none but helps in cases sees his own assignments. */
    private Scope scope(AttendanceFilter filter) {
        Scope scope = caller.scope(Permission.ATTENDANCE_READ);
        if (filter.unit != null) {
            return scope.within(units.inScope(filter.unit, caller.scope(Permission.ORG_READ)).path());
        }
        return scope.roots().isEmpty() ? scope : new Scope(scope.roots(), Set.of());
    }

    private long self() {
        return caller.account().orElseThrow().accountId();
    }

    private static AttendanceRow row(ResultSet row) throws SQLException {
        int logged = row.getInt("logged");
        int required = row.getInt("required");
        return new AttendanceRow(row.getLong("id"), row.getLong("case_id"), row.getString("number"),
                row.getString("person"), row.getString("post"), row.getString("unit"), row.getBoolean("has_account"),
                Columns.requiredDate(row, "since"), Columns.date(row, "until"), logged, required,
                Math.max(0, required - logged));
    }
}
