package org.zhengdun.verification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.AcceptanceGates;

/** A check with its team, answers, arithmetic and gates. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Check")
record CheckDetail(long id, CheckPurpose purpose, long checklistId, String checklistName,
        @Schema(description = "Edition of the checklist that the check pins") int edition, LocalDate heldOn,
        CheckState state, List<Member> team,
        @Schema(description = "Who was taken off the team before anything was recorded") List<FormerMember> formerTeam,
        @Schema(description = CheckDetail.INTERNAL) @Nullable List<AnsweredItem> items,
        @Schema(description = CheckDetail.INTERNAL) @Nullable Scorecard scorecard,
        @Schema(description = CheckDetail.HIDDEN) @Nullable PopularAssessment assessment,
        @Schema(description = CheckDetail.HIDDEN
                + "; statistics clients see those of the ballot") @Nullable List<GateResult> gates,
        @Schema(description = "Whether every gate is passed. " + CheckDetail.HIDDEN) @Nullable Boolean passed,
        @Nullable String conclusion, Instant formedAt, @Nullable Instant completedAt, @Nullable Instant cancelledAt,
        @Nullable String cancelReason) {

    static final String HIDDEN = "Until the check is completed only for the checking level and the team";
    private static final String INTERNAL = HIDDEN + "; never for statistics clients";

    /** A member of the team. */
    @Schema(name = "TeamMember")
    record Member(String subject, String name, String post, String unit, boolean leader) {}

    /** Somebody who was on the team, and why no longer. */
    @Schema(name = "FormerTeamMember")
    record FormerMember(String subject, String name, String post, String unit, boolean leader, Instant leftAt,
            String reason) {}

    /** Who is and was on the team. */
    record Teams(List<Member> present, List<FormerMember> former) {}

    /** An item of the pinned checklist with its answer so far. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnsweredItem")
    record AnsweredItem(String section, String code, String standard, int points, boolean veto,
            boolean evidenceNeeded, boolean notApplicableAllowed, boolean answered, @Nullable BigDecimal score,
            boolean notApplicable, @Nullable Boolean vetoTriggered, @Nullable String evidence) {

        private static AnsweredItem of(ChecklistItem item, Answer answer) {
            return new AnsweredItem(item.section(), item.code(), item.standard(), item.points(), item.veto(),
                    item.evidenceNeeded(), item.notApplicableAllowed(), answer.answers(item), answer.score(),
                    answer.notApplicable(), answer.vetoTriggered(), answer.evidence());
        }
    }

    /**
     * The check as it is shown.
     *
     * @param open whether the reader learns what is recorded
     */
    static CheckDetail of(StoredCheck check, CheckSheet sheet, Teams teams, AcceptanceGates thresholds, boolean open) {
        return new CheckDetail(check.id(), check.purpose(), check.checklistId(), check.checklistName(), check.edition(),
                check.heldOn(), check.state(), teams.present(), teams.former(), open ? items(sheet) : null,
                open ? sheet.scorecard() : null, open ? sheet.assessment() : null,
                open ? sheet.judge(thresholds) : null, open ? sheet.passes(thresholds) : null, check.conclusion(),
                check.formedAt(), check.completedAt(), check.cancelledAt(), check.cancelReason());
    }

    /** As external clients see it: standards, triggered vetoes and texts would tell problems (docs/adr/0024). */
    CheckDetail withoutAnswers() {
        return new CheckDetail(id, purpose, checklistId, checklistName, edition, heldOn, state, List.of(), List.of(),
                null, null, assessment, gatesOfBallot(), passed, null, formedAt, completedAt, cancelledAt, null);
    }

    private @Nullable List<GateResult> gatesOfBallot() {
        return gates == null ? null : gates.stream().filter(gate -> !gate.name().comesFromAnswers()).toList();
    }

    private static List<AnsweredItem> items(CheckSheet sheet) {
        return sheet.items().stream().map(item -> AnsweredItem.of(item,
                sheet.answers().getOrDefault(item.code(), Answer.NONE))).toList();
    }
}
