package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One carry-over of a case.
 *
 * @param years          in how many years the case was counted from then on
 * @param accountability the alert that this count of years raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CarryOverRow")
record CarryOverRow(int years, long fromRoundId, int fromYear, long toRoundId, int toYear,
        @Nullable LocalDate formerDeadline, LocalDate deadline, @Nullable String reason, Instant carriedAt,
        String carriedBy, @Nullable Alert accountability) {

    /** Years without change that call for accountability, and what the superior did about it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccountabilityAlert")
    record Alert(Instant raisedAt, @Nullable String handling, @Nullable Instant handledAt,
            @Nullable String handledBy) {}
}
