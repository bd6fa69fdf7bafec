package org.zhengdun.shared.web;

import java.util.Locale;
import java.util.Set;
import java.net.URI;
import java.net.URISyntaxException;
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
 * the query, a method that the path does not have, a content type that is none, and what it would refuse without a problem document: request lines, headers and
 * announced bodies that are too large, and targets that are none. Its own limits lie far above these.
 */
@Singleton
class RequestLines {

    private static final int AFTER_HEADERS = 999;
    private static final int LONGEST_TARGET = 4096;
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}\\s*(;.*)?");

    private final RouteProblems problems;
    private final AllowedVerbs verbs;
    private final long limit;

    RequestLines(RouteProblems problems, AllowedVerbs verbs,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.problems = problems;
        this.verbs = verbs;
        this.limit = limit.asLongValue();
    }

    void filter(@Observes Filters filters) {
        filters.register(context -> {
            forgetEmpty(context.request(), "Accept");
            ProblemType refused = refused(context.request());
            if (refused == null && isWrongMethod(context)) {
                refused = ProblemType.METHOD_NOT_ALLOWED;
            }
            if (refused == null) {
                context.next();
            } else {
                refuse(context, refused);
            }
        }, AFTER_HEADERS);
    }

    /** An empty header names nothing, and the framework stumbles over it. */
    private static void forgetEmpty(HttpServerRequest request, String header) {
        String value = request.getHeader(header);
        if (value != null && value.isBlank()) {
            request.headers().remove(header);
        }
    }

    private @Nullable ProblemType refused(HttpServerRequest request) {
        ProblemType target = refusedTarget(request);
        if (target != null) {
            return target;
        }
        if (headers(request) > LARGEST_HEADERS) {
            return ProblemType.HEADERS_TOO_LARGE;
        }
        @Nullable
        String type = request.getHeader("Content-Type");
        if (type != null && (!MEDIA_TYPE.matcher(type.strip()).matches() || isPlainText(type) && hasBody(request))) {
            return ProblemType.UNSUPPORTED_MEDIA_TYPE;
        }
        return announced(request) > limit ? ProblemType.BODY_TOO_LARGE : null;
    }

    private static @Nullable ProblemType refusedTarget(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_TARGET) {
            return ProblemType.TARGET_TOO_LONG;
        }
        if (!isAddress(request.uri())) {
            return ProblemType.MALFORMED_REQUEST;
        }
        if (String.valueOf(request.path()).indexOf(';') >= 0) {
            return ProblemType.NOT_FOUND;
        }
        return isReadable(request.query()) ? null : ProblemType.INVALID_PARAMETER;
    }

    /** Asked before the framework, which takes another operation whose path has a parameter there, or a wrong path. */
    private boolean isWrongMethod(RoutingContext context) {
        Set<String> known = verbs.of(String.valueOf(context.request().path()));
        if (known.isEmpty() || known.contains(context.request().method().name())) {
            return false;
        }
        context.response().putHeader("Allow", String.join(", ", known));
        return true;
    }

    private static boolean isAddress(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static int headers(HttpServerRequest request) {
        return request.headers().entries().stream().mapToInt(
                header -> header.getKey().length() + header.getValue().length()).sum();
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
