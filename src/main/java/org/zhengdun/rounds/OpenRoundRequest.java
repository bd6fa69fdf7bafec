package org.zhengdun.rounds;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round to open. */
@Schema(name = "OpenRoundRequest")
record OpenRoundRequest(@Min(1) int unitId, @Min(2000) @Max(2100) int year, @NotBlank @Size(max = 200) String name,
        @NotNull LocalDate startsOn, @NotNull LocalDate endsOn) {}
