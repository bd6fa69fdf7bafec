package org.zhengdun.settings;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Rules of due dates.
 *
 * @param measures          when a measure without a date of its own is due, by its kind
 * @param maxExtensions     extensions of one deadline
 * @param maxExtensionDays  days that one extension may add
 * @param maxSuspensions    suspensions of one deadline
 * @param maxSuspensionDays days that one suspension may last
 * @param yellowDaysCase    days before a case is due from which its light is yellow
 * @param yellowDaysPart    days before anything else is due from which its light is yellow
 */
@Schema(name = "DeadlineRules")
public record DeadlineRules(Map<MeasureKind, @NotNull @Valid DueRule> measures, @Min(0) @Max(12) int maxExtensions,
        @Min(1) @Max(366) int maxExtensionDays, @Min(0) @Max(12) int maxSuspensions,
        @Min(1) @Max(1100) int maxSuspensionDays,
        @Min(0) @Max(366) int yellowDaysCase, @Min(0) @Max(366) int yellowDaysPart) {

    /** The rule for measures of this kind. */
    public DueRule ofMeasure(MeasureKind kind) {
        return measures.getOrDefault(kind, new DueRule(0, BudgetUnit.CALENDAR_DAYS));
    }
}
