package org.zhengdun.shared.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.zhengdun.shared.problem.Messages;
import org.zhengdun.shared.problem.ProblemDocuments;
import org.zhengdun.shared.problem.ProblemType;

/** The problem answers of the contract, one per status; their text comes from the catalogue of problem types. */
enum ProblemAnswer {
    /** The request cannot be read. */
    BAD_REQUEST(400),
    /** No acceptable token. */
    UNAUTHORIZED(401),
    /** The role or a rule forbids it. */
    FORBIDDEN(403),
    /** Not in the caller's scope. */
    NOT_FOUND(404),
    /** No acceptable media type. */
    NOT_ACCEPTABLE(406),
    /** The state forbids it. */
    CONFLICT(409),
    /** Another version. */
    PRECONDITION_FAILED(412),
    /** Too many bytes. */
    CONTENT_TOO_LARGE(413),
    /** Not JSON. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** No such bytes. */
    RANGE_NOT_SATISFIABLE(416),
    /** Values that are not acceptable. */
    UNPROCESSABLE_CONTENT(422),
    /** No version given. */
    PRECONDITION_REQUIRED(428),
    /** A fault of the service. */
    INTERNAL_SERVER_ERROR(500),
    /** The service is busy or starting. */
    SERVICE_UNAVAILABLE(503);

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final int status;

    ProblemAnswer(int status) {
        this.status = status;
    }

    String code() {
        return Integer.toString(status);
    }

    /** Name of the reusable response, for example {@code NotFound}. */
    String component() {
        return Stream.of(name().split("_", -1)).map(
                word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining());
    }

    APIResponse response() {
        return OASFactory.createAPIResponse().description(description()).content(
                OASFactory.createContent().addMediaType(ProblemDocuments.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem")).example(
                                example())));
    }

    private String description() {
        return types().stream().map(type -> "`" + type.uri() + "`: "
                + Messages.text(Locale.ENGLISH, "meaning." + type.slug())).collect(Collectors.joining("\n\n"));
    }

    private Map<String, Object> example() {
        ProblemType type = types().getFirst();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri());
        problem.put("title", ProblemDocuments.title(type, Locale.ENGLISH));
        problem.put("status", status);
        problem.put("traceId", TRACE_ID);
        return problem;
    }

    private List<ProblemType> types() {
        return Stream.of(ProblemType.values()).filter(type -> type.status() == status).toList();
    }
}
