package org.zhengdun.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.opinions.OpinionTask.NominatedProblem;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.Grouped;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads what was sent to a department, and nothing else of a case. */
@RequestScoped
class TaskQueries {

    private static final ScopedSelect TASKS = new ScopedSelect("department_opinion o", "o", List.of("id"), "");
    private static final String MINE = """
            AND o.department = ANY(:departments)
            AND EXISTS (SELECT FROM unnest(:departments, :counties) seat(department, county)
                        WHERE seat.department = o.department AND seat.county = ANY(o.ancestors))
            AND o.id < :before""";
    private static final String ROWS = """
            SELECT o.*, c.number, c.year, c.branch_id, c.branch_kind, c.cause, b.name, u.name AS unit_name
            FROM %s JOIN rectification_case c ON c.id = o.case_id JOIN org_unit b ON b.id = c.branch_id
            JOIN org_unit u ON u.id = b.parent_id""";
    private static final String PROBLEMS = """
            SELECT p.case_id, p.category, p.fact, p.source, p.restricted FROM problem p
            JOIN rectification_case c ON c.id = p.case_id
            WHERE p.case_id = ANY(:cases) AND (c.confirmed_at IS NULL OR p.created_at <= c.confirmed_at)
            ORDER BY p.id""";

    private static final String OPEN = "o.answer IS NULL AND o.closed_at IS NULL";

    private final Jdbi jdbi;
    private final Caller caller;
    private final Desk desk;
    private final Cursors cursors;
    private final Days days;

    TaskQueries(Jdbi jdbi, Caller caller, Desk desk, Cursors cursors, Days days) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.desk = desk;
        this.cursors = cursors;
        this.days = days;
    }

    /** What was sent to the departments of the caller, newest first. */
    Page<OpinionTask> page(@Nullable Boolean open, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        List<Desk.Seat> seats = desk.seats();
        Scope scope = caller.scope(Permission.OPINION_ANSWER);
        String keys = TASKS.page(scope, MINE + (open == null ? "" : " AND (" + OPEN + ") = " + open), "DESC");
        List<OpinionTask> tasks = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(
                    ROWS.formatted("(" + keys + ") k JOIN department_opinion o ON o.id = k.k1")
                            + " ORDER BY o.id DESC");
            TASKS.bind(query, scope);
            query.bind("departments", seats.stream().map(seat -> seat.department().name()).toArray(String[]::new));
            query.bind("counties", seats.stream().mapToInt(seat -> seat.county().unitId()).toArray());
            return withProblems(handle, query.bind("before", before).bind("limit", page.limit() + 1).map(
                    (row, context) -> task(row)).list());
        });
        return cursors.page(page, tasks, task -> List.of(task.id()));
    }

    /** What was sent to a department of the caller, or 404. */
    OpinionTask find(long opinionId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS.formatted("department_opinion o")
                + " WHERE o.id = :id").bind("id", opinionId).map((row, context) -> task(row)).findOne().filter(
                        task -> desk.holds(task.department(), task.place())).map(
                                task -> withProblems(handle, List.of(task)).getFirst())).orElseThrow(
                                        ProblemException::notFound);
    }

    private static List<OpinionTask> withProblems(Handle handle, List<OpinionTask> tasks) {
        Map<Long, List<NominatedProblem>> problems = Grouped.by(
                handle.createQuery(PROBLEMS).bind("cases",
                        tasks.stream().mapToLong(OpinionTask::caseId).distinct().toArray()),
                "case_id", row -> new NominatedProblem(row.getString("category"), row.getString("fact"),
                        row.getString("source"), row.getBoolean("restricted")));
        return tasks.stream().map(task -> task.with(problems.getOrDefault(task.caseId(), List.of()))).toList();
    }

    private OpinionTask task(ResultSet row) throws SQLException {
        return new OpinionTask(row.getLong("id"), row.getLong("case_id"), row.getString("number"), row.getInt("year"),
                row.getInt("branch_id"), row.getString("name"), BranchKind.valueOf(row.getString("branch_kind")),
                row.getString("unit_name"), row.getString("cause"), List.of(),
                Department.valueOf(row.getString("department")),
                OpinionStatus.of(Columns.requiredDate(row, "due_on"), Columns.date(row, "answered_on"),
                        row.getTimestamp("closed_at") != null, days.today()),
                Columns.requiredDate(row, "due_on"), Columns.requiredInstant(row, "requested_at"),
                Columns.constant(row, "answer", Answer.class), row.getString("text"),
                Columns.date(row, "answered_on"), row.getInt("version"), Columns.ints(row, "ancestors"));
    }
}
