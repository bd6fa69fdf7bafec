package org.zhengdun.reports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a township reports.
 *
 * @param unitId the township
 * @param month  year and month, for example 2026-11
 */
@Schema(name = "ReportRequest")
record ReportRequest(@NotNull Integer unitId, @NotNull Long roundId,
        @NotNull @Pattern(regexp = ReportMonth.PATTERN) String month, @NotBlank @Size(max = 10_000) String progress) {}
