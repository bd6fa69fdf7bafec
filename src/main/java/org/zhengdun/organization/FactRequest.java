package org.zhengdun.organization;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Facts of a branch as they are from a day on. */
@Schema(name = "BranchFactRequest")
record FactRequest(
        @NotNull @Schema(description = "First day of the new period, not in the future") LocalDate validFrom,
        @NotNull BranchKind branchKind,
        @NotNull Boolean urban,
        @NotNull Boolean registeredPoorVillage,
        @NotNull @PositiveOrZero @Max(1_000_000) Integer members,
        @NotNull SecretaryStatus secretaryStatus,
        @Schema(description = "Required while the post is vacant, not after validFrom") @Nullable LocalDate secretaryVacantSince,
        @NotNull Boolean secretaryToReplace,
        @Nullable LocalDate secretaryReplacedOn,
        @Nullable LocalDate secretaryTrainedOn,
        @Schema(description = "Required with secretaryTrainedOn") @Nullable TrainingLevel secretaryTrainingLevel) {}
