package org.zhengdun.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Which changes to list. */
public class AuditFilter {

    @QueryParam("entity")
    @Parameter(description = "Kind of the changed object, for example case")
    @Nullable
    String entity;

    @QueryParam("entityId")
    @Parameter(description = "Id of the changed object; with entity")
    @Nullable
    String entityId;

    @QueryParam("action")
    @Parameter(description = "For example grant.revoke")
    @Nullable
    String action;

    @QueryParam("from")
    @Parameter(description = "Not before this instant", schema = @Schema(format = "date-time"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Before this instant", schema = @Schema(format = "date-time"))
    @Nullable
    String to;

    @Nullable
    Instant from() {
        return instant("?from", from);
    }

    @Nullable
    Instant to() {
        return instant("?to", to);
    }

    /** Conditions on the alias e. */
    String where() {
        return (entity == null ? "" : " AND e.entity = :entity")
                + (entityId == null ? "" : " AND e.entity_id = :entityId")
                + (action == null ? "" : " AND e.action = :action") + (from == null ? "" : " AND e.at >= :from")
                + (to == null ? "" : " AND e.at < :to");
    }

    private static @Nullable Instant instant(String pointer, @Nullable String text) {
        try {
            OffsetDateTime value = text == null ? null : OffsetDateTime.parse(text);
            if (value == null || (value.getYear() >= 1 && value.getYear() <= 9999)) {
                return value == null ? null : value.toInstant();
            }
        } catch (DateTimeParseException unreadable) {
            throw unreadable(pointer, text);
        }
        throw unreadable(pointer, text);
    }

    private static ProblemException unreadable(String pointer, @Nullable String text) {
        return ProblemException.at(ProblemType.INVALID_PARAMETER,
                List.of(Invalid.of(pointer, "json.invalid-value", String.valueOf(text))));
    }
}
