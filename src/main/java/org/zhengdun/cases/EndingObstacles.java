package org.zhengdun.cases;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.access.Separation;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;

/** What of a case keeps its branch from being closed or merged (docs/org-tree.md, close and merge). */
@RequestScoped
class EndingObstacles {

    private final CaseFactsReader facts;
    private final Separation separation;

    EndingObstacles(CaseFactsReader facts, Separation separation) {
        this.facts = facts;
        this.separation = separation;
    }

    /** A case does not end with its branch while the county could not cancel it. */
    List<Message> ofCancelling(RectificationCase subject) {
        CaseFacts seen = facts.read(subject.key());
        List<Message> refusals = CaseAction.CANCEL.gates().stream().flatMap(
                gate -> gate.refusals(seen).stream()).toList();
        return refusals.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(Message.of("org.case-not-cancelled", subject.number())),
                        refusals.stream()).toList();
    }

    /** Who verifies or verified a case is no member of the branch that goes on with it. */
    List<Message> ofHandingOver(RectificationCase subject, Unit successor) {
        int members = separation.inspectorsIn(subject.caseId(), successor.id());
        return members == 0
                ? List.of()
                : List.of(Message.of("org.inspector-of-successor", subject.number(), members, successor.name()));
    }

    void require(List<Message> refusals) {
        if (!refusals.isEmpty()) {
            throw ProblemException.gatesNotMet(refusals);
        }
    }
}
