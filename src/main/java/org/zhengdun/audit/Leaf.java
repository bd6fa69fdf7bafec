package org.zhengdun.audit;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a row: the hash over its facts and over the commitments to its texts, each with a salt of its own, so
 * that an erased text can be neither read nor guessed while the hash stays what it was (docs/audit.md).
 *
 * @param salts       sixteen bytes a field in the order of {@link AuditField}; zeros where the text was erased
 * @param commitments thirty-two bytes a field; zeros where there was no text
 */
@SuppressWarnings("ArrayRecordComponent")
record Leaf(byte[] hash, byte[] salts, byte[] commitments) {

    private static final int SALT_BYTES = 16;
    private static final byte[] LOST = new byte[SALT_BYTES];
    private static final byte[] ABSENT = new byte[Canonical.HASH_BYTES];

    static Leaf of(AuditEntry entry, SecureRandom random) {
        byte[] salts = new byte[SALT_BYTES * AuditField.values().length];
        random.nextBytes(salts);
        byte[] commitments = new byte[Canonical.HASH_BYTES * AuditField.values().length];
        entry.texts().forEach((field, text) -> System.arraycopy(commitment(field, salt(salts, field), text), 0,
                commitments, Canonical.HASH_BYTES * field.ordinal(), Canonical.HASH_BYTES));
        return new Leaf(hash(entry, commitments), salts, commitments);
    }

    /** Whether the row is the one that was sealed, but for the texts that were rightly erased. */
    boolean isOf(AuditEntry entry, Set<AuditField> rightlyErased) {
        for (AuditField field : AuditField.values()) {
            if (!isTrue(field, entry.texts().get(field), rightlyErased.contains(field))) {
                return false;
            }
        }
        return Arrays.equals(hash, hash(entry, commitments));
    }

    /** The fields whose text was erased after sealing. */
    Set<AuditField> erased() {
        return Arrays.stream(AuditField.values()).filter(
                field -> !Arrays.equals(commitment(field), ABSENT) && Arrays.equals(salt(salts, field), LOST)).collect(
                        Collectors.toCollection(() -> EnumSet.noneOf(AuditField.class)));
    }

    /** The salt of a field in hexadecimal; null for a text that is not there any more or never was. */
    @Nullable
    String saltText(AuditField field) {
        return commitmentText(field) == null || erased().contains(field)
                ? null
                : HexFormat.of().formatHex(salt(salts, field));
    }

    /** The commitment to a field in hexadecimal; null where there was no text. */
    @Nullable
    String commitmentText(AuditField field) {
        byte[] commitment = commitment(field);
        return Arrays.equals(commitment, ABSENT) ? null : HexFormat.of().formatHex(commitment);
    }

    private boolean isTrue(AuditField field, @Nullable String text, boolean mayBeErased) {
        if (commitmentText(field) == null) {
            return text == null;
        }
        if (erased().contains(field)) {
            return mayBeErased && (text == null || text.equals(AuditField.ERASED_ACTOR));
        }
        return text != null && Arrays.equals(commitment(field), commitment(field, salt(salts, field), text));
    }

    private byte[] commitment(AuditField field) {
        int from = Canonical.HASH_BYTES * field.ordinal();
        return Arrays.copyOfRange(commitments, from, from + Canonical.HASH_BYTES);
    }

    private static byte[] salt(byte[] salts, AuditField field) {
        int from = SALT_BYTES * field.ordinal();
        return Arrays.copyOfRange(salts, from, from + SALT_BYTES);
    }

    private static byte[] commitment(AuditField field, byte[] salt, String text) {
        return Canonical.of("zhengdun-audit-text-1").text(field.column()).hex(salt).text(text).digest();
    }

    private static byte[] hash(AuditEntry entry, byte[] commitments) {
        Leaf bare = new Leaf(ABSENT, LOST, commitments);
        Canonical parts = Canonical.of("zhengdun-audit-row-1").number(entry.id()).text(
                AuditEntry.text(entry.at())).text(
                        entry.accountId() == null ? null : Long.toString(entry.accountId())).text(entry.role()).number(
                                entry.unitId()).text(path(entry.place())).text(entry.action()).text(
                                        entry.entity()).text(
                                                entry.entityId()).text(entry.traceId());
        for (AuditField field : AuditField.values()) {
            parts.text(bare.commitmentText(field));
        }
        return parts.digest();
    }

    private static String path(int[] place) {
        return IntStream.of(place).mapToObj(Integer::toString).collect(Collectors.joining("/"));
    }
}
