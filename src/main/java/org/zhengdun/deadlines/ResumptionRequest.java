package org.zhengdun.deadlines;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lets the clock run again from today on. */
@Schema(name = "ResumptionRequest")
record ResumptionRequest(@NotBlank @Size(max = 2000) String reason) {}
