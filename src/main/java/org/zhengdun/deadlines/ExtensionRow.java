package org.zhengdun.deadlines;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Mask;

/**
 * A request to move a deadline and what became of it.
 *
 * @param deadlineKind what is due: a case or a measure
 * @param newDueOn     date that an extension asks for
 * @param resumesOn    first day on which the clock runs again, of a suspension
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExtensionRow")
record ExtensionRow(long id, ExtensionKind kind, long deadlineId, DeadlineKind deadlineKind, long subjectId,
        ExtensionState state, String reason,
        String progress, LocalDate oldDueOn, @Nullable LocalDate newDueOn, @Nullable LocalDate resumesOn,
        String requestedBy, Instant requestedAt,
        @Nullable String decidedBy, @Nullable String decisionReason, @Nullable Instant closedAt) {

    /** For readers who see no names and no words. */
    ExtensionRow anonymous() {
        return new ExtensionRow(id, kind, deadlineId, deadlineKind, subjectId, state, Mask.TEXT, Mask.TEXT, oldDueOn,
                newDueOn,
                resumesOn, Mask.TEXT, requestedAt,
                decidedBy == null ? null : Mask.TEXT, decisionReason == null ? null : Mask.TEXT, closedAt);
    }
}
