package org.zhengdun.shared.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Strong entity tags made of the version of the aggregate root. */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
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

    static boolean matches(String header, long current) {
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
