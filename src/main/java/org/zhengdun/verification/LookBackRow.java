package org.zhengdun.verification;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A look-back of the observation period. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LookBack")
record LookBackRow(long id, LocalDate dueOn, @Nullable LocalDate heldOn, @Nullable LookBackResult result,
        @Nullable String facts,
        @Schema(description = "After a shaky finding: the day on which another look-back is due; only one due then or later settles it") @Nullable LocalDate followUpOn,
        @Schema(description = "Whether the observation ended before it was held") boolean cancelled) {

    /** The look-back as machines that pull statistics see it: words would tell categories and names (ADR 24). */
    LookBackRow withoutWords() {
        return new LookBackRow(id, dueOn, heldOn, result, null, followUpOn, cancelled);
    }
}
