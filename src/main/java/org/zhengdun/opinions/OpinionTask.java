package org.zhengdun.opinions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.organization.BranchKind;

/**
 * A nomination that was sent to a department, with all that the department sees of it.
 *
 * @param branchName name of the branch
 * @param unitName   name of the unit above the branch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OpinionTask")
@SuppressWarnings("ArrayRecordComponent")
record OpinionTask(long id, long caseId, String caseNumber, int year, int branchId, String branchName,
        BranchKind branchKind, String unitName, @Nullable String cause, List<NominatedProblem> problems,
        Department department, OpinionStatus status, LocalDate dueOn, Instant requestedAt, @Nullable Answer answer,
        @Nullable String text, @Nullable LocalDate answeredOn, int version, @JsonIgnore int[] place) {

    /** A problem of the nomination. */
    @Schema(name = "NominatedProblem")
    record NominatedProblem(String category, String fact, String source, @JsonIgnore boolean restricted) {}

    @JsonIgnore
    boolean isRestricted() {
        return problems.stream().anyMatch(NominatedProblem::restricted);
    }

    OpinionTask with(List<NominatedProblem> found) {
        return new OpinionTask(id, caseId, caseNumber, year, branchId, branchName, branchKind, unitName, cause, found,
                department, status, dueOn, requestedAt, answer, text, answeredOn, version, place);
    }
}
