package org.zhengdun.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a check. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckCompletionRequest")
record CompletionRequest(
        @Schema(description = "Opinion of the team") @Nullable @Size(max = 5000) String conclusion) {}
