package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Light;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.problem.Problem.Refusal;

/** A case in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseRow")
record CaseRow(long id, String number, CaseState state, @Nullable Outcome outcome, long roundId, int year,
        int branchId, String branchCode, String branchName, BranchKind branchKind, @Nullable String mainCategory,
        @Schema(description = "Whether the main category is restricted: then lists leave it out") @Nullable Boolean restricted,
        int cycle,
        @Nullable LocalDate deadline, boolean overdue, @Nullable Light light, @Nullable Refusal lightReason,
        int problems, int closedProblems, int years, boolean underSupervision, Instant createdAt,
        long version, @JsonIgnore LocalDate deadlineOrder) {}
