package org.zhengdun.shared.web;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Digests;

/**
 * Strong entity tags: the version of the aggregate root, and in a read also a digest of the answer, since one version looks
 * different in another language, to another caller and on another day. If-Match goes by the version alone.
 */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]{16})?\"");

    private static final int DIGEST_BYTES = 8;

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of one representation of the version. */
    static String of(long version, String text) {
        return "\"" + version + "-" + HexFormat.of().formatHex(Digests.sha256(text), 0, DIGEST_BYTES) + "\"";
    }

    /** The tag of an answer that has no version. */
    static String ofText(String text) {
        return "\"" + HexFormat.of().formatHex(Digests.sha256(text), 0, 2 * DIGEST_BYTES) + "\"";
    }

    /** Whether an If-None-Match names exactly this tag. */
    static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || Stream.of(header.split(",", -1)).map(String::strip).map(
                        known -> known.startsWith("W/") ? known.substring(2) : known).anyMatch(tag::equals);
    }

    /** Refuses with 428 without If-Match, with 412 and the current tag when it names another version. */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED, "if-match.required");
        }
        if (!matches(ifMatch, current)) {
            throw ProblemException.versionMismatch(of(current));
        }
    }

    private static boolean matches(String header, long current) {
        if (header.strip().equals("*")) {
            return true;
        }
        for (String part : header.split(",", -1)) {
            Matcher tag = TAG.matcher(part.strip());
            if (tag.matches() && Long.parseLong(tag.group(1)) == current) {
                return true;
            }
        }
        return false;
    }
}
