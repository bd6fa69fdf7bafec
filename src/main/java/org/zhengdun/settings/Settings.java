package org.zhengdun.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.organization.BranchKind;

/**
 * The values that rule a unit; each has a national default and may be set anew by any unit above or by the unit itself.
 *
 * @param caseDeadlineMonth     month of the day on which a case confirmed in a year is due
 * @param caseDeadlineDay       day of that month; the last day in shorter months
 * @param planDueDays           days from confirmation until the plan is due
 * @param departmentOpinionDays days until the opinion of a county department is due
 * @param observationMonths     months of observation after transformation
 * @param lookBackMonths        months after transformation in which look-backs are due
 * @param shakyLookBackMonths   months after a shaky look-back in which another one is due
 * @param spotCheckRate         share of the population that a sample draws when no size is asked for
 * @param helperTemplate        the helpers that a case must have before its plan is approved, by kind of branch
 * @param releaseHelpersWhen    when helpers may be released
 * @param acceptance            gates of acceptance
 * @param relapseWindowMonths   months after transformation within which a new listing counts as relapse
 * @param listedRatioWarning    bounds of the share of listed branches
 * @param cycles                what years and repeated listings of a case set off
 * @param rankingOn             whether units are ranked against each other
 * @param publicationOn         whether results may be published
 * @param deadlines             rules of due dates, extensions, suspensions and lights
 * @param rungs                 days of reminders and escalations
 * @param reports               rules of monthly reports
 * @param attendanceDays        days a month that a first secretary is on site
 * @param visitGraceDays       days after the end of an assignment in which visits made before it are still accepted
 * @param screening             what is marked about the screening and the list of a round
 * @param suppressionThreshold  restricted figures below it are kept from external clients; that of the province rules
 */
@Schema(name = "Settings")
public record Settings(
        @Min(1) @Max(12) int caseDeadlineMonth,
        @Min(1) @Max(31) int caseDeadlineDay,
        @Min(1) @Max(365) int planDueDays,
        @Min(1) @Max(90) int departmentOpinionDays,
        @Min(0) @Max(60) int observationMonths,
        @Size(max = 12) List<@NotNull @Min(0) @Max(60) Integer> lookBackMonths,
        @Min(1) @Max(12) int shakyLookBackMonths,
        @DecimalMin("0.0001") @DecimalMax("1") @Digits(integer = 1, fraction = 4) BigDecimal spotCheckRate,
        Map<BranchKind, @Size(max = 6) List<@NotNull HelperKind>> helperTemplate,
        HelperRelease releaseHelpersWhen,
        @Valid AcceptanceGates acceptance,
        @Min(1) @Max(60) int relapseWindowMonths,
        @Valid RatioWarning listedRatioWarning,
        @Valid CycleRules cycles,
        boolean rankingOn,
        boolean publicationOn,
        @Valid DeadlineRules deadlines,
        @Valid RungRules rungs,
        @Valid ReportRules reports,
        @Min(0) @Max(31) int attendanceDays,
        @Min(0) @Max(60) int visitGraceDays,
        @Valid ScreeningRules screening,
        @Min(3) @Max(20) int suppressionThreshold) {

    /** The defaults that hold where no unit has set anything. */
    public static Settings national() {
        return NationalDefaults.SETTINGS;
    }

    /** The deadline of a case that is confirmed on this day: the next deadline day that is not before it. */
    public LocalDate caseDeadline(LocalDate confirmedOn) {
        LocalDate sameYear = deadlineOf(confirmedOn.getYear());
        return sameYear.isBefore(confirmedOn) ? deadlineOf(confirmedOn.getYear() + 1) : sameYear;
    }

    /** The helpers that a case of such a branch must have. */
    public List<HelperKind> requiredHelpers(BranchKind kind) {
        return helperTemplate.getOrDefault(kind, List.of());
    }

    private LocalDate deadlineOf(int year) {
        YearMonth month = YearMonth.of(year, caseDeadlineMonth);
        return month.atDay(Math.min(caseDeadlineDay, month.lengthOfMonth()));
    }
}
