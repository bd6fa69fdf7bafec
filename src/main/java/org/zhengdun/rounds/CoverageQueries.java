package org.zhengdun.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.settings.ScreeningRules;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Lists the branches of a round by whether they were looked at. */
@RequestScoped
class CoverageQueries {

    private static final ScopedSelect BRANCHES = new ScopedSelect("org_unit b", "b", List.of("code"), "");
    private static final String ROWS = """
            SELECT b.id, b.code, b.name, b.branch_kind, b.parent_id, p.name AS parent_name, s.id AS record, s.result,
                s.screened_on, coalesce(f.secretary_status = 'VACANT' AND f.secretary_vacant_since < :vacantBefore, false)
                    AS vacant_long, coalesce(f.secretary_to_replace, false) AS to_replace
            FROM (%s) k JOIN org_unit b ON b.code = k.k1 JOIN org_unit p ON p.id = b.parent_id
            LEFT JOIN screening s ON s.round_id = :round AND s.branch_id = b.id AND s.superseded_at IS NULL
            LEFT JOIN branch_fact f ON f.branch_id = b.id AND f.valid_to IS NULL
            ORDER BY b.code""";

    private final Jdbi jdbi;
    private final Cursors cursors;
    private final Days days;

    CoverageQueries(Jdbi jdbi, Cursors cursors, Days days) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.days = days;
    }

    Page<CoverageBranchRow> page(RoundDetail round, RoundArea area, CoverageFilter filter, PageRequest page) {
        String after = cursors.after(page, List.of("")).getFirst();
        String sql = ROWS.formatted(
                BRANCHES.page(area.scope(), RoundBranches.ACTIVE + RoundBranches.OF_ROUND + " AND b.code > :after"
                        + filter.where(), "ASC"));
        ScreeningRules rules = round.settings().screening();
        LocalDate today = days.today();
        List<CoverageBranchRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            BRANCHES.bind(query, area.scope());
            RoundBranches.bindHolder(query, area);
            return query.bind("round", round.id()).bind("after", after).bind("today", today).bind("vacantBefore",
                    today.minusMonths(rules.vacancyMonths())).bind("kind",
                            filter.branchKind == null ? null : filter.branchKind.name()).bind("limit",
                                    page.limit() + 1).map((row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.code()));
    }

    private static CoverageBranchRow row(ResultSet row) throws SQLException {
        return new CoverageBranchRow(row.getInt("id"), row.getString("code"), row.getString("name"),
                BranchKind.valueOf(row.getString("branch_kind")), row.getInt("parent_id"),
                row.getString("parent_name"), Columns.number(row, "record") != null,
                Columns.constant(row, "result", ScreeningResult.class), Columns.date(row, "screened_on"), hints(row));
    }

    private static List<ScreeningHint> hints(ResultSet row) throws SQLException {
        List<ScreeningHint> hints = new ArrayList<>();
        if (row.getBoolean("vacant_long")) {
            hints.add(ScreeningHint.SECRETARY_VACANT_LONG);
        }
        if (row.getBoolean("to_replace")) {
            hints.add(ScreeningHint.SECRETARY_TO_REPLACE);
        }
        return hints;
    }
}
