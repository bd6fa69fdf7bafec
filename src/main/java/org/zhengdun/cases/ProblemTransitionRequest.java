package org.zhengdun.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of one problem: MARK_DONE needs evidence, REOPEN a reason. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProblemTransitionRequest")
record ProblemTransitionRequest(@NotNull ProblemAction action, @Nullable @Valid EvidenceRequest evidence,
        @Nullable @Size(max = 2000) @Pattern(regexp = TransitionRequest.NOT_BLANK) String reason) {}
