package org.zhengdun.helpers;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Which attendance is listed. */
class AttendanceFilter {

    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR,
            4).appendLiteral('-').appendValue(ChronoField.MONTH_OF_YEAR, 2).toFormatter(Locale.ROOT);

    @QueryParam("unit")
    @Parameter(description = "Only cases under this unit")
    @Nullable
    Integer unit;

    @QueryParam("month")
    @Parameter(description = "Month as YYYY-MM; the current one by default")
    @Nullable
    String month;

    @QueryParam("shortfall")
    @Parameter(description = "Only those with fewer days than required, or only the others")
    @Nullable
    Boolean shortfall;

    YearMonth month(YearMonth current) {
        try {
            return month == null ? current : YearMonth.parse(month, MONTH);
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.at(ProblemType.INVALID_PARAMETER, List.of(Invalid.of("?month", "visit.bad-month")));
        }
    }
}
