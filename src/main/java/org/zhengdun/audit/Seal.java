package org.zhengdun.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;

/**
 * The seal over some rows of one chain; it holds the hash of the seal before it (docs/audit.md).
 *
 * @param previous hash of the seal before, zeros for the first
 * @param rowsTill no later row of the chain may be older than this by more than {@link #GRACE}
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(int chain, int number, int rows, long firstId, long lastId, byte[] rowsHash, byte[] previous,
        Instant rowsTill, Instant sealedAt, byte[] hash) {

    static final int ALGORITHM = 1;
    /** How long a transaction may have been under way when its row is sealed after younger ones. */
    static final Duration GRACE = Duration.ofMinutes(15);

    private static final byte[] NOTHING_BEFORE = new byte[Canonical.HASH_BYTES];

    /** A row with what is sealed of it. */
    record Sealed(AuditEntry entry, Leaf leaf) {}

    /** The last seal of a chain, number 0 before there is one. */
    @SuppressWarnings("ArrayRecordComponent")
    record Head(int chain, int number, byte[] hash, Instant rowsTill) {

        static Head none(int chain) {
            return new Head(chain, 0, NOTHING_BEFORE, Instant.EPOCH);
        }

        /** Refuses a range that begins beyond the chain: nothing would be verified, which must not look like a result. */
        void requireWithin(int fromSeal) {
            if (fromSeal > Math.max(1, number)) {
                throw ProblemException.invalid("?fromSeal", "audit.beyond-chain", number);
            }
        }

        boolean isTooOld(Instant at) {
            return at.isBefore(rowsTill.minus(GRACE));
        }
    }

    /** The next seal of the chain. */
    static Seal over(Head head, List<Sealed> rows, Instant now) {
        Instant youngest = rows.stream().map(row -> row.entry().at()).max(Instant::compareTo).orElseThrow();
        Instant till = youngest.isAfter(head.rowsTill()) ? youngest : head.rowsTill();
        Instant sealed = now.isAfter(head.rowsTill()) ? now : head.rowsTill();
        Seal seal = new Seal(head.chain(), head.number() + 1, rows.size(), rows.getFirst().entry().id(),
                rows.getLast().entry().id(), rowsHash(rows.stream().map(Sealed::leaf).toList()), head.hash(),
                till.isAfter(sealed) ? sealed : till, sealed, NOTHING_BEFORE);
        return new Seal(seal.chain, seal.number, seal.rows, seal.firstId, seal.lastId, seal.rowsHash, seal.previous,
                seal.rowsTill, seal.sealedAt, seal.expectedHash());
    }

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(row.getInt("chain"), row.getInt("number"), row.getInt("row_count"), row.getLong("first_id"),
                row.getLong("last_id"), row.getBytes("rows_hash"), row.getBytes("previous"),
                Columns.requiredInstant(row, "rows_till"), Columns.requiredInstant(row, "sealed_at"),
                row.getBytes("hash"));
    }

    Head head() {
        return new Head(chain, number, hash, rowsTill);
    }

    boolean isWhole() {
        return Arrays.equals(hash, expectedHash());
    }

    boolean covers(List<Leaf> leaves) {
        return Arrays.equals(rowsHash, rowsHash(leaves));
    }

    boolean follows(Head before) {
        return Arrays.equals(previous, before.hash()) && !rowsTill.isBefore(before.rowsTill());
    }

    String hashText() {
        return HexFormat.of().formatHex(hash);
    }

    private byte[] expectedHash() {
        return Canonical.of("zhengdun-audit-seal-" + ALGORITHM).number(chain).number(number).number(rows).number(
                firstId).number(lastId).hex(rowsHash).hex(previous).text(AuditEntry.text(rowsTill)).text(
                        AuditEntry.text(sealedAt)).digest();
    }

    private static byte[] rowsHash(List<Leaf> leaves) {
        MessageDigest sha = Canonical.sha256();
        leaves.forEach(leaf -> sha.update(leaf.hash()));
        return sha.digest();
    }
}
