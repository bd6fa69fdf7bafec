package org.zhengdun.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads the audit trail. */
@RequestScoped
class AuditQueries {

    private static final ScopedSelect ENTRIES = new ScopedSelect("audit_entry e", "e", List.of("id"), "");

    private final Jdbi jdbi;
    private final Cursors cursors;

    AuditQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    Page<AuditRow> page(Scope scope, AuditFilter filter, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        Instant from = filter.from();
        Instant to = filter.to();
        String keys = ENTRIES.page(scope, "AND e.id < :before" + filter.where(), "DESC");
        List<AuditRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                    "SELECT e.* FROM audit_entry e JOIN (" + keys + ") k ON k.k1 = e.id ORDER BY e.id DESC");
            ENTRIES.bind(query, scope);
            return query.bind("before", before).bind("entity", filter.entity).bind("entityId", filter.entityId).bind(
                    "action", filter.action).bind("from", from).bind("to", to).bind("limit", page.limit() + 1).map(
                            (row, context) -> row(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        @Nullable
        String role = row.getString("role");
        return new AuditRow(row.getLong("id"), Columns.requiredInstant(row, "at"), row.getString("actor"),
                role == null ? null : role.toLowerCase(Locale.ROOT), row.getInt("unit_id"), row.getString("action"),
                row.getString("entity"), row.getString("entity_id"), row.getString("reason"),
                row.getString("trace_id"), row.getString("client_address"), row.getString("before"),
                row.getString("after"));
    }
}
