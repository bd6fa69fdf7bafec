package org.zhengdun.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads grants. */
@ApplicationScoped
class GrantQueries {

    private static final ScopedSelect GRANTS = new ScopedSelect("access_grant g", "g", List.of("id"), "");
    private static final String COLUMNS = """
            SELECT g.*, a.issuer, a.subject, a.display_name, u.name AS unit_name,
                   b.display_name AS grantor, c.display_name AS revoker
            FROM access_grant g JOIN account a ON a.id = g.account_id JOIN org_unit u ON u.id = g.org_unit_id
            LEFT JOIN account b ON b.id = g.granted_by LEFT JOIN account c ON c.id = g.revoked_by""";

    /** A grant with what stands beside it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(GrantRow row, int[] place, int version) {}

    private final Jdbi jdbi;
    private final Cursors cursors;
    private final Days days;

    GrantQueries(Jdbi jdbi, Cursors cursors, Days days) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.days = days;
    }

    Page<GrantRow> page(Scope scope, GrantFilter filter, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        String role = filter.storedRole();
        String keys = GRANTS.page(scope, "AND g.id < :before" + filter.where(), "DESC");
        List<GrantRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery(COLUMNS + " JOIN (" + keys + ") k ON k.k1 = g.id ORDER BY g.id DESC");
            GRANTS.bind(query, scope);
            return query.bind("before", before).bind("subject", filter.subject).bind("role", role).bind("unit",
                    filter.unitId).bind("now", days.now()).bind("limit", page.limit() + 1).map(
                            (row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    /** The grant, or 404 when it is not in the scope. */
    Found find(long id, Scope scope) {
        Found found = find(id);
        if (!scope.covers(found.place())) {
            throw ProblemException.notFound();
        }
        return found;
    }

    Found find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " WHERE g.id = :id").bind("id", id).map((row,
                context) -> new Found(row(row), Columns.ints(row, "ancestors"),
                        row.getInt("version"))).findOne()).orElseThrow(
                                ProblemException::notFound);
    }

    private static GrantRow row(ResultSet row) throws SQLException {
        return new GrantRow(row.getLong("id"), row.getString("issuer"), row.getString("subject"),
                row.getString("display_name"), Role.valueOf(row.getString("role")),
                Columns.constant(row, "department", Department.class), row.getInt("org_unit_id"),
                row.getString("unit_name"), Columns.requiredInstant(row, "valid_from"),
                Columns.instant(row, "valid_to"), row.getString("grantor"), Columns.requiredInstant(row, "granted_at"),
                row.getString("revoker"), Columns.instant(row, "revoked_at"));
    }
}
