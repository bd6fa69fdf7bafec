package org.zhengdun.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a check is not finished. */
@Schema(name = "CheckCancellationRequest")
record CancellationRequest(@NotBlank @Size(max = 2000) String reason) {}
