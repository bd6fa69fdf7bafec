package org.zhengdun.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** SHA-256 over parts, each written as its length in bytes, a colon, its UTF-8 bytes and a comma (docs/audit.md). */
final class Canonical {

    static final int HASH_BYTES = 32;

    private static final byte[] NOTHING = {'~', ','};

    private final MessageDigest sha = sha256();

    private Canonical() {}

    /** Begins with what is hashed and in which version of the algorithm. */
    static Canonical of(String kind) {
        return new Canonical().text(kind);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Canonical text(@Nullable String value) {
        if (value == null) {
            sha.update(NOTHING);
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        sha.update((byte) ',');
        return this;
    }

    Canonical number(long value) {
        return text(Long.toString(value));
    }

    Canonical hex(byte[] value) {
        return text(HexFormat.of().formatHex(value));
    }

    byte[] digest() {
        return sha.digest();
    }
}
