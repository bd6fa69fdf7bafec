package org.zhengdun.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem found at a branch: its category, the fact, and where the fact is known from. */
@Schema(name = "ProblemRequest")
record ProblemRequest(@NotBlank @Size(max = 20) String category, @NotBlank @Size(max = 4000) String fact,
        @NotBlank @Size(max = 500) String source) {}
