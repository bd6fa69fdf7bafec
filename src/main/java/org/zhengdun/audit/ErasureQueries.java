package org.zhengdun.audit;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads requests to erase, and the rows they concern. */
@RequestScoped
class ErasureQueries {

    private static final ScopedSelect ERASURES = new ScopedSelect("audit_erasure e", "e", List.of("id"), "");

    private final Jdbi jdbi;
    private final Cursors cursors;

    ErasureQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** What must be known of a row before its texts may go. */
    @SuppressWarnings("ArrayRecordComponent")
    record Subject(long entryId, int[] place, String action, boolean sealed) {}

    Page<ErasureRow> page(Scope scope, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        String keys = ERASURES.page(scope, "AND e.id < :before", "DESC");
        List<ErasureRow> rows = jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT e.* FROM audit_erasure e JOIN (" + keys
                    + ") k ON k.k1 = e.id ORDER BY e.id DESC");
            ERASURES.bind(query, scope);
            return query.bind("before", before).bind("limit", page.limit() + 1).map(
                    (row, context) -> ErasureRow.of(row)).list();
        });
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    Optional<Subject> subject(long entryId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT e.id, e.ancestors, e.action,
                       EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id) AS sealed
                FROM audit_entry e WHERE e.id = :id""").bind("id", entryId).map((row, context) -> new Subject(
                row.getLong("id"), Columns.ints(row, "ancestors"), row.getString("action"),
                row.getBoolean("sealed"))).findOne());
    }

    Optional<ErasureRow> ofEntry(long erasureId, long entryId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM audit_erasure WHERE id = :id AND entry_id = :entry").bind("id", erasureId).bind("entry",
                        entryId).map((row, context) -> ErasureRow.of(row)).findOne());
    }
}
