package org.zhengdun.cases;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;

/** The lifecycle table in the form in which it is published. */
@Schema(name = "Lifecycle")
record Lifecycle(List<StateRow> states, List<ActionRow> actions, List<ProblemActionRow> problemActions) {

    /** A state. */
    @Schema(name = "LifecycleState")
    record StateRow(CaseState state, String label, boolean active) {}

    /** A move: from where to where, by whom, with which fields, under which conditions. */
    @Schema(name = "LifecycleAction")
    record ActionRow(CaseAction action, String label, int rule, List<CaseState> from, CaseState to, List<Role> roles,
            List<TransitionField> requiredFields, List<TransitionField> optionalFields, List<Gate> gates,
            boolean proposerExcluded,
            @Schema(description = "Whether nobody does it who has or had any other part in the case") boolean participantsExcluded,
            UnitKind notifies) {}

    /** A move of one problem. */
    @Schema(name = "LifecycleProblemAction")
    record ProblemActionRow(ProblemAction action, List<ProblemState> from, ProblemState to, List<Role> roles,
            List<Role> rolesIfRestricted) {}

    /** Gives a constant its label in the language of the caller. */
    @FunctionalInterface
    interface Labels {
        String of(Enum<?> constant);
    }

    static Lifecycle of(Labels labels) {
        return new Lifecycle(
                Stream.of(CaseState.values()).map(
                        state -> new StateRow(state, labels.of(state), CaseState.ACTIVE.contains(state))).toList(),
                Stream.of(CaseAction.values()).map(action -> row(action, labels)).toList(),
                Stream.of(ProblemAction.values()).map(Lifecycle::row).toList());
    }

    private static ActionRow row(CaseAction action, Labels labels) {
        return new ActionRow(action, labels.of(action), action.rule(), action.sources().stream().sorted().toList(),
                action.target(), action.roles().stream().sorted().toList(), action.required(), action.optional(),
                action.gates(), action.isDecisionOnNomination(), action.isJudgementOfAcceptance(), action.notified());
    }

    private static ProblemActionRow row(ProblemAction action) {
        return new ProblemActionRow(action, action.sources().stream().sorted().toList(), action.target(),
                action.roles(false).stream().sorted().toList(), action.roles(true).stream().sorted().toList());
    }
}
