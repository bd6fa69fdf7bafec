package org.zhengdun.exchange;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job with its progress and, at its end, its report.
 *
 * @param errors     the first errors by row
 * @param errorCount number of all errors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobDetail")
record JobDetail(long id, JobKind kind, JobState state, boolean dryRun, @Nullable JobProgress progress,
        Outcome.@Nullable Counts counts, List<RowError> errors, int errorCount, Instant createdAt,
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    /** How far the current phase is, in rows. */
    @Schema(name = "JobProgress")
    record JobProgress(JobPhase phase, int done, int total) {}

    /** A value of the file that is not acceptable. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportError")
    record RowError(
            @Schema(description = "Row as a spreadsheet counts, the header is row 1; absent when the whole file is meant") @Nullable Integer row,
            @Schema(description = "Absent when the whole row is meant") @Nullable String column,
            @Schema(description = "Stable code") String code, String message) {}
}
