package org.zhengdun.shared.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem document of RFC 9457 as it goes to the caller. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "Problem document, RFC 9457")
public record Problem(
        @Schema(required = true, description = "Stable name of the problem type", examples = "urn:zhengdun:problem:not-found") String type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Nullable String detail,
        @Schema(required = true, description = "Leads to the log; taken from traceparent when the request has one") String traceId,
        @Schema(description = "Every value that was not acceptable") @Nullable List<FieldError> errors,
        @Schema(description = "Every condition that is not met") @Nullable List<Refusal> refusals,
        @Schema(description = "Stable name of the violated rule") @Nullable String rule,
        @Nullable String currentState,
        @Nullable List<String> allowedTransitions,
        @Schema(description = "Entity tag of the current version") @Nullable String currentEtag) {

    /** One value that was not acceptable. */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(required = true, description = "JSON pointer into the body, or ?name for a query parameter") String pointer,
            @Schema(required = true, description = "Stable code") String code,
            @Schema(required = true) String message) {}

    /** One condition that is not met. */
    @Schema(name = "Refusal")
    public record Refusal(
            @Schema(required = true, description = "Stable code") String code,
            @Schema(required = true) String message) {}
}
