package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Asks for a later date or for a stop of the clock, not after the present date has passed (docs/domain.md section 1). */
@RequestScoped
class RequestExtension {

    private final CaseFiles files;
    private final Clocks clocks;
    private final RuleSource rules;
    private final Extensions extensions;
    private final ExtensionQueries queries;
    private final Days days;

    RequestExtension(CaseFiles files, Clocks clocks, RuleSource rules, Extensions extensions, ExtensionQueries queries,
            Days days) {
        this.files = files;
        this.clocks = clocks;
        this.rules = rules;
        this.extensions = extensions;
        this.queries = queries;
        this.days = days;
    }

    Written run(long caseId, ChangeControl control, ExtensionRequest request) {
        CaseFile file = files.change(caseId, Permission.EXTENSION_REQUEST, control, RunningClock.CASE_STATES);
        RunningClock clock = clocks.find(request.deadlineId(), caseId).orElseThrow(
                () -> ProblemException.invalid("/deadlineId", "reference.unknown"));
        LocalDate dueOn = requireOpenTo(clock, file, request);
        Extension asked = new Extension(caseId, request, dueOn, file.acting().accountId(), days.now());
        extensions.persistAndFlush(asked);
        ExtensionRow row = queries.byId(asked.extensionId());
        long version = files.record(file, row.kind().named("requested"), request.reason(),
                Change.created(row.kind().named("request"), "extension", row.id(), file.place(), row));
        return Written.created(row, version, "/api/v1/cases/" + caseId + "/extensions");
    }

    private LocalDate requireOpenTo(RunningClock clock, CaseFile file, ExtensionRequest request) {
        if (!clock.isMovable(file.state())) {
            throw ProblemException.invalid("/deadlineId", "deadline.not-movable");
        }
        LocalDate dueOn = clock.requireRunning();
        clock.requireNotSuspended(days.today());
        RequestLimits limits = new RequestLimits(rules.deadlineRules(file.caseId()), clock, dueOn, days.today());
        limits.requireOpenTo(request.asked());
        List<Invalid> errors = limits.check(request);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return dueOn;
    }
}
