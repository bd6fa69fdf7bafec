package org.zhengdun.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

import org.zhengdun.shared.problem.ProblemType;

/** What has come in of one file so far: its size and digest, held against the largest size and the slowest rate. */
final class Received {

    private static final long GRACE = Duration.ofSeconds(30).toSeconds();

    private final long most;
    private final long slowest;
    private final long start = System.nanoTime();
    private final MessageDigest digest = sha256Digest();
    private long size;

    Received(long most, long slowest) {
        this.most = most;
        this.slowest = slowest;
    }

    void add(byte[] part) {
        size += part.length;
        if (size > most) {
            throw tooLarge(most);
        }
        if (Duration.ofNanos(System.nanoTime() - start).toSeconds() > GRACE + size / slowest) {
            throw Spool.refused(ProblemType.MALFORMED_BODY, "evidence.incomplete");
        }
        digest.update(part);
    }

    long size() {
        return size;
    }

    /** The digest of the whole file; asked once. */
    byte[] sha256() {
        return digest.digest();
    }

    static RuntimeException tooLarge(long most) {
        return Spool.refused(ProblemType.BODY_TOO_LARGE, "evidence.too-large", most);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
