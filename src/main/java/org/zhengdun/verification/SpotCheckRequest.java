package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A spot check to start. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SpotCheckRequest")
record SpotCheckRequest(@Schema(description = "Sample in which the case was drawn") @NotNull Long sampleId,
        @Schema(description = "Published checklist; by default the one of the last acceptance check") @Nullable Long checklistId,
        @Schema(description = "Not after today, not before the transformation") @NotNull LocalDate heldOn,
        @NotEmpty @Size(max = 50) List<CheckRequest.@Valid @NotNull Member> team) {

    CheckRequest check(@Nullable Long usualChecklist) {
        return new CheckRequest(checklistId == null ? usualChecklist : checklistId, heldOn, team);
    }
}
