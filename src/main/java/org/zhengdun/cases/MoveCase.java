package org.zhengdun.cases;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;

/** Moves a case along the lifecycle table: the only way its state changes. */
@RequestScoped
class MoveCase {

    private final OpenCases open;
    private final Guard guard;
    private final CaseFactsReader facts;
    private final MoveEffects effects;
    private final CaseJournal journal;
    private final Days days;

    MoveCase(OpenCases open, Guard guard, CaseFactsReader facts, MoveEffects effects, CaseJournal journal,
            Days days) {
        this.open = open;
        this.guard = guard;
        this.facts = facts;
        this.effects = effects;
        this.journal = journal;
        this.days = days;
    }

    /**
     * Makes the move and returns the version after it.
     *
     * @throws ProblemException 404 not visible, 403 another level or separated, 428 or 412 version, 409 no such move, 422
     *                          values, 409 gates
     */
    long move(long caseId, ChangeControl control, TransitionRequest request) {
        RectificationCase subject = open.visible(caseId);
        CaseKey key = subject.key();
        CaseAction action = request.action();
        if (guard.acting(action, key).isEmpty()) {
            throw ProblemException.ruleViolated("wrong-level");
        }
        control.requireVersion(subject.version());
        Acting acting = verdict(subject, request);
        effects.apply(subject, request, acting);
        return journal.recordMove(subject, acting,
                new CaseJournal.Move(action.name(), key.state(), action.notified()),
                new Change("case.transition." + action.name(), "case", Long.toString(caseId), key.place(),
                        request.reason(), Map.of("state", key.state()), request));
    }

    private Acting verdict(RectificationCase subject, TransitionRequest request) {
        CaseKey key = subject.key();
        CaseFacts seen = facts.read(key).withPending(effects.newlyExplained(key.caseId(), request));
        return switch (guard.judge(request.action(), key, seen)) {
            case Guard.Verdict.Open(Acting acting) -> {
                checkValues(subject, request);
                yield acting;
            }
            case Guard.Verdict.NoSuchMove() -> throw ProblemException.transitionNotAllowed(key.state().name(),
                    guard.allowed(key, seen).stream().map(Enum::name).toList());
            case Guard.Verdict.KeptOut(String rule) -> throw ProblemException.ruleViolated(rule);
            case Guard.Verdict.Lacking lacking -> throw refused(subject, request, lacking.refusals());
            case Guard.Verdict.Blocked(List<Message> refusals) -> throw refused(subject, request, refusals);
        };
    }

    /** Values are judged before conditions. */
    private ProblemException refused(RectificationCase subject, TransitionRequest request, List<Message> refusals) {
        checkValues(subject, request);
        return ProblemException.gatesNotMet(refusals);
    }

    private void checkValues(RectificationCase subject, TransitionRequest request) {
        TransitionRules.check(request, subject.meetingOn(), days.today());
        effects.requireKnown(subject, request);
    }
}
