package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
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
                   coalesce((r.settings ->> 'relapseWindowMonths')::integer, %d) AS relapse_window,
                   f.left_at, b.code AS branch_code, b.name AS branch_name,
                   EXISTS (SELECT FROM category k WHERE k.code = c.main_category AND k.restricted) AS withheld
            FROM rectification_case c JOIN round r ON r.id = c.round_id JOIN org_unit b ON b.id = c.branch_id
            LEFT JOIN former_branch f ON f.case_id = c.id AND f.branch_id = :branch
            LEFT JOIN LATERAL (SELECT count(*)::integer AS carried FROM carry_over o WHERE o.case_id = c.id) o ON true
            LEFT JOIN LATERAL (SELECT min(n.confirmed_at) AS relisted_at FROM rectification_case n
                               WHERE n.branch_id = c.branch_id AND n.id > c.id AND %s) n ON true
            WHERE c.id = ANY(ARRAY(SELECT id FROM rectification_case WHERE branch_id = :branch
                                   UNION ALL SELECT case_id FROM former_branch WHERE branch_id = :branch))
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
        Scope internal = caller.internalScope(Permission.CASE_READ);
        Unit branch = units.branchInScope(branchId, scope);
        return jdbi.withHandle(handle -> handle.createQuery(CYCLES).bind("branch", branch.id()).map(
                (row, context) -> new Placed(row(row, internal),
                        scope.covers(Columns.ints(row, "ancestors")))).list()).stream().filter(
                                Placed::visible).map(Placed::row).toList();
    }

    /** Where the case went when the branch was merged; null while it is still a case of this branch. */
    private static CycleRow.@Nullable HandedOver handedOver(ResultSet row) throws SQLException {
        Instant left = Columns.instant(row, "left_at");
        return left == null
                ? null
                : new CycleRow.HandedOver(row.getInt("branch_id"), row.getString("branch_code"),
                        row.getString("branch_name"), left);
    }

    private static CycleRow row(ResultSet row, Scope internal) throws SQLException {
        int revocations = row.getInt("relapses");
        List<RelapseKind> relapses = RelapseKind.of(revocations, Columns.instant(row, "transformed_at"),
                Columns.instant(row, "relisted_at"), row.getInt("relapse_window"));
        return new CycleRow(row.getLong("id"), row.getString("number"), row.getInt("cycle"),
                CaseState.valueOf(row.getString("state")), Columns.constant(row, "outcome", Outcome.class),
                row.getInt("first_year"), row.getInt("year"), row.getInt("years"),
                internal.covers(Columns.ints(row, "ancestors")) && !row.getBoolean("withheld")
                        ? row.getString("main_category")
                        : null,
                Columns.date(row, "decided_on"), Columns.instant(row, "transformed_at"),
                Columns.instant(row, "closed_at"), Columns.number(row, "former_case_id"), row.getBoolean("relisted"),
                revocations, relapses, relapses.stream().anyMatch(RelapseKind::counts), handedOver(row));
    }
}
