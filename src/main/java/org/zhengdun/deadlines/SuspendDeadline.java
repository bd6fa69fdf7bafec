package org.zhengdun.deadlines;

import java.time.temporal.ChronoUnit;
import java.time.LocalDate;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Stops the clock of a case or measure, and lets it run again before the planned day. */
@RequestScoped
class SuspendDeadline {

    private final CaseFiles files;
    private final Clocks clocks;
    private final RuleSource rules;
    private final Deadlines deadlines;
    private final Days days;

    SuspendDeadline(CaseFiles files, Clocks clocks, RuleSource rules, Deadlines deadlines, Days days) {
        this.files = files;
        this.clocks = clocks;
        this.rules = rules;
        this.deadlines = deadlines;
        this.days = days;
    }

    Written suspend(long caseId, long deadlineId, ChangeControl control, SuspensionRequest request) {
        RunningClock clock = visible(caseId, deadlineId);
        CaseFile file = files.change(caseId, Permission.DEADLINE_SUSPEND, control, RunningClock.CASE_STATES);
        requireMovable(clock, file).requireNotSuspended(days.today());
        checkDay(clock, caseId, request.resumesOn());
        DeadlineDetail before = detail(caseId, deadlineId);
        clocks.suspend(deadlineId, request.resumesOn(), new Note(file.acting(), request.reason()));
        return recorded(file, "deadline.suspended", request.reason(), before);
    }

    Written resume(long caseId, long deadlineId, ChangeControl control, ResumptionRequest request) {
        RunningClock clock = visible(caseId, deadlineId);
        CaseFile file = files.change(caseId, Permission.DEADLINE_SUSPEND, control, RunningClock.CASE_STATES);
        LocalDate plannedOn = requireMovable(clock, file).resumesOn();
        if (plannedOn == null || !Lateness.isSuspended(plannedOn, days.today())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.not-suspended");
        }
        DeadlineDetail before = detail(caseId, deadlineId);
        clocks.resume(deadlineId, plannedOn, new Note(file.acting(), request.reason()));
        return recorded(file, "deadline.resumed", request.reason(), before);
    }

    private RunningClock visible(long caseId, long deadlineId) {
        files.read(caseId);
        return clocks.find(deadlineId, caseId).orElseThrow(ProblemException::notFound);
    }

    private static RunningClock requireMovable(RunningClock clock, CaseFile file) {
        if (!clock.isMovable(file.state())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.not-movable");
        }
        clock.requireRunning();
        return clock;
    }

    private void checkDay(RunningClock clock, long caseId, LocalDate resumesOn) {
        if (!resumesOn.isAfter(days.today())) {
            throw ProblemException.invalid("/resumesOn", "date.not-in-future");
        }
        LocalDate latest = days.today().plusDays(rules.deadlineRules(caseId).maxSuspensionDays());
        if (resumesOn.isAfter(latest)) {
            throw ProblemException.invalid("/resumesOn", "suspension.too-long", latest);
        }
        LocalDate caseDueOn = clock.caseDueOn();
        long stopped = ChronoUnit.DAYS.between(days.today(), resumesOn);
        if (caseDueOn != null && clock.isBeyondCase(clock.requireRunning().plusDays(stopped))) {
            throw ProblemException.invalid("/resumesOn", "date.after-case-deadline", caseDueOn);
        }
    }

    private Written recorded(CaseFile file, String kind, String reason, DeadlineDetail before) {
        DeadlineDetail after = detail(file.caseId(), before.id());
        long version = files.record(file, kind, reason, new Change(kind, "deadline", Long.toString(before.id()),
                file.place(), reason, before, after));
        return Written.created(after, version, "/api/v1/cases/" + file.caseId());
    }

    private DeadlineDetail detail(long caseId, long deadlineId) {
        return deadlines.ofCase(caseId, false, AsOf.NOW).stream().filter(
                deadline -> deadline.id() == deadlineId).findFirst().orElseThrow(ProblemException::notFound);
    }
}
