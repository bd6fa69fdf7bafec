package org.zhengdun.cases;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Carries one case over into a round of the next year; without a deadline the settings of that round give it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CarryOverRequest")
record CarryOverRequest(@NotNull Long roundId, @NotBlank @Size(max = 2000) String reason,
        @Nullable LocalDate deadline) {}
