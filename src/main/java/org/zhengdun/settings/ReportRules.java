package org.zhengdun.settings;

import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Rules of monthly reports.
 *
 * @param dueDay       day of the following month on which the report of a month is due
 * @param missedForRed missed reports in a row that turn the light red
 */
@Schema(name = "ReportRules")
public record ReportRules(@Min(1) @Max(28) int dueDay, @Min(1) @Max(12) int missedForRed) {

    /** Last day for the report of the month. */
    public LocalDate dueOn(YearMonth month) {
        return month.plusMonths(1).atDay(dueDay);
    }
}
