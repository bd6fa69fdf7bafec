package org.zhengdun.evidence;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/**
 * What a sender says of the bytes he sends (RFC 9530): SHA-256, other algorithms are passed over.
 *
 * @param sha256 the digest; null when he says nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record ContentDigest(byte @Nullable [] sha256) {

    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/=]{44}):\\s*(?:,|$)");

    static ContentDigest of(@Nullable String header) {
        if (header == null || !header.contains("sha-256=")) {
            return new ContentDigest(null);
        }
        Matcher sent = SHA_256.matcher(header);
        if (!sent.find()) {
            throw unreadable();
        }
        try {
            return new ContentDigest(Base64.getDecoder().decode(sent.group(1)));
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    boolean accepts(byte[] digest) {
        return sha256 == null || MessageDigest.isEqual(sha256, digest);
    }

    private static ProblemException unreadable() {
        return ProblemException.of(ProblemType.INVALID_PARAMETER, "evidence.digest-unreadable");
    }
}
