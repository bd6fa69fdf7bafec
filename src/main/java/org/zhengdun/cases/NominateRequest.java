package org.zhengdun.cases;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The proposal to list a branch in a round, with the problems that were found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NominateRequest")
record NominateRequest(@NotNull Long roundId, @NotNull Integer branchId, @NotBlank @Size(max = 20) String mainCategory,
        @Nullable @Size(max = 4000) String cause,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull ProblemRequest> problems) {}
