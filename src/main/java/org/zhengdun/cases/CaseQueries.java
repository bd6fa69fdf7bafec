package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Lateness;
import org.zhengdun.deadlines.LatenessSql;
import org.zhengdun.deadlines.Light;
import org.zhengdun.deadlines.Signal;
import org.zhengdun.organization.BranchKind;
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

/** Lists and counts of cases. */
@RequestScoped
class CaseQueries {

    static final int COUNT_BOUND = 10_000;
    private static final ScopedSelect BY_DEADLINE = new ScopedSelect("rectification_case c", "c",
            List.of("deadline_order", "id"), "id");
    private static final ScopedSelect BY_ID = new ScopedSelect("rectification_case c", "c", List.of("id"), "id");
    private static final LatenessSql LATENESS = CaseConditions.lateness("c");
    private static final String SUPERVISED = "SELECT v.case_id FROM supervision v WHERE v.ended_at IS NULL";
    private static final String CARRIED_OVER = "EXISTS (SELECT FROM carry_over o WHERE o.case_id = c.id)";
    private static final String ROWS = """
            SELECT c.id, c.number, c.ancestors, c.state, c.outcome, c.round_id, c.year, c.branch_id, b.code, b.name, c.branch_kind,
                   c.main_category, coalesce((SELECT bool_or(k.restricted) FROM category k WHERE k.code = c.main_category),
                       false) AS restricted, c.cycle, c.deadline, c.warn_on, c.suspended_until, c.created_at, c.version,
                   c.deadline_order, coalesce(n.problems, 0) AS problems, coalesce(n.closed, 0) AS closed,
                   1 + (SELECT count(*) FROM carry_over o WHERE o.case_id = c.id) AS years, EXISTS (
                       SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AS supervised, %s AS reports_missed
            FROM (%s) page JOIN rectification_case c ON c.id = page.%s JOIN org_unit b ON b.id = c.branch_id
            LEFT JOIN LATERAL (SELECT count(*) AS problems, count(*) FILTER (WHERE p.state = 'CLOSED') AS closed
                               FROM problem p WHERE p.case_id = c.id) n ON true
            ORDER BY %s""";

    private final Jdbi jdbi;
    private final Caller caller;
    private final Units units;
    private final Cursors cursors;
    private final Language language;
    private final Days days;

