package org.zhengdun.shared.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of text. */
public final class Digests {

    private Digests() {}

    public static byte[] sha256(String text) {
        return sha256(text, new byte[0]);
    }

    /** Of the text followed by the bytes. */
    public static byte[] sha256(String text, byte[] more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            return sha.digest(more);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
