package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;

/** The cycles of one branch in the caller's scope. */
@RequestScoped
class CycleQueries {

    private static final String CYCLES = """
            SELECT c.*, c.year - coalesce(o.carried, 0) AS first_year, 1 + coalesce(o.carried, 0) AS years,
                   c.confirmed_at IS NOT NULL AND %s AS relisted, n.relisted_at,
                   coalesce((r.settings ->> 'relapseWindowMonths')::integer, %d) AS relapse_window
            FROM rectification_case c JOIN round r ON r.id = c.round_id
            LEFT JOIN LATERAL (SELECT count(*)::integer AS carried FROM carry_over o WHERE o.case_id = c.id) o ON true
            LEFT JOIN LATERAL (SELECT min(n.confirmed_at) AS relisted_at FROM rectification_case n
                               WHERE n.branch_id = c.branch_id AND n.id > c.id AND %s) n ON true
            WHERE c.branch_id = :branch
              AND (c.confirmed_at IS NOT NULL OR c.state NOT IN ('REJECTED', 'CLOSED', 'CANCELLED'))
            ORDER BY c.id DESC""".formatted(Relisting.WITHIN_YEARS, Settings.national().relapseWindowMonths(),
            CaseConditions.listed("n"));

    private final Jdbi jdbi;
    private final Units units;
    private final Caller caller;

    CycleQueries(Jdbi jdbi, Units units, Caller caller) {
        this.jdbi = jdbi;
        this.units = units;
        this.caller = caller;
    }

    private record Placed(CycleRow row, boolean visible) {}

    /** The cycles, newest first; 404 for a branch outside the scope. */
    List<CycleRow> ofBranch(int branchId) {
        Scope scope = caller.scope(Permission.CASE_READ);
        Unit branch = units.branchInScope(branchId, scope);
        return jdbi.withHandle(handle -> handle.createQuery(CYCLES).bind("branch", branch.id()).map(
                (row, context) -> new Placed(row(row),
                        scope.covers(Columns.ints(row, "ancestors")))).list()).stream().filter(
                                Placed::visible).map(Placed::row).toList();
    }

    private static CycleRow row(ResultSet row) throws SQLException {
        int revocations = row.getInt("relapses");
        List<RelapseKind> relapses = RelapseKind.of(revocations, Columns.instant(row, "transformed_at"),
                Columns.instant(row, "relisted_at"), row.getInt("relapse_window"));
        return new CycleRow(row.getLong("id"), row.getString("number"), row.getInt("cycle"),
                CaseState.valueOf(row.getString("state")), Columns.constant(row, "outcome", Outcome.class),
                row.getInt("first_year"), row.getInt("year"), row.getInt("years"), row.getString("main_category"),
                Columns.date(row, "decided_on"), Columns.instant(row, "transformed_at"),
                Columns.instant(row, "closed_at"), Columns.number(row, "former_case_id"), row.getBoolean("relisted"),
                revocations, relapses, relapses.stream().anyMatch(RelapseKind::counts));
    }
}
