package org.zhengdun.deadlines;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for a later date and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExtensionRow")
record ExtensionRow(long id, long deadlineId, DeadlineKind kind, long subjectId, ExtensionState state, String reason,
        String progress, LocalDate oldDueOn, LocalDate newDueOn, String requestedBy, Instant requestedAt,
        @Nullable String decidedBy, @Nullable String decisionReason, @Nullable Instant closedAt) {

    /** For readers who see no names and no words. */
    ExtensionRow anonymous() {
        return new ExtensionRow(id, deadlineId, kind, subjectId, state, "*", "*", oldDueOn, newDueOn, "*", requestedAt,
                decidedBy == null ? null : "*", decisionReason == null ? null : "*", closedAt);
    }
}
