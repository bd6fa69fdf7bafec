package org.zhengdun.tasks;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Light;
import org.zhengdun.shared.problem.Problem.Refusal;

/**
 * Something that waits for the caller.
 *
 * @param unitId    the branch of the case, or the township of the report
 * @param subjectId the measure, problem, look-back, check, extension or report; of an alert its years, of a spot check to be
 *                  started the sample; else the case
 * @param href      where it is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaskRow")
record TaskRow(TaskKind kind, String label, @Nullable Long caseId, @Nullable String caseNumber, int unitId,
        String unitName, long subjectId, @Nullable LocalDate dueOn, Light light, Refusal lightReason, String href,
        @JsonIgnore LocalDate order, @JsonIgnore long id) {}
