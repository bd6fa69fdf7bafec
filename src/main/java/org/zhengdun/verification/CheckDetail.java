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
        CheckState state, List<Member> team, List<AnsweredItem> items, Scorecard scorecard,
        PopularAssessment assessment, List<GateResult> gates,
        @Schema(description = "Whether every gate is passed") boolean passed, @Nullable String conclusion,
        Instant formedAt, @Nullable Instant completedAt) {

    /** A member of the team. */
    @Schema(name = "TeamMember")
    record Member(String subject, String name, String post, String unit, boolean leader) {}

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

    static CheckDetail of(StoredCheck check, CheckSheet sheet, List<Member> team, AcceptanceGates thresholds) {
        List<GateResult> gates = sheet.judge(thresholds);
        return new CheckDetail(check.id(), check.purpose(), check.checklistId(), check.checklistName(), check.edition(),
                check.heldOn(), check.state(), team,
                sheet.items().stream().map(item -> AnsweredItem.of(item,
                        sheet.answers().getOrDefault(item.code(), Answer.NONE))).toList(),
                sheet.scorecard(), sheet.assessment(), gates, sheet.passes(thresholds),
                check.conclusion(), check.formedAt(), check.completedAt());
    }
}
