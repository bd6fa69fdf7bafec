package org.zhengdun.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change: who made it, in which role and for which unit, when, from where and why, and the object before and after.
 *
 * @param unitId the unit in whose name the actor acted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditRow")
record AuditRow(long id, Instant at, String actor, @Nullable String role, int unitId, String action, String entity,
        String entityId, @Nullable String reason, String traceId, @Nullable String clientAddress,
        @JsonRawValue @Schema(implementation = Object.class, type = SchemaType.OBJECT) @Nullable String before,
        @JsonRawValue @Schema(implementation = Object.class, type = SchemaType.OBJECT) @Nullable String after) {}
