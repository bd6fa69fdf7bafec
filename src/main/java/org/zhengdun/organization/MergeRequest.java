package org.zhengdun.organization;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of an org unit in another one of its kind. */
@Schema(name = "OrgUnitMergeRequest")
record MergeRequest(
        @NotNull @Schema(description = "The unit it goes into") Integer successorId,
        @Schema(description = "First day on which it is closed, today when absent; not in the future, not more than 366 days ago") @Nullable LocalDate effectiveOn,
        @NotBlank @Size(max = 2000) String reason) {}
