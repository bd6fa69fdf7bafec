package org.zhengdun.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.World;

/** Cases with their parts and facts of branches, written straight into the tables, under one world. */
public final class FormWorld {

    private final Jdbi jdbi;
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final long proposer;
    private int cases;

    public FormWorld(Jdbi jdbi, World world) {
        this.jdbi = jdbi;
        this.proposer = world.person(Role.TOWNSHIP, world.township()).accountId();
        for (int column = 4; column <= 13; column++) {
            insert("""
                    INSERT INTO category (code, version, owner_id, name_zh, name_en, grouping, leads, supports, form_column,
                                          restricted, valid_from)
                    VALUES (?, 1, ?, 'x', 'x', 'NONE', '{}', '{}', ?, false, now())""",
                    category(column), world.province(), column);
        }
    }

    /** Code of a category that belongs to the column. */
    String category(int column) {
        return prefix + "-" + column;
    }

    /** A confirmed case of the branch. */
    public long confirmedCase(int branch, int year, int formColumn) {
        jdbi.useHandle(handle -> handle.execute(
                """
                        INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                        SELECT u.id, u.ancestors, ?, 'r', '2020-01-01', '2030-01-01', 'OPEN', '{}', ?, now()
                        FROM org_unit u JOIN org_unit b ON b.ancestors[4] = u.id WHERE b.id = ? AND u.ancestors[4] = u.id
                        ON CONFLICT DO NOTHING""",
                year, proposer, branch));
        return insert(
                """
                        INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id, ancestors,
                            state, cycle, main_category, main_category_version, proposed_by, confirmed_at, version, created_at, changed_at)
                        SELECT ?, r.id, r.year, b.id, b.branch_kind, b.id, b.ancestors, 'RECTIFYING', 1, ?, 1, ?,
                               now(), 0, now(), now()
                        FROM org_unit b JOIN round r ON r.unit_id = b.ancestors[4] AND r.year = ? WHERE b.id = ? RETURNING id""",
                prefix + "-" + ++cases, category(formColumn), proposer, year, branch);
    }

    /** The case is carried over into the next year. */
    void carryOver(long caseId) {
        insert("""
                INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                SELECT r.unit_id, r.ancestors, r.year + 1, 'r', '2020-01-01', '2030-01-01', 'OPEN', '{}', r.opened_by, now()
                FROM round r JOIN rectification_case c ON c.round_id = r.id WHERE c.id = ? ON CONFLICT DO NOTHING""",
                caseId);
        insert("""
                INSERT INTO carry_over (case_id, years, from_round_id, from_year, to_round_id, to_year, deadline, reason,
                    carried_at, carried_by)
                SELECT c.id, 2, f.id, f.year, t.id, t.year, '2030-01-01', 'r', now(), c.proposed_by
                FROM rectification_case c JOIN round f ON f.id = c.round_id
                JOIN round t ON t.unit_id = f.unit_id AND t.year = f.year + 1 WHERE c.id = ?""",
                caseId);
        insert("""
                UPDATE rectification_case c SET round_id = o.to_round_id, year = o.to_year FROM carry_over o
                WHERE o.case_id = c.id AND c.id = ?""", caseId);
    }

    /** A fact about the branch with a secretary in office who needs nothing. */
    long fact(int branch, String from) {
        return insert("""
                INSERT INTO branch_fact (branch_id, valid_from, branch_kind, urban, registered_poor_village, members,
                    secretary_status, secretary_to_replace, reported_by, reported_at)
                VALUES (?, ?::date, 'VILLAGE', false, false, 9, 'FILLED', false, ?, now()) RETURNING id""", branch,
                from,
                proposer);
    }

    long helper(long caseId, String kind, String since) {
        return insert("""
                INSERT INTO helper_assignment (case_id, kind, unit, since, assigned_by, assigned_at)
                VALUES (?, ?, 'u', ?::date, ?, now()) RETURNING id""", caseId, kind, since, proposer);
    }

    public long closedProblem(long caseId, String closedAt) {
        return insert("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                    closed_at, created_at)
                SELECT id, ancestors, main_category, 1, false, 'f', 's', 'CLOSED', ?::timestamptz, now()
                FROM rectification_case WHERE id = ? RETURNING id""", closedAt, caseId);
    }

    void measureDone(long problemId, String kind, String doneOn) {
        insert("""
                INSERT INTO measure (case_id, problem_id, kind, description, starts_on, due_on, state, done_on)
                SELECT case_id, id, ?, 'd', '2020-01-01', '2030-01-01', 'DONE', ?::date FROM problem WHERE id = ?""",
                kind,
                doneOn, problemId);
    }

    /** The case comes under direct supervision of the city. */
    void supervise(long caseId) {
        insert("""
                INSERT INTO supervision (case_id, role, unit_id, leader_name, leader_post, deadline, report_frequency, reason,
                    listed_at, listed_by)
                SELECT id, 'CITY_ORG', ancestors[3], 'n', 'p', '2030-01-01', 'MONTHLY', 'r', now(), proposed_by
                FROM rectification_case WHERE id = ?""",
                caseId);
    }

    /** A monthly report of a township. */
    void report(int township, YearMonth month, LocalDate dueOn, LocalDate submittedOn) {
        insert("""
                INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                SELECT id, ancestors, 2000, 'r', '2020-01-01', '2030-01-01', 'OPEN', '{}', ?, now()
                FROM org_unit WHERE id = ? ON CONFLICT DO NOTHING""",
                proposer, township);
        insert("""
                INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at, submitted_on,
                    editions)
                SELECT r.id, u.id, u.ancestors, ?, ?, 2, now(), ?, 1 FROM org_unit u
                JOIN round r ON r.unit_id = u.id AND r.year = 2000 WHERE u.id = ?""",
                month.atDay(1), dueOn, submittedOn,
                township);
    }

    /** Sets columns of one row. */
    public void set(String table, long id, String assignments) {
        jdbi.useHandle(handle -> handle.execute("UPDATE " + table + " SET " + assignments + " WHERE id = ?", id));
    }

    private long insert(String sql, Object... values) {
        return jdbi.withHandle(handle -> {
            if (!sql.contains("RETURNING")) {
                return (long) handle.execute(sql, values);
            }
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Long.class).one();
        });
    }
}
