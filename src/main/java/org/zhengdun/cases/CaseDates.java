package org.zhengdun.cases;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.deadlines.Obligation;
import org.zhengdun.deadlines.Term;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.settings.BudgetUnit;
import org.zhengdun.settings.DeadlineRules;
import org.zhengdun.settings.DueRule;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;

/** Which deadlines the moves and measures of a case open, move and end (docs/deadlines.md). */
@RequestScoped
class CaseDates {

    private final Deadlines deadlines;
    private final Rounds rounds;
    private final Days days;

    CaseDates(Deadlines deadlines, Rounds rounds, Days days) {
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.days = days;
    }

    /** The deadline that a confirmation gives. */
    LocalDate caseDeadline(RectificationCase subject, TransitionRequest request) {
        return request.deadline() == null
                ? rules(subject).caseDeadline(days.today())
                : request.deadline();
    }

    /** What a move means for the deadlines of its case. */
    void follow(RectificationCase subject, TransitionRequest request, Acting acting) {
        Note note = new Note(acting, request.reason());
        long caseId = subject.caseId();
        switch (request.action()) {
            case CONFIRM -> confirmed(subject, request, note);
            case SUBMIT_PLAN -> deadlines.meet(DeadlineKind.PLAN, caseId, days.today(), note);
            case RETURN_PLAN -> deadlines.reopen(DeadlineKind.PLAN, caseId, note);
            case BASICALLY_PASS -> deadlines.set(part(subject, DeadlineKind.SECOND_CHECK, caseId),
                    new Term.Until(days.today(), requireNonNull(request.secondCheckOn())), note);
            case FAIL_ACCEPTANCE -> {
                deadlines.meet(DeadlineKind.SECOND_CHECK, caseId, days.today(), note);
                runAgain(subject, request, note);
            }
            case REVOKE -> runAgain(subject, request, note);
            case TRANSFORM -> transformed(caseId, note);
            case CLOSE -> end(caseId, note);
            case CANCEL, SUBMIT, RETURN, REJECT, START_PLANNING, APPROVE_PLAN, SELF_CHECK, APPLY_FOR_ACCEPTANCE -> {
            }
        }
    }

    /** Nothing in the case is due any more. */
    void end(long caseId, Note note) {
        deadlines.cancelAll(caseId, note);
    }

    /** The round that rules the case from now on gives it another deadline. */
    void carriedOver(RectificationCase subject, LocalDate dueOn, Note note) {
        run(subject.caseId(), dueOn, rules(subject).deadlines(), note);
    }

    /** How a measure of the case is due: the date it was given, the date of the rule, or none. */
    Term term(RectificationCase subject, MeasureTerms terms) {
        DueRule rule = rules(subject).deadlines().ofMeasure(terms.kind());
        return terms.dueOn() == null && rule.gives()
                ? new Term.Within(terms.startsOn(), rule.days(), rule.unit())
                : new Term.Until(terms.startsOn(), terms.dueOn());
    }

    /** The date that the term gives in the case. */
    @Nullable
    LocalDate dueOn(RectificationCase subject, Term term) {
        return deadlines.dueOn(term, subject.key().place());
    }

    /** The measure is due so, while the plan is being written. */
    void draftMeasure(RectificationCase subject, long measureId, Term term, Acting acting) {
        deadlines.redraft(part(subject, DeadlineKind.MEASURE, measureId), term, Note.by(acting));
    }

    /** Whether the measure was ever given more time on request. */
    boolean wasMovedOnRequest(long measureId) {
        return deadlines.wasMovedOnRequest(DeadlineKind.MEASURE, measureId);
    }

    /** A deadline is met on the day of the report, whatever day the report names. */
    void finishMeasure(long measureId, Acting acting) {
        deadlines.meet(DeadlineKind.MEASURE, measureId, days.today(), Note.by(acting));
    }

    private void confirmed(RectificationCase subject, TransitionRequest request, Note note) {
        Settings rules = rules(subject);
        long caseId = subject.caseId();
        run(caseId, caseDeadline(subject, request), rules.deadlines(), note);
        deadlines.set(Obligation.ofCase(DeadlineKind.PLAN, caseId, caseId, rules.deadlines().yellowDaysPart()),
                new Term.Within(days.today(), rules.planDueDays(), BudgetUnit.CALENDAR_DAYS), note);
    }

    private void transformed(long caseId, Note note) {
        deadlines.meet(DeadlineKind.CASE, caseId, days.today(), note);
        deadlines.meet(DeadlineKind.SECOND_CHECK, caseId, days.today(), note);
    }

    private void runAgain(RectificationCase subject, TransitionRequest request, Note note) {
        run(subject.caseId(), requireNonNull(request.deadline()), rules(subject).deadlines(), note);
    }

    private void run(long caseId, LocalDate dueOn, DeadlineRules rules, Note note) {
        deadlines.set(Obligation.ofCase(DeadlineKind.CASE, caseId, caseId, rules.yellowDaysCase()),
                new Term.Until(days.today(), dueOn), note);
    }

    private Obligation part(RectificationCase subject, DeadlineKind kind, long subjectId) {
        return Obligation.ofCase(kind, subjectId, subject.caseId(), rules(subject).deadlines().yellowDaysPart());
    }

    private Settings rules(RectificationCase subject) {
        return rounds.byId(subject.roundId()).settings();
    }
}
