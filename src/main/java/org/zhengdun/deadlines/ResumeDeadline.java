package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Lets the stopped clock of a case or measure run again before the planned day: the date comes nearer. */
@RequestScoped
class ResumeDeadline {

    private static final String KIND = "deadline.resumed";

    private final CaseFiles files;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final Days days;

    ResumeDeadline(CaseFiles files, Clocks clocks, Deadlines deadlines, Days days) {
        this.files = files;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.days = days;
    }

    Written run(long caseId, long deadlineId, ChangeControl control, ResumptionRequest request) {
        files.read(caseId);
        clock(caseId, deadlineId);
        CaseFile file = files.change(caseId, Permission.DEADLINE_RESUME, control, RunningClock.CASE_STATES);
        RunningClock clock = clock(caseId, deadlineId);
        LocalDate plannedOn = requireStopped(clock, file);
        requireMeasuresWithin(clock, caseId, plannedOn);
        DeadlineDetail before = detail(caseId, deadlineId);
        clocks.resume(deadlineId, plannedOn, new Note(file.acting(), request.reason()));
        DeadlineDetail after = detail(caseId, deadlineId);
        long version = files.record(file, KIND, request.reason(), new Change(KIND, "deadline",
                Long.toString(deadlineId), file.place(), request.reason(), before, after));
        return Written.created(after, version, "/api/v1/cases/" + caseId);
    }

    private RunningClock clock(long caseId, long deadlineId) {
        return clocks.find(deadlineId, caseId).orElseThrow(ProblemException::notFound);
    }

    /** The day on which the clock was to run again. */
    private LocalDate requireStopped(RunningClock clock, CaseFile file) {
        if (!clock.isMovable(file.state())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.not-movable");
        }
        clock.requireRunning();
        LocalDate plannedOn = clock.resumesOn();
        if (plannedOn == null || !Lateness.isSuspended(plannedOn, days.today())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "deadline.not-suspended");
        }
        return plannedOn;
    }

    /** No open measure may then end after its case: such measures are resumed first. */
    private void requireMeasuresWithin(RunningClock clock, long caseId, LocalDate plannedOn) {
        if (clock.kind() != DeadlineKind.CASE) {
            return;
        }
        LocalDate dueOn = clock.requireRunning().minusDays(ChronoUnit.DAYS.between(days.today(), plannedOn));
        List<Message> refusals = clocks.measuresAfter(caseId, dueOn).stream().map(
                measure -> Message.of("resumption.measure-beyond-case", Long.toString(measure.measureId()),
                        measure.dueOn(), dueOn)).toList();
        if (!refusals.isEmpty()) {
            throw ProblemException.gatesNotMet(refusals);
        }
    }

    private DeadlineDetail detail(long caseId, long deadlineId) {
        return deadlines.ofCase(caseId, false, AsOf.NOW).stream().filter(
                deadline -> deadline.id() == deadlineId).findFirst().orElseThrow(ProblemException::notFound);
    }
}
