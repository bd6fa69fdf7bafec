package org.zhengdun.shared.web;

import java.util.Locale;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemDocuments;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Problem documents for what never reaches a resource, and the headers that every answer carries. */
@Singleton
class RouteProblems {

    private static final int EARLY = 1000;
    private static final int LAST = 1_000_000;

    private final ObjectMapper json;

    RouteProblems(ObjectMapper json) {
        this.json = json;
    }

    void headers(@Observes Filters filters) {
        filters.register(context -> {
            everyAnswer(context);
            context.next();
        }, EARLY);
    }

    private static void everyAnswer(RoutingContext context) {
        String traceId = RequestFacts.traceId(context);
        context.response().putHeader("X-Trace-Id", traceId).putHeader("X-Content-Type-Options",
                "nosniff").putHeader("Referrer-Policy", "no-referrer");
        context.addHeadersEndHandler(ended -> withDefaultCaching(context.response()));
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).handler(context -> answer(context, ProblemType.NOT_FOUND));
        router.route().order(-LAST).failureHandler(context -> answer(context, typeOf(context.statusCode())));
        router.errorHandler(400, this::unreadable);
    }

    /** A target that cannot be decoded matches no route, so that neither filters nor failure handlers see it. */
    private void unreadable(RoutingContext context) {
        if (!context.response().headers().contains("X-Trace-Id")) {
            everyAnswer(context);
        }
        answer(context, ProblemType.MALFORMED_REQUEST);
    }

    private static void withDefaultCaching(HttpServerResponse response) {
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 400 -> ProblemType.MALFORMED_BODY;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> ProblemType.INTERNAL_ERROR;
        };
    }

    void answer(RoutingContext context, ProblemType type) {
        @Nullable
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Locale language = RequestFacts.language(context);
        response.setStatusCode(type.status()).putHeader("Content-Type", ProblemDocuments.MEDIA_TYPE).putHeader(
                "Content-Language", language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
        try {
            response.end(json.writeValueAsString(ProblemDocuments.document(ProblemException.of(type),
                    language, RequestFacts.traceId(context))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
