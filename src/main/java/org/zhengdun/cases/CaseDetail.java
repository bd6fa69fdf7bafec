package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.MeasureKind;
import org.zhengdun.deadlines.DeadlineDetail;
import org.zhengdun.deadlines.Light;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.problem.Problem.Refusal;
import org.zhengdun.shared.security.Mask;

/**
 * A case with its three lists and what its caller may do with it.
 *
 * @param round       the round in words, also for whom its own page is out of reach
 * @param asOf        the past moment the case is shown at, when one was asked for; then no moves are listed
 * @param mainCategory not for machines that pull statistics: figures of single cases would tell small ones (ADR 24)
 * @param planStale   whether the plan differs from the approved one
 * @param planChanges what differs, when the plan is stale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseDetail")
record CaseDetail(long id, String number, CaseState state, String stateLabel, @Nullable Outcome outcome, long roundId,
        int year, RoundRef round, BranchRef branch, int responsibleUnitId, @Nullable CategoryRef mainCategory,
        @Nullable String cause, int cycle,
        @Nullable Long formerCaseId, Dates dates, @Nullable String documentNumber, @Nullable String planHash,
        boolean planStale, @Nullable List<PlanChange> planChanges, @Nullable String selfCheck, int failedAcceptances,
        int relapses, boolean overdue, @Nullable Light light, @Nullable Refusal lightReason, CaseStanding standing,
        List<ProblemDetail> problems, List<DeadlineDetail> deadlines, List<AllowedTransition> allowedTransitions,
        List<BlockedTransition> blockedTransitions, long version, @Nullable Instant asOf) {

    /** A round by year, name and the unit that holds it. */
    @Schema(name = "RoundRef")
    record RoundRef(int year, String name, String unitName) {}

    /** The branch of the case. */
    @Schema(name = "BranchRef")
    record BranchRef(int id, String code, String name, BranchKind kind) {}

    /** A problem category in the version the case uses. */
    @Schema(name = "CategoryRef")
    record CategoryRef(String code, int version, String name) {}

    /** The dates of a case; absent until they are known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CaseDates")
    record Dates(Instant createdAt, @Nullable LocalDate meetingOn, @Nullable LocalDate decidedOn,
            @Nullable Instant confirmedAt, @Nullable LocalDate planDueOn, @Nullable Instant planApprovedAt,
            @Nullable LocalDate deadline, @Nullable LocalDate originalDeadline, @Nullable Instant transformedAt,
            @Nullable LocalDate secondCheckOn, @Nullable LocalDate observationEndsOn, @Nullable Instant closedAt) {}

    /** One problem with its measures and evidence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemDetail")
    record ProblemDetail(long id, @Nullable String category, @Nullable Integer categoryVersion,
            @Nullable Boolean restricted, String fact, String source,
            ProblemState state,
            @Schema(description = "The check that found it; such a problem is not part of the plan") @Nullable Long checkId,
            @Schema(description = "The look-back that found it; such a problem is not part of the plan") @Nullable Long lookBackId,
            @Schema(description = "Due day of a problem that a check or look-back found") @Nullable LocalDate dueOn,
            @Nullable String pendingReason, @Nullable Instant doneAt, @Nullable Instant closedAt,
            List<MeasureDetail> measures, List<EvidenceNote> evidence) {}

    /** One measure with everybody who was ever accountable for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeasureDetail")
    record MeasureDetail(long id, @Nullable MeasureKind kind, String description, @Nullable String doers,
            LocalDate startsOn,
            @Schema(description = "Due day of the plan, before any extension or suspension") @Nullable LocalDate originalDueOn,
            @Nullable LocalDate dueOn, Measure.State state, @Nullable LocalDate doneOn, boolean overdue,
            @Nullable Light light, @Nullable Refusal lightReason, List<Accountable> accountable) {}

    /** Who is or was accountable; the current person has no end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Accountable")
    record Accountable(String name, String post, String unit, LocalDate since, @Nullable LocalDate until) {

        /** Without what tells who it is; the unit, an organization, stays. */
        Accountable masked() {
            return new Accountable(Mask.TEXT, Mask.TEXT, unit, since, until);
        }
    }

    /** Evidence in words. */
    @Schema(name = "EvidenceNote")
    record EvidenceNote(long id, String text, LocalDate occurredOn, Instant recordedAt) {}

    /** A move the caller can make now, with the fields it needs now: also {@code pending} while problems are unexplained. */
    @Schema(name = "AllowedTransition")
    record AllowedTransition(CaseAction action, String label, CaseState to, List<TransitionField> requiredFields,
            List<TransitionField> optionalFields) {}

    /** A move of the caller's level whose conditions are not met yet, or from which a rule of separation keeps him. */
    @Schema(name = "BlockedTransition")
    record BlockedTransition(CaseAction action, String label, CaseState to,
            @Schema(description = "Gates not met; a code that begins with rule. keeps this caller out and does not pass") List<Refusal> missing) {}
}
