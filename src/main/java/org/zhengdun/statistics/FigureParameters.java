package org.zhengdun.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.CaseState;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.web.AsOfParameter;

/** Which figures: where, of which period, of which cases, at which moment. */
class FigureParameters {

    static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    @QueryParam("unit")
    @NotNull
    @Parameter(description = "Unit whose subtree is counted")
    @Nullable
    Integer unit;

    @QueryParam("year")
    @Min(2000)
    @Max(2100)
    @Parameter(description = "Cases listed for this year, and work on them within it; the present year when no period is given")
    @Nullable
    Integer year;

    @QueryParam("round")
    @Parameter(description = "Cases counted in this round, and work on them within its year")
    @Nullable
    Long round;

    @QueryParam("period")
    @Parameter(description = "Cases confirmed, and work done, within these months; months before the present one are complete")
    @Nullable
    PeriodName period;

    @QueryParam("from")
    @Pattern(regexp = MONTH)
    @Parameter(description = "With to: cases confirmed, and work done, from this month (YYYY-MM)")
    @Nullable
    String from;

    @QueryParam("to")
    @Pattern(regexp = MONTH)
    @Parameter(description = "Last month (YYYY-MM)")
    @Nullable
    String to;

    @QueryParam("branchKind")
    @Parameter(description = "Only cases of branches of this kind")
    @Nullable
    BranchKind branchKind;

    @QueryParam("category")
    @Size(max = 60)
    @Parameter(description = "Only cases with this main category")
    @Nullable
    String category;

    @QueryParam("state")
    @Parameter(description = "Only cases in this state")
    @Nullable
    CaseState state;

    @QueryParam("asOf")
    @Parameter(description = AsOfParameter.DESCRIPTION)
    @Nullable
    String asOf;
}
