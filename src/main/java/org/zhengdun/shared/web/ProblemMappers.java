package org.zhengdun.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.zhengdun.shared.problem.Problem;
import org.zhengdun.shared.problem.ProblemDocuments;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Turns every exception of a request into a problem document. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(400, ProblemType.MALFORMED_BODY, 401,
            ProblemType.UNAUTHENTICATED, 403, ProblemType.FORBIDDEN, 404, ProblemType.NOT_FOUND, 405,
            ProblemType.METHOD_NOT_ALLOWED, 406, ProblemType.NOT_ACCEPTABLE, 413, ProblemType.BODY_TOO_LARGE, 415,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private final AllowedVerbs verbs;

    ProblemMappers(AllowedVerbs verbs) {
        this.verbs = verbs;
    }

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException problem, RoutingContext context) {
        return answer(problem, context);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> unauthenticated(RuntimeException refused, RoutingContext context) {
        return answer(ProblemException.of(ProblemType.UNAUTHENTICATED), context);
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException refused, RoutingContext context) {
        return answer(ProblemException.of(ProblemType.FORBIDDEN), context);
    }

    @ServerExceptionMapper
    RestResponse<Problem> violated(ConstraintViolationException violations, RoutingContext context) {
        return answer(Violations.problem(violations), context);
    }

    /** Named with its subclass, for which the framework brings a mapper of its own. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<Problem> json(JsonProcessingException malformed, RoutingContext context) {
        return answer(JsonProblems.problem(malformed), context);
    }

    /** Named apart because the framework has a mapper of its own for this one. */
    @ServerExceptionMapper
    RestResponse<Problem> mismatched(MismatchedInputException malformed, RoutingContext context) {
        return answer(JsonProblems.problem(malformed), context);
    }

    @ServerExceptionMapper
    RestResponse<Problem> framework(WebApplicationException failure, RoutingContext context) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return json(malformed, context);
        }
        if (failure.getCause() instanceof ProblemException problem) {
            return answer(problem, context);
        }
        int status = failure.getResponse().getStatus();
        ProblemType type = BY_STATUS.getOrDefault(status, ProblemType.INTERNAL_ERROR);
        if (type == ProblemType.INTERNAL_ERROR) {
            return unexpected(failure, context);
        }
        RestResponse<Problem> answer = answer(ProblemException.of(type), context);
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            allow(context, answer);
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> stale(OptimisticLockException stale, RoutingContext context) {
        return answer(ProblemException.of(ProblemType.VERSION_MISMATCH), context);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable failure, RoutingContext context) {
        Optional<ProblemException> known = DatabaseProblems.of(failure);
        if (known.isPresent()) {
            return answer(known.get(), context);
        }
        LOG.errorf(failure, "Unexpected fault, trace id %s", RequestFacts.traceId(context));
        return answer(ProblemException.of(ProblemType.INTERNAL_ERROR), context);
    }

    private void allow(RoutingContext context, RestResponse<Problem> answer) {
        Set<String> known = verbs.of(String.valueOf(context.request().path()));
        if (!known.isEmpty()) {
            answer.getHeaders().putSingle("Allow", String.join(", ", known));
        }
    }

    private static RestResponse<Problem> answer(ProblemException problem, RoutingContext context) {
        Locale language = RequestFacts.language(context);
        Problem body = ProblemDocuments.document(problem, language, RequestFacts.traceId(context));
        RestResponse.ResponseBuilder<Problem> answer = RestResponse.ResponseBuilder.<Problem>create(
                body.status()).entity(body).header("Content-Type",
                        ProblemDocuments.MEDIA_TYPE).header("Content-Language",
                                language.equals(Locale.ENGLISH) ? "en" : "zh-CN");
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (body.currentEtag() != null) {
            answer.header("ETag", body.currentEtag());
        }
        return answer.build();
    }
}
