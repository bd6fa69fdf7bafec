package org.zhengdun.snapshots;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.statistics.TableKind;

/** Figures to freeze. */
@Schema(name = "SnapshotRequest")
record SnapshotRequest(@NotNull TableKind kind, @NotNull Integer unitId,
        @Schema(description = "Year of an annual form") @Nullable @Min(2000) @Max(2100) Integer year,
        @Schema(description = "Month of a monthly sheet, for example 2026-05") @Nullable @Pattern(regexp = MONTH) String month,
        @NotBlank @Size(max = 200) String title,
        @Schema(description = "Freeze the figures as they were at this instant, not as they are") @Nullable Instant asOf) {

    private static final String MONTH = "20\\d{2}-(0[1-9]|1[0-2])|2100-(0[1-9]|1[0-2])";

    /** A correction of published figures. */
    @Schema(name = "SnapshotRevisionRequest")
    record Correction(
            @Schema(description = "Why the published figures are corrected") @NotBlank @Size(max = 2000) String reason,
            @Schema(description = "Freeze the figures as they were at this instant, not as they are") @Nullable Instant asOf) {}
}
