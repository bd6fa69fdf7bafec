package org.zhengdun.deadlines;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stops the clock of a deadline from today on (挂账). */
@Schema(name = "SuspensionRequest")
record SuspensionRequest(@NotBlank @Size(max = 2000) String reason,
        @Schema(description = "First day on which the clock runs again") @NotNull LocalDate resumesOn) {}
