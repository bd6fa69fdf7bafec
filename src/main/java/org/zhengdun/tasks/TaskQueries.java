package org.zhengdun.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.deadlines.Lateness;
import org.zhengdun.deadlines.Signal;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.CallerGrants.Account;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Language;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads the tasks of the caller: one statement, one page of each source that his roles give him. */
@RequestScoped
class TaskQueries {

    private static final String LAST_DAY = "9999-12-31";
    private static final String SOURCE = "SELECT '%s' AS kind, %d AS rank, '%s' AS base, p.k1 AS due, p.k2 AS id FROM (%s) p";
    private static final String PAGE = """
            SELECT t.kind, t.rank, t.due, t.id, c.id AS case_id, c.number, u.id AS unit_id, u.name AS unit_name,
                CASE t.base WHEN 'DEADLINE' THEN d.subject_id WHEN 'EXTENSION' THEN x.id WHEN 'OPINION' THEN o.id
                    WHEN 'PROBLEM' THEN p.id WHEN 'ALERT' THEN a.years WHEN 'SPOT_CHECK' THEN s.sample_id
                    ELSE coalesce(k.id, c.id) END AS subject_id,
                CASE t.base WHEN 'CASE' THEN c.warn_on WHEN 'PROBLEM' THEN t.due - (c.deadline - c.warn_on)
                    ELSE d.warn_on END AS warn_on,
                CASE WHEN t.base IN ('CASE', 'PROBLEM') THEN c.suspended_until ELSE d.resumes_on END AS resumes_on
            FROM (SELECT * FROM (%s) every ORDER BY due, rank, id LIMIT :limit) t
            LEFT JOIN deadline d ON t.base IN ('DEADLINE', 'EXTENSION') AND d.id = t.id
            LEFT JOIN extension x ON t.base = 'EXTENSION' AND x.deadline_id = d.id AND x.state = 'PENDING'
            LEFT JOIN department_opinion o ON t.base = 'OPINION' AND o.id = t.id
            LEFT JOIN problem p ON t.base = 'PROBLEM' AND p.id = t.id
            LEFT JOIN accountability_alert a ON t.base = 'ALERT' AND a.id = t.id
            LEFT JOIN sample_item s ON t.base = 'SPOT_CHECK' AND s.id = t.id
            LEFT JOIN rectification_case c ON c.id = CASE WHEN t.base IN ('DEADLINE', 'EXTENSION') THEN d.case_id
                WHEN t.base = 'CASE' OR t.base = 'OBSERVATION' THEN t.id
                ELSE coalesce(o.case_id, p.case_id, a.case_id, s.case_id) END
            LEFT JOIN acceptance_check k ON t.kind = 'RECORD_CHECK' AND k.case_id = c.id AND k.state = 'RUNNING'
            JOIN org_unit u ON u.id = coalesce(c.branch_id, d.unit_id)
            ORDER BY t.due, t.rank, t.id""";

    private final Jdbi jdbi;
    private final Caller caller;
    private final Cursors cursors;
    private final Language language;
    private final Days days;

    TaskQueries(Jdbi jdbi, Caller caller, Cursors cursors, Language language, Days days) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.cursors = cursors;
        this.language = language;
        this.days = days;
    }

    /** A source with what the caller covers in its roles; its parameters have names of their own. */
    private record Covered(TaskSource source, Scope scope, String prefix) {

        String sql() {
            TaskKind kind = source.kind();
            TaskBase base = source.base();
            String where = base.condition() + " " + source.condition() + " AND (" + base.order(kind)
                    + ") > (:k1, :k2, :k3)";
            return SOURCE.formatted(kind, kind.ordinal(), base, base.select().page(scope, where, "ASC", prefix));
        }
    }

    Page<TaskRow> page(PageRequest page) {
        List<String> after = cursors.after(page, List.of("0001-01-01", "0", Long.toString(Long.MIN_VALUE)));
        LocalDate due = Cursors.date(after.get(0));
        int rank = (int) Cursors.number(after.get(1));
        long id = Cursors.number(after.get(2));
        List<Covered> sources = covered();
        if (sources.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String sql = PAGE.formatted(String.join(" UNION ", sources.stream().map(Covered::sql).toList()));
        List<TaskRow> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql);
            sources.forEach(
                    covered -> covered.source().base().select().bind(query, covered.scope(), covered.prefix()));
            return query.bind("k1", due).bind("k2", rank).bind("k3", id).bind("limit", page.limit() + 1).bind("today",
                    days.today()).bind("me", caller.account().map(Account::accountId).orElse(0L)).map(
                            (row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.order(), row.kind().ordinal(), row.id()));
    }

    private List<Covered> covered() {
        List<Covered> covered = new ArrayList<>();
        for (TaskSource source : TaskSource.ALL) {
            Scope scope = caller.scope(source.roles());
            if (!scope.isEmpty()) {
                covered.add(new Covered(source, scope, "s" + covered.size() + "_"));
            }
        }
        return covered;
    }

    private TaskRow row(ResultSet row) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        LocalDate order = Columns.requiredDate(row, "due");
        LocalDate dueOn = order.equals(LocalDate.parse(LAST_DAY)) ? null : order;
        Signal signal = new Lateness(true, dueOn, Columns.date(row, "warn_on"),
                Columns.date(row, "resumes_on")).signal(days.today()).orElseThrow();
        long subject = row.getLong("subject_id");
        return new TaskRow(kind, language.label(kind), Columns.number(row, "case_id"), row.getString("number"),
                row.getInt("unit_id"), row.getString("unit_name"), subject, dueOn, signal.light(),
                language.refusal(signal.reason()), kind.href(row.getLong("case_id"), subject), order,
                row.getLong("id"));
    }
}
