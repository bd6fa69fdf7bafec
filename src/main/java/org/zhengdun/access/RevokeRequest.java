package org.zhengdun.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a grant is taken back. */
@Schema(name = "RevokeRequest")
record RevokeRequest(@NotBlank @Size(max = 1000) String reason) {}
