package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The calendar of a year: a new version when the unit has published one before. */
@Schema(name = "CalendarRequest")
record CalendarRequest(@NotNull Integer unitId, @NotNull @Min(2000) @Max(2100) Integer year,
        @NotBlank @Size(max = 200) String source, @NotNull @Size(max = 50) List<@Valid @NotNull DayOff> daysOff,
        @NotNull @Size(max = 50) List<@Valid @NotNull Workday> workdays) {

    /** Days off in a row. */
    @Schema(name = "DaysOff")
    record DayOff(@NotNull LocalDate from, @NotNull LocalDate to, @NotBlank @Size(max = 50) String name) {}

    /** A weekend day that is worked. */
    @Schema(name = "MakeUpWorkday")
    record Workday(@NotNull LocalDate day, @NotBlank @Size(max = 50) String name) {}
}
