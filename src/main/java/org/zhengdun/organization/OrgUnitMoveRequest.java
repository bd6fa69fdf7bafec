package org.zhengdun.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an org unit goes, and why; it goes today. */
@Schema(name = "OrgUnitMoveRequest")
record OrgUnitMoveRequest(
        @NotNull @Schema(description = "The unit below which it stands from now on") Integer parentId,
        @NotBlank @Size(max = 2000) String reason) {}
