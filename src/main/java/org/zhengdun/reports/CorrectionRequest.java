package org.zhengdun.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new edition of a submitted report, and why. */
@Schema(name = "CorrectionRequest")
record CorrectionRequest(@NotBlank @Size(max = 10_000) String progress, @NotBlank @Size(max = 2000) String reason) {}
