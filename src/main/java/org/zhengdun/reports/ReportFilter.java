package org.zhengdun.reports;

import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which reports of the caller's scope. */
class ReportFilter {

    @QueryParam("unit")
    @Parameter(description = "Only reports of townships under this org unit")
    @Nullable
    Integer unit;

    @QueryParam("month")
    @Pattern(regexp = ReportMonth.PATTERN)
    @Parameter(description = "Only reports of this month, for example 2026-11")
    @Nullable
    String month;

    @QueryParam("state")
    @Parameter(description = "Only reports that stand so today")
    @Nullable
    ReportState state;

    /** The conditions on the alias {@code r}. */
    String where() {
        return (month == null ? "" : " AND r.month = :month") + (state == null ? "" : " AND " + state.condition());
    }

    /** What the conditions need besides {@code :today}. */
    Map<String, Object> values() {
        return month == null ? Map.of() : Map.of("month", ReportMonth.day(ReportMonth.read(month)));
    }
}
