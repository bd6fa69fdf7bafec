package org.zhengdun.shared.problem;

import java.util.Locale;

/** The catalogue of problem types: stable names, HTTP status, titles in the message bundle. */
public enum ProblemType {
    /** The body is not one well-formed JSON value of the expected shape. */
    MALFORMED_BODY(400),
    /** The body names a field that the operation does not have. */
    UNKNOWN_FIELD(400),
    /** A JSON value has another type than the field. */
    WRONG_TYPE(400),
    /** The query string names a parameter that the operation does not have, or repeats one. */
    UNKNOWN_PARAMETER(400),
    /** A query parameter or header cannot be read. */
    INVALID_PARAMETER(400),
    /** The cursor was changed, or belongs to another list, filter or caller. */
    INVALID_CURSOR(400),
    /** No token, or one that this service does not accept. */
    UNAUTHENTICATED(401),
    /** The caller has no role that allows the operation, or not for this object. */
    FORBIDDEN(403),
    /** A rule of separation of duties or of levels forbids this caller the act. */
    RULE_VIOLATED(403),
    /** There is no such object in the caller's scope. */
    NOT_FOUND(404),
    /** The path exists, the method does not. */
    METHOD_NOT_ALLOWED(405),
    /** None of the asked media types can be produced. */
    NOT_ACCEPTABLE(406),
    /** The state of the object does not have this transition. */
    TRANSITION_NOT_ALLOWED(409),
    /** Conditions of the transition are not met; all of them are listed. */
    GATES_NOT_MET(409),
    /** Another object already holds this code, number or place. */
    ALREADY_EXISTS(409),
    /** The object is in a state that does not allow the change. */
    STATE_CONFLICT(409),
    /** Ranking is off in the settings of the unit. */
    RANKING_OFF(409),
    /** A request with the same idempotency key is still running. */
    REQUEST_IN_FLIGHT(409),
    /** The object was changed since the caller read it. */
    VERSION_MISMATCH(412),
    /** The body is larger than the operation accepts. */
    BODY_TOO_LARGE(413),
    /** The operation does not read this media type. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The file ends before the asked range begins. */
    RANGE_NOT_SATISFIABLE(416),
    /** Values were read and are not acceptable; each is listed with its pointer. */
    VALIDATION_FAILED(422),
    /** The idempotency key was used before with another body. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** The operation changes an object and needs If-Match. */
    PRECONDITION_REQUIRED(428),
    /** An unexpected fault; the trace id leads to the log. */
    INTERNAL_ERROR(500),
    /** The service cannot answer now; try again later. */
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Name in lower case with hyphens, the last part of the type URI. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "urn:zhengdun:problem:" + slug();
    }
}
