package org.zhengdun.organization;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new org unit. */
@Schema(name = "OrgUnitRequest")
record OrgUnitRequest(
        @NotNull @Pattern(regexp = UnitShape.CODE) @Schema(description = "Official code, unique in the nation") String code,
        @NotBlank @Size(max = UnitShape.NAME_LENGTH) String name,
        @NotNull Integer parentId,
        @NotNull UnitKind kind,
        @Schema(description = "For branches only, and required for them") @Nullable BranchKind branchKind,
        @Schema(description = "First day in the tree, today when absent; earlier days do not show the unit") @Nullable LocalDate openedOn) {}
