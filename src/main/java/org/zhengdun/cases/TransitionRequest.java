package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a case; which fields an action needs is published in the lifecycle. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TransitionRequest")
record TransitionRequest(@NotNull CaseAction action,
        @Nullable @Size(max = 2000) @Pattern(regexp = TransitionRequest.NOT_BLANK) String reason,
        @Nullable LocalDate meetingOn,
        @Nullable LocalDate decidedOn,
        @Nullable @Size(max = 100) @Pattern(regexp = TransitionRequest.NOT_BLANK) String documentNumber,
        @Nullable LocalDate deadline,
        @Nullable @Size(max = 10_000) @Pattern(regexp = TransitionRequest.NOT_BLANK) String selfCheck,
        @Nullable @Size(max = 200) List<@Valid @NotNull PendingProblem> pending,
        @Schema(description = "Tasks of consolidation; each becomes a problem that is pending until the second check") @Nullable @Size(min = 1, max = 50) List<@NotBlank @Size(max = 2000) String> tasks,
        @Nullable LocalDate secondCheckOn,
        @Nullable Outcome outcome,
        @Schema(description = "Category of the problems that a relapse opens; by default the main category of the case") @Nullable @Size(max = 20) @Pattern(regexp = TransitionRequest.NOT_BLANK) String category) {

    static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    /** A problem that stays open at self-check, and why. */
    @Schema(name = "PendingProblem")
    record PendingProblem(@NotNull Long problemId, @NotBlank @Size(max = 2000) String reason) {}
}
