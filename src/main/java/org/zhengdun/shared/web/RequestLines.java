package org.zhengdun.shared.web;

import java.util.Locale;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemType;

/**
 * Refuses what the framework would read in a second way: path parameters behind a semicolon, a semicolon or broken UTF-8 in
 * the query, a content type that is none, and announces of bodies that it would refuse without a problem document.
 */
@Singleton
class RequestLines {

    private static final int AFTER_HEADERS = 999;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}\\s*(;.*)?");

    private final RouteProblems problems;
    private final long limit;

    RequestLines(RouteProblems problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.problems = problems;
        this.limit = limit.asLongValue();
    }

    void filter(@Observes Filters filters) {
        filters.register(context -> {
            ProblemType refused = refused(context.request());
            if (refused == null) {
                context.next();
            } else {
                refuse(context, refused);
            }
        }, AFTER_HEADERS);
    }

    private @Nullable ProblemType refused(HttpServerRequest request) {
        if (String.valueOf(request.path()).indexOf(';') >= 0) {
            return ProblemType.NOT_FOUND;
        }
        if (!isReadable(request.query())) {
            return ProblemType.INVALID_PARAMETER;
        }
        @Nullable
        String type = request.getHeader("Content-Type");
        if (type != null && (!MEDIA_TYPE.matcher(type.strip()).matches() || isPlainText(type) && hasBody(request))) {
            return ProblemType.UNSUPPORTED_MEDIA_TYPE;
        }
        return announced(request) > limit ? ProblemType.BODY_TOO_LARGE : null;
    }

    /** Whether the query means one thing: no other separator than {@code &}, and UTF-8 behind the percent signs. */
    static boolean isReadable(@Nullable String query) {
        if (query == null) {
            return true;
        }
        String decoded = URLDecoder.decode(query, StandardCharsets.UTF_8);
        return query.indexOf(';') < 0 && decoded.indexOf('\uFFFD') < 0;
    }

    /** No operation reads it, but the framework would make a record of one text out of it. */
    private static boolean isPlainText(String type) {
        return type.strip().toLowerCase(Locale.ROOT).startsWith("text/plain");
    }

    private static boolean hasBody(HttpServerRequest request) {
        return announced(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static long announced(HttpServerRequest request) {
        try {
            return Long.parseLong(request.getHeader("Content-Length"));
        } catch (NumberFormatException unknown) {
            return 0;
        }
    }

    private void refuse(RoutingContext context, ProblemType type) {
        if (type == ProblemType.BODY_TOO_LARGE) {
            context.response().putHeader("Connection", "close");
        }
        problems.answer(context, type);
    }
}
