package org.zhengdun.reports;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Light;
import org.zhengdun.shared.problem.Problem.Refusal;

/**
 * A report in a list: due, on time, late or missed.
 *
 * @param month       year and month
 * @param lightReason why the light is not green
 * @param editions    how often it was submitted, corrections among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportRow")
record ReportRow(long id, int unitId, String unitName, long roundId, String month, LocalDate dueOn, ReportState state,
        @Nullable LocalDate submittedOn, Light light, @Nullable Refusal lightReason, int editions) {}
