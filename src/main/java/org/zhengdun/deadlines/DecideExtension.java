package org.zhengdun.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/**
 * Decides on a later date: the county the first time, the city from the second time on, never who asked
 * (docs/domain.md section 8).
 */
@RequestScoped
class DecideExtension {

    private final CaseFiles files;
    private final Caller caller;
    private final Clocks clocks;
    private final Extensions extensions;
    private final ExtensionQueries queries;
    private final Days days;

    DecideExtension(CaseFiles files, Caller caller, Clocks clocks, Extensions extensions, ExtensionQueries queries,
            Days days) {
        this.files = files;
        this.caller = caller;
        this.clocks = clocks;
        this.extensions = extensions;
        this.queries = queries;
        this.days = days;
    }

    Written run(long caseId, long extensionId, ChangeControl control, ExtensionDecisionRequest request) {
        CaseFile seen = files.read(caseId);
        Extension extension = extensions.ofCase(extensionId, caseId);
        caller.requireActingOnCase(Permission.EXTENSION_DECIDE, caseId, seen.place());
        RunningClock clock = clocks.find(extension.deadlineId(), caseId).orElseThrow(ProblemException::notFound);
        Acting acting = extension.isPending() ? decider(clock, extension, seen) : seen.acting();
        CaseFile file = files.change(caseId, Permission.EXTENSION_DECIDE, control, RunningClock.CASE_STATES).as(acting);
        extension.requirePending();
        if (request.decision() == ExtensionDecisionRequest.Decision.APPROVE) {
            requireStillLater(clock, extension.newDueOn());
        }
        ExtensionRow before = queries.byId(extensionId);
        extension.decide(request, acting.accountId(), days.now());
        extensions.flush();
        if (request.decision() == ExtensionDecisionRequest.Decision.APPROVE) {
            clocks.extend(extension.deadlineId(), extension.newDueOn(), new Note(acting, request.reason()));
        }
        ExtensionRow after = queries.byId(extensionId);
        long version = files.record(file, "extension." + request.decision().result().name().toLowerCase(
                Locale.ROOT), request.reason(), new Change("extension.decide", "extension",
                        Long.toString(extensionId), file.place(), request.reason(), before, after));
        return Written.created(after, version, "/api/v1/cases/" + caseId + "/extensions");
    }

    /** Which level decides follows from what was granted so far: of a decided request it says nothing any more. */
    private Acting decider(RunningClock clock, Extension extension, CaseFile seen) {
        Role level = clock.extensions() == 0 ? Role.COUNTY_ORG : Role.CITY_ORG;
        Acting acting = caller.actingOnCase(Set.of(level), seen.caseId(), seen.place()).orElseThrow(
                () -> ProblemException.ruleViolated("wrong-level"));
        if (extension.isRequestedBy(acting.accountId())) {
            throw ProblemException.ruleViolated("requester-is-not-approver");
        }
        return acting;
    }

    private void requireStillLater(RunningClock clock, LocalDate newDueOn) {
        LocalDate dueOn = clock.requireRunning();
        clock.requireNotSuspended(days.today());
        if (!newDueOn.isAfter(dueOn)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "extension.overtaken", dueOn);
        }
        if (clock.isBeyondCase(newDueOn)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "extension.beyond-case",
                    requireNonNull(clock.caseDueOn()));
        }
    }
}
