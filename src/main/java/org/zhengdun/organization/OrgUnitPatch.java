package org.zhengdun.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of an org unit. */
@Schema(name = "OrgUnitPatch")
record OrgUnitPatch(@NotBlank @Size(max = UnitShape.NAME_LENGTH) String name) {}
