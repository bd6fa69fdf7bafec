package org.zhengdun.helpers;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a helper's assignment. */
@Schema(name = "HelperReleaseRequest")
record ReleaseRequest(@NotBlank @Size(max = 2000) String reason,
        @Schema(description = "Last day of the assignment, not after today; of no account for an assignment that has not begun") @NotNull LocalDate until) {}
