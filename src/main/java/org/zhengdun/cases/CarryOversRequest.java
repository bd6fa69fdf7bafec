package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Carries many cases over into one round, all of them or none. */
@Schema(name = "CarryOversRequest")
record CarryOversRequest(@NotNull Long roundId,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull UnfinishedCase> cases) {

    /** One of the cases, in the version that the caller has read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnfinishedCase")
    record UnfinishedCase(@NotNull Long caseId, @NotNull Long version, @NotBlank @Size(max = 2000) String reason,
            @Nullable LocalDate deadline) {}
}
