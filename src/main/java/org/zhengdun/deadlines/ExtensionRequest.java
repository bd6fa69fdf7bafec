package org.zhengdun.deadlines;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for a later due date of a case or of one of its measures. */
@Schema(name = "ExtensionRequest")
record ExtensionRequest(
        @Schema(description = "Id of the deadline in the detail of the case; of kind CASE or MEASURE") @NotNull Long deadlineId,
        @NotBlank @Size(max = 2000) String reason, @NotBlank @Size(max = 2000) String progress,
        @NotNull LocalDate newDueOn) {}
