package org.zhengdun.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads screening records. */
@RequestScoped
class ScreeningQueries {

    private static final ScopedSelect CURRENT = new ScopedSelect("screening s", "s", List.of("id"), "");
    private static final String ROWS = """
            SELECT s.*, u.code, u.name, u.branch_kind, a.display_name FROM %s
            JOIN org_unit u ON u.id = s.branch_id JOIN account a ON a.id = s.recorded_by""";

    private final Jdbi jdbi;
    private final Cursors cursors;

    ScreeningQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** The current records of the round in the scope, latest recorded first. */
    Page<ScreeningRow> page(long roundId, Scope scope, ScreeningFilter filter, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        String keys = CURRENT.page(scope,
                "AND s.round_id = :round AND s.superseded_at IS NULL AND s.id < :before" + filter.where(), "DESC");
        String sql = ROWS.formatted("(" + keys + ") k JOIN screening s ON s.id = k.k1") + " ORDER BY s.id DESC";
        List<ScreeningRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            CURRENT.bind(query, scope);
            return query.bind("round", roundId).bind("before", before).bind("method", name(filter.method)).bind(
                    "result", name(filter.result)).bind("outside", filter.outsideWindow).bind("limit",
                            page.limit() + 1).map((row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    /** The current record of a branch in the round, or 404. */
    ScreeningRow current(long roundId, int branchId) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS.formatted("screening s")
                + " WHERE s.round_id = :round AND s.branch_id = :branch AND s.superseded_at IS NULL").bind("round",
                        roundId).bind("branch", branchId).map((row, context) -> row(row)).findOne()).orElseThrow(
                                ProblemException::notFound);
    }

    /** Every version of the record of a branch, newest first. */
    Page<ScreeningRow> versions(long roundId, int branchId, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Integer.toString(Integer.MAX_VALUE))).getFirst());
        List<ScreeningRow> rows = jdbi.withHandle(handle -> handle.createQuery(ROWS.formatted("screening s")
                + " WHERE s.round_id = :round AND s.branch_id = :branch AND s.version < :before"
                + " ORDER BY s.version DESC LIMIT :limit").bind("round", roundId).bind("branch", branchId).bind(
                        "before", before).bind("limit", page.limit() + 1).map((row, context) -> row(row)).list());
        return cursors.page(page, rows, row -> List.of(row.version()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static ScreeningRow row(ResultSet row) throws SQLException {
        return new ScreeningRow(row.getLong("id"), row.getInt("branch_id"), row.getString("code"),
                row.getString("name"), BranchKind.valueOf(row.getString("branch_kind")), row.getInt("version"),
                ScreeningMethod.valueOf(row.getString("method")), ScreeningResult.valueOf(row.getString("result")),
                row.getString("findings"), row.getString("evidence"), Columns.requiredDate(row, "screened_on"),
                row.getBoolean("outside_window"), row.getString("reason"), row.getString("display_name"),
                Columns.requiredInstant(row, "recorded_at"), Columns.instant(row, "superseded_at"));
    }
}
