package org.zhengdun.helpers;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many days of a month a first secretary was on site, for one of his assignments. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Attendance")
record AttendanceRow(long helperId, long caseId, String caseNumber, @Nullable String person, @Nullable String post,
        String unit, @Schema(description = "Without an account nobody can log visits") boolean hasAccount,
        LocalDate since, @Nullable LocalDate until,
        @Schema(description = "Days of the month within the assignment with a visit to any case; a day counts once") int loggedDays,
        @Schema(description = "The setting attendanceDays, in proportion when the assignment covers part of the month") int requiredDays,
        @Schema(description = "Required days that are not logged") int missingDays) {}
