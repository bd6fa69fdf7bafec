package org.zhengdun.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.persistence.Columns;

/** Rows of a chain that none of its seals covers: those that wait, and those that should not be there. */
@ApplicationScoped
class LooseRows {

    private static final String OF_CHAIN = """
            FROM audit_entry e WHERE %s AND NOT EXISTS
                (SELECT FROM audit_leaf l WHERE l.entry_id = e.id AND l.chain = :chain)""";
    private static final String ELSEWHERE = "EXISTS (SELECT FROM audit_leaf o WHERE o.entry_id = e.id)";

    private final Jdbi jdbi;

    LooseRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Loose rows of a chain.
     *
     * @param added the first that came after its time was sealed, or from another chain
     */
    record Count(int rows, @Nullable Instant oldest, @Nullable Long added) {}

    /** A loose row; one that another chain sealed was moved here. */
    record Row(AuditEntry entry, boolean elsewhere) {}

    Count count(Handle handle, Seal.Head head) {
        return handle.createQuery(
                "SELECT count(*) AS loose, min(e.at) AS oldest, min(e.id) FILTER (WHERE e.at < :limit OR "
                        + ELSEWHERE + ") AS added " + ofChain(head.chain())).bind("chain", head.chain()).bind("limit",
                                head.number() == 0 ? Instant.EPOCH : head.rowsTill().minus(Seal.GRACE)).map(
                                        (row, context) -> new Count(row.getInt("loose"), Columns.instant(row, "oldest"),
                                                Columns.number(row, "added"))).one();
    }

    List<Row> page(int chain, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT e.id, e.at, e.account_id, e.actor, e.role, e.unit_id, e.ancestors, e.action, e.entity,
                               e.entity_id, e.reason, e.trace_id, e.client_address, e.before::text AS before,
                               e.after::text AS after, %s AS elsewhere %s AND e.id > :after ORDER BY e.id LIMIT :limit""".formatted(
                        ELSEWHERE, ofChain(chain))).bind("chain", chain).bind("after", after).bind("limit", limit).map(
                                (row, context) -> row(row)).list());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(AuditEntry.of(row), row.getBoolean("elsewhere"));
    }

    private static String ofChain(int chain) {
        return OF_CHAIN.formatted(chain == Units.ROOT ? "e.a1 IS NULL" : "e.a1 = :chain");
    }
}
