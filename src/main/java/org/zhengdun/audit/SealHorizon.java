package org.zhengdun.audit;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.zhengdun.shared.persistence.Columns;

/**
 * Up to which id the trail is sealed without a gap. Ids are given before their transactions commit, so the highest id seen
 * becomes the horizon only when every transaction that ran when it was seen has ended (docs/audit.md).
 */
@ApplicationScoped
class SealHorizon {

    /** Any number; only one transaction of the database seals at a time. */
    private static final long LOCK = 7_220_020_001L;
    private static final String UNSEALED = """
            FROM audit_entry e
            LEFT JOIN audit_chain c ON c.chain = COALESCE(e.ancestors[2], e.ancestors[1])
            WHERE e.id > :low AND NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id)
                AND (c.chain IS NULL OR e.at >= c.rows_till - interval '15 minutes')""";

    /**
     * The horizon as a transaction finds it.
     *
     * @param due whether the next one has come of age
     * @param now the time of the database
     */
    record Horizon(long low, long nextLow, boolean due, boolean foreign, Instant now) {}

    /** Whether this transaction is the one that seals. */
    boolean isMine(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)").bind("lock", LOCK).mapTo(
                Boolean.class).one();
    }

    /** Must be read before the rows: what is due here is visible to every later statement. */
    Horizon read(Handle handle) {
        return handle.createQuery("""
                SELECT low, next_low, now() AS now, next_at < now() - interval '60 s'
                           AND next_xid <= pg_snapshot_xmin(pg_current_snapshot()) AS due,
                       next_xid > pg_snapshot_xmax(pg_current_snapshot()) AS elsewhere
                FROM audit_horizon""").map((row, context) -> new Horizon(row.getLong("low"), row.getLong("next_low"),
                row.getBoolean("due"), row.getBoolean("elsewhere"), Columns.requiredInstant(row, "now"))).one();
    }

    /** The oldest rows that no seal covers; one that is older than its chain allows is left for verification to find. */
    List<AuditEntry> unsealed(Handle handle, Horizon horizon, int limit) {
        return handle.createQuery("""
                SELECT e.id, e.at, e.account_id, e.actor, e.role, e.unit_id, e.ancestors, e.action, e.entity,
                       e.entity_id, e.reason, e.trace_id, e.client_address, e.before::text AS before,
                       e.after::text AS after\s""" + UNSEALED + " ORDER BY e.id LIMIT :limit").bind("low",
                horizon.low()).bind("limit", limit).map(
                        (row, context) -> AuditEntry.of(row)).list();
    }

    /** Moves on after everything visible up to this id was sealed. */
    void advance(Handle handle, Horizon horizon, long sealedTo) {
        if (horizon.due() && sealedTo < horizon.nextLow()) {
            handle.createUpdate("UPDATE audit_horizon SET low = :low").bind("low", sealedTo).execute();
        } else if (horizon.due() || horizon.foreign()) {
            handle.createUpdate("""
                    UPDATE audit_horizon
                    SET low = :low, next_low = (SELECT COALESCE(max(id), 0) FROM audit_entry),
                        next_xid = pg_snapshot_xmax(pg_current_snapshot()), next_at = now()""").bind("low",
                    horizon.due() ? horizon.nextLow() : horizon.low()).execute();
        }
    }

    /** Seconds for which the oldest row has been waiting for its seal. */
    double lag(Handle handle) {
        return handle.createQuery(
                "SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(e.at)), 0) " + UNSEALED.replace(":low",
                        "(SELECT low FROM audit_horizon)")).mapTo(Double.class).one();
    }
}