    CaseQueries(Jdbi jdbi, Caller caller, Units units, Cursors cursors, Language language, Days days) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.units = units;
        this.cursors = cursors;
        this.language = language;
        this.days = days;
    }

    Page<CaseRow> page(CaseFilter filter, PageRequest page) {
        return switch (filter.sort) {
            case deadline -> byDeadline(filter, page);
            case newest -> newest(filter, page);
        };
    }

    /** How many cases match, at most the bound. */
    int count(CaseFilter filter) {
        Scope scope = scope(filter);
        Map<String, Object> values = new HashMap<>();
        String sql = BY_ID.count(scope, where(filter, values));
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("bound", COUNT_BOUND);
            bind(query, BY_ID, scope, values);
            return query.mapTo(Integer.class).one();
        });
    }

    private Page<CaseRow> byDeadline(CaseFilter filter, PageRequest page) {
        List<String> after = cursors.after(page, List.of("0001-01-01", "0"));
        Map<String, Object> values = new HashMap<>();
        values.put("k1", Cursors.date(after.get(0)));
        values.put("k2", Cursors.number(after.get(1)));
        String where = where(filter, values) + " AND (c.deadline_order, c.id) > (:k1, :k2)";
        Scope scope = scope(filter);
        String sql = rowsOf(BY_DEADLINE.page(scope, where, "ASC", page.limit()), "k2", "page.k1, page.k2");
        return cursors.page(page, rows(sql, BY_DEADLINE, scope, values, page),
                row -> List.of(row.deadlineOrder(), row.id()));
    }

    private Page<CaseRow> newest(CaseFilter filter, PageRequest page) {
        List<String> after = cursors.after(page, List.of(Long.toString(Long.MAX_VALUE)));
        Map<String, Object> values = new HashMap<>();
        values.put("k1", Cursors.number(after.getFirst()));
        String where = where(filter, values) + " AND c.id < :k1";
        Scope scope = scope(filter);
        String sql = rowsOf(BY_ID.page(scope, where, "DESC", page.limit()), "k1", "page.k1 DESC");
        return cursors.page(page, rows(sql, BY_ID, scope, values, page), row -> List.of(row.id()));
    }

    private static String rowsOf(String page, String key, String order) {
        return ROWS.formatted(MissedReports.ofCase("c"), page, key, order);
    }

    private List<CaseRow> rows(String sql, ScopedSelect select, Scope scope, Map<String, Object> values,
            PageRequest page) {
        LocalDate today = days.today();
        Scope internal = caller.internalScope(Permission.CASE_READ);
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("limit", page.limit() + 1).bind("today", today);
            bind(query, select, scope, values);
            return query.map((row, context) -> row(row, today, internal)).list();
        });
    }

    private static void bind(Query query, ScopedSelect select, Scope scope, Map<String, Object> values) {
        select.bind(query, scope);
        values.forEach(query::bind);
    }

    private Scope scope(CaseFilter filter) {
        Scope scope = filter.mainCategory == null
                ? caller.scope(Permission.CASE_READ)
                : caller.internalScope(Permission.CASE_READ);
        if (filter.mainCategory != null && scope.isEmpty()) {
            throw ProblemException.ruleViolated("restricted-rows");
        }
        return filter.unit == null
                ? scope
                : scope.within(units.inScope(filter.unit, caller.scope(Permission.ORG_READ)).path());
    }

    private String where(CaseFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        equal("c.state", filter.state == null ? null : filter.state.name(), where, values);
        if (filter.roundId != null) {
            values.put("round", filter.roundId);
            where.append(" AND ").append(CountedCases.IN_ROUND);
        }
        equal("c.branch_id", filter.branchId, where, values);
        equal("c.branch_kind", filter.branchKind == null ? null : filter.branchKind.name(), where, values);
        equal("c.main_category", filter.mainCategory, where, values);
        if (filter.active != null) {
            where.append(" AND c.state ").append(filter.active ? "NOT IN" : "IN").append(
                    " ('REJECTED', 'CLOSED', 'CANCELLED')");
        }
        if (filter.overdue != null) {
            values.put("today", days.today());
            where.append(filter.overdue ? " AND c.deadline_order < :today AND " : " AND NOT ").append(
                    LATENESS.overdue());
        }
        if (filter.light != null) {
            values.put("today", days.today());
            where.append(" AND ").append(LATENESS.light()).append(" = '").append(filter.light).append('\'');
        }
        only("c.id IN (" + SUPERVISED + ")", filter.underSupervision, where);
        only(CARRIED_OVER, filter.carriedOver, where);
        return where.toString();
    }

    private static void only(String condition, @Nullable Boolean wanted, StringBuilder where) {
        if (wanted != null) {
            where.append(wanted ? " AND " : " AND NOT ").append(condition);
        }
    }

    private static void equal(String column, @Nullable Object value, StringBuilder where,
            Map<String, Object> values) {
        if (value != null) {
            String name = column.substring(2);
            where.append(" AND ").append(column).append(" = :").append(name);
            values.put(name, value);
        }
    }

    /**
     * Reads a row of a list.
     *
     * @param internal where the category is told; machines that pull statistics would learn small figures (ADR 24)
     */
    private CaseRow row(ResultSet row, LocalDate today, Scope internal) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        Lateness lateness = state.lateness(row);
        Optional<Signal> signal = lateness.signal(today);
        boolean told = internal.coversCase(row.getLong("id"), Columns.ints(row, "ancestors"));
        boolean restricted = row.getBoolean("restricted");
        return new CaseRow(row.getLong("id"), row.getString("number"), state,
                Columns.constant(row, "outcome", Outcome.class), row.getLong("round_id"), row.getInt("year"),
                row.getInt("branch_id"), row.getString("code"), row.getString("name"),
                BranchKind.valueOf(row.getString("branch_kind")),
                told && !restricted ? row.getString("main_category") : null, told && restricted ? true : null,
                row.getInt("cycle"),
                lateness.dueOn(), lateness.isOverdue(today), signal.map(Signal::light).orElse(null),
                signal.map(Signal::reason).map(language::refusal).orElse(null), row.getInt("problems"),
                row.getInt("closed"), row.getInt("years"), row.getBoolean("supervised"),
                Columns.requiredInstant(row, "created_at"), row.getLong("version"),
                row.getObject("deadline_order", LocalDate.class));
    }
}
