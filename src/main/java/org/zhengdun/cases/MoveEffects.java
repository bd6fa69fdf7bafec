package org.zhengdun.cases;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.deadlines.Note;
import org.zhengdun.helpers.Helpers;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;
import org.zhengdun.verification.AcceptanceResults;
import org.zhengdun.verification.LookBacks;
import org.zhengdun.verification.UnfinishedChecks;

/** What each move does besides changing the state. */
@RequestScoped
class MoveEffects {

    private final Rounds rounds;
    private final Problems problems;
    private final ApprovedPlans plans;
    private final LookBacks lookBacks;
    private final Helpers helpers;
    private final CaseDates dates;
    private final SuperviseCase supervision;
    private final AcceptanceResults acceptances;
    private final UnfinishedChecks checks;
    private final Findings findings;
    private final Days days;

    MoveEffects(Rounds rounds, Problems problems, ApprovedPlans plans, LookBacks lookBacks, Helpers helpers,
            CaseDates dates, SuperviseCase supervision, AcceptanceResults acceptances, UnfinishedChecks checks,
            Findings findings, Days days) {
        this.rounds = rounds;
        this.problems = problems;
        this.plans = plans;
        this.lookBacks = lookBacks;
        this.helpers = helpers;
        this.dates = dates;
        this.supervision = supervision;
        this.acceptances = acceptances;
        this.checks = checks;
        this.findings = findings;
        this.days = days;
    }

    void apply(RectificationCase subject, TransitionRequest request, Acting acting) {
        switch (request.action()) {
            case SUBMIT -> subject.submit(requireNonNull(request.meetingOn()));
            case RETURN, REJECT -> subject.decide(request.action().target(), acting.accountId());
            case CONFIRM -> confirm(subject, request, acting);
            case START_PLANNING, SUBMIT_PLAN, RETURN_PLAN -> subject.moveTo(request.action().target());
            case APPLY_FOR_ACCEPTANCE -> subject.applyForAcceptance(days.now());
            case APPROVE_PLAN -> approvePlan(subject, acting);
            case REAPPROVE_PLAN -> reapprovePlan(subject, acting);
            case SELF_CHECK -> selfCheck(subject, request);
            case TRANSFORM -> transform(subject);
            case BASICALLY_PASS -> passBasically(subject, request);
            case FAIL_ACCEPTANCE -> failAcceptance(subject, request);
            case REVOKE -> revoke(subject, request);
            case CLOSE -> close(subject, acting);
            case CANCEL -> cancel(subject, requireNonNull(request.outcome()), requireNonNull(request.reason()), acting);
        }
        dates.follow(subject, request, acting);
    }

    /** How many problems that now lack an explanation the request lists as pending. */
    int newlyExplained(long caseId, TransitionRequest request) {
        Set<Long> listed = listed(request).stream().map(TransitionRequest.PendingProblem::problemId).collect(
                Collectors.toSet());
        return listed.isEmpty()
                ? 0
                : (int) problems.unfinished(caseId).stream().filter(
                        problem -> !problem.isPending() && listed.contains(problem.problemId())).count();
    }

    private void confirm(RectificationCase subject, TransitionRequest request, Acting acting) {
        subject.confirm(new RectificationCase.ConfirmedTerms(requireNonNull(request.decidedOn()),
                requireNonNull(request.documentNumber()), dates.caseDeadline(subject, request)), acting.accountId(),
                days.now());
    }

    /** Refuses a category and pending problems that the case does not know. */
    void requireKnown(RectificationCase subject, TransitionRequest request) {
        findings.category(subject, request.category());
        requirePendingKnown(subject.caseId(), request);
    }

    private void requirePendingKnown(long caseId, TransitionRequest request) {
        List<TransitionRequest.PendingProblem> pending = listed(request);
        if (pending.isEmpty()) {
            return;
        }
        Set<Long> unfinished = problems.unfinished(caseId).stream().map(Problem::problemId).collect(
                Collectors.toSet());
        List<Invalid> errors = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            if (!unfinished.contains(pending.get(i).problemId())) {
                errors.add(Invalid.of("/pending/" + i + "/problemId", "reference.unknown"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void approvePlan(RectificationCase subject, Acting acting) {
        subject.approvePlan(plans.approve(subject.caseId(), acting), days.now());
    }

    /** The self-check is made anew, and with it the reasons for what it leaves pending. */
    private void reapprovePlan(RectificationCase subject, Acting acting) {
        findings.forgetPending(subject.caseId());
        approvePlan(subject, acting);
    }

    private void selfCheck(RectificationCase subject, TransitionRequest request) {
        Map<Long, String> reasons = new HashMap<>();
        listed(request).forEach(pending -> reasons.put(pending.problemId(), pending.reason()));
        if (!reasons.isEmpty()) {
            problems.unfinished(subject.caseId()).stream().filter(
                    problem -> reasons.containsKey(problem.problemId())).forEach(
                            problem -> problem.markPending(requireNonNull(reasons.get(problem.problemId()))));
        }
        subject.selfCheck(requireNonNull(request.selfCheck()));
    }

    private static List<TransitionRequest.PendingProblem> listed(TransitionRequest request) {
        return request.pending() == null ? List.of() : request.pending();
    }

    private void transform(RectificationCase subject) {
        Settings settings = rounds.byId(subject.roundId()).settings();
        LocalDate today = days.today();
        subject.transform(today.plusMonths(settings.observationMonths()), days.now());
        lookBacks.schedule(subject.caseId(), settings.lookBackMonths().stream().map(today::plusMonths).toList(),
                settings.deadlines().yellowDaysPart());
    }

    private void passBasically(RectificationCase subject, TransitionRequest request) {
        LocalDate secondCheckOn = requireNonNull(request.secondCheckOn());
        acceptances.latest(subject.caseId()).ifPresent(check -> findings.consolidate(subject.caseId(), check,
                requireNonNull(request.tasks()), secondCheckOn));
        subject.passBasically(secondCheckOn, days.now());
    }

    private void failAcceptance(RectificationCase subject, TransitionRequest request) {
        subject.failAcceptance();
        findings.forgetPending(subject.caseId());
        Findings.Terms terms = terms(subject, request);
        acceptances.latest(subject.caseId()).ifPresent(check -> findings.open(subject.caseId(), check, terms));
    }

    private void revoke(RectificationCase subject, TransitionRequest request) {
        long caseId = subject.caseId();
        Findings.Terms terms = terms(subject, request);
        acceptances.failedSpotCheck(caseId).ifPresent(check -> findings.open(caseId, check, terms));
        lookBacks.relapses(caseId).forEach(relapse -> findings.relapsed(caseId, relapse, terms));
        subject.revoke();
        findings.forgetPending(caseId);
        lookBacks.cancelOpen(caseId);
    }

    private Findings.Terms terms(RectificationCase subject, TransitionRequest request) {
        return new Findings.Terms(findings.category(subject, request.category()), requireNonNull(request.deadline()),
                requireNonNull(request.reason()));
    }

    private void close(RectificationCase subject, Acting acting) {
        supervision.endWithCase(subject, acting);
        subject.close(days.now());
        helpers.releaseAll(subject.caseId(), days.today(), acting);
    }

    void cancel(RectificationCase subject, Outcome outcome, String reason, Acting acting) {
        dates.end(subject.caseId(), new Note(acting, reason));
        supervision.endWithCase(subject, acting);
        subject.cancel(outcome, days.now());
        lookBacks.cancelOpen(subject.caseId());
        checks.cancel(subject.caseId(), reason, acting);
        helpers.releaseAll(subject.caseId(), days.today(), acting);
    }
}
