package org.zhengdun.shared.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Messages;

/** Facts of the HTTP request that outlive its body: trace id, language, client address. */
public final class RequestFacts {

    private static final String TRACE_ID = "zhengdun.traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestFacts() {}

    /** The trace id of the traceparent header, or a new one that stays the same for this request. */
    public static String traceId(RoutingContext context) {
        String known = context.get(TRACE_ID);
        if (known == null) {
            known = readOrCreate(context.request().getHeader("traceparent"));
            context.put(TRACE_ID, known);
        }
        return known;
    }

    public static Locale language(RoutingContext context) {
        return Messages.language(context.acceptableLanguages().stream().filter(accepted -> accepted.weight() > 0).map(
                accepted -> Locale.forLanguageTag(accepted.value())).toList());
    }

    public static @Nullable String clientAddress(RoutingContext context) {
        return context.request().remoteAddress() == null ? null : context.request().remoteAddress().hostAddress();
    }

    private static String readOrCreate(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
