package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lists a case for direct supervision. */
@Schema(name = "SupervisionRequest")
record SupervisionRequest(@NotBlank @Size(max = 100) String leaderName, @NotBlank @Size(max = 100) String leaderPost,
        @NotNull LocalDate deadline, @NotNull Supervision.ReportFrequency reportFrequency,
        @NotBlank @Size(max = 2000) String reason) {}
