package org.zhengdun.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.zhengdun.shared.persistence.Columns;

/** The seals and leaves as they are stored. */
@ApplicationScoped
class SealStore {

    /** A text cannot be looked for by its salt: it was erased. */
    private static final String ANY_SALT_LOST = "position(decode(repeat('00', 16), 'hex') IN l.salts) > 0";
    private static final String ROWS = """
            SELECT l.number, l.entry_id, l.leaf, l.salts, l.commitments, e.id, e.at, e.account_id, e.actor, e.role,
                   e.unit_id, e.ancestors, e.action, e.entity, e.entity_id, e.reason, e.trace_id, e.client_address,
                   e.before::text AS before, e.after::text AS after,
                   CASE WHEN %s THEN ARRAY(
                       SELECT field FROM audit_entry a, jsonb_array_elements_text(a.after -> 'fields') field
                       WHERE a.entity = 'audit' AND a.entity_id = l.entry_id::text
                           AND a.action = 'audit.erasure.approve') END AS acts
            FROM audit_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
            WHERE l.chain = :chain AND l.number BETWEEN :from AND :to ORDER BY l.number, l.entry_id""".formatted(
            ANY_SALT_LOST);

    private final Jdbi jdbi;

    SealStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Handle handle, Seal seal, List<Seal.Sealed> rows) {
        handle.createUpdate(
                """
                        INSERT INTO audit_seal (chain, number, algorithm, row_count, first_id, last_id, rows_hash, previous,
                                                rows_till, sealed_at, hash)
                        VALUES (:chain, :number, :algorithm, :rows, :first, :last, :rowsHash, :previous, :till, :now, :hash)""").bind(
                        "chain", seal.chain()).bind("number", seal.number()).bind("algorithm", Seal.ALGORITHM).bind(
                                "rows",
                                seal.rows()).bind("first", seal.firstId()).bind("last", seal.lastId()).bind("rowsHash",
                                        seal.rowsHash()).bind("previous", seal.previous()).bind("till",
                                                seal.rowsTill()).bind(
                                                        "now", seal.sealedAt()).bind("hash", seal.hash()).execute();
        PreparedBatch leaves = handle.prepareBatch("""
                INSERT INTO audit_leaf (entry_id, chain, number, leaf, salts, commitments)
                VALUES (:entry, :chain, :number, :leaf, :salts, :commitments)""");
        rows.forEach(row -> leaves.bind("entry", row.entry().id()).bind("chain", seal.chain()).bind("number",
                seal.number()).bind("leaf", row.leaf().hash()).bind("salts", row.leaf().salts()).bind("commitments",
                        row.leaf().commitments()).add());
        leaves.execute();
        handle.createUpdate(
                """
                        INSERT INTO audit_chain (chain, number, hash, rows_till, sealed_at)
                        VALUES (:chain, :number, :hash, :till, :now)
                        ON CONFLICT (chain) DO UPDATE SET number = :number, hash = :hash, rows_till = :till, sealed_at = :now""").bind(
                        "chain", seal.chain()).bind("number", seal.number()).bind("hash", seal.hash()).bind("till",
                                seal.rowsTill()).bind("now", seal.sealedAt()).execute();
    }

    /** The last seal of the chain, as the chain remembers it. */
    Seal.Head head(Handle handle, int chain) {
        return handle.createQuery("SELECT * FROM audit_chain WHERE chain = :chain").bind("chain", chain).map(
                (row, context) -> new Seal.Head(chain, row.getInt("number"), row.getBytes("hash"),
                        Columns.requiredInstant(row, "rows_till"))).findOne().orElse(Seal.Head.none(chain));
    }

    Seal.Head head(int chain) {
        return jdbi.withHandle(handle -> head(handle, chain));
    }

    Optional<Seal> seal(int chain, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM audit_seal WHERE chain = :chain AND number = :number").bind("chain", chain).bind(
                        "number", number).map((row, context) -> Seal.of(row)).findOne());
    }

    /** The next seals of the chain, in order. */
    List<Seal> seals(int chain, int after, int upTo, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT * FROM audit_seal WHERE chain = :chain AND number > :after AND number <= :to
                ORDER BY number LIMIT :limit""").bind("chain", chain).bind("after", after).bind("to", upTo).bind(
                "limit", limit).map((row, context) -> Seal.of(row)).list());
    }

    /** What is found under the seals of a range, by seal and id. */
    List<SealedRow> rows(int chain, int from, int to) {
        return jdbi.withHandle(handle -> handle.createQuery(ROWS).bind("chain", chain).bind("from", from).bind("to",
                to).map((row, context) -> sealed(row)).list());
    }

    private static SealedRow sealed(ResultSet row) throws SQLException {
        row.getLong("id");
        boolean gone = row.wasNull();
        return new SealedRow(row.getInt("number"), row.getLong("entry_id"), gone ? null : AuditEntry.of(row),
                new Leaf(row.getBytes("leaf"), row.getBytes("salts"), row.getBytes("commitments")), acts(row));
    }

    private static Set<AuditField> acts(ResultSet row) throws SQLException {
        Set<AuditField> fields = EnumSet.noneOf(AuditField.class);
        if (row.getArray("acts") != null) {
            Arrays.stream((String[]) row.getArray("acts").getArray()).map(AuditField::valueOf).forEach(fields::add);
        }
        return fields;
    }
}
