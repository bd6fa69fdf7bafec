package org.zhengdun.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of the calendar of one year; what it does not name is worked from Monday to Friday. */
@Schema(name = "CalendarDetail")
record CalendarDetail(long id, int unitId, String unitName, int year, int version, String source, Instant publishedAt,
        List<NamedDay> daysOff, List<NamedDay> workdays) {

    /** A day and the holiday it belongs to. */
    @Schema(name = "NamedDay")
    record NamedDay(LocalDate day, String name) {}
}
