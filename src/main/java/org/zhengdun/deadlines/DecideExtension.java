package org.zhengdun.deadlines;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/**
 * Decides on a later date or a stop of the clock: the county until one was granted for the deadline, then the city, never who
 * asked (docs/domain.md section 8).
 */
@RequestScoped
class DecideExtension {

    private final CaseFiles files;
    private final Caller caller;
    private final Clocks clocks;
    private final Grants grants;
    private final Extensions extensions;
    private final ExtensionQueries queries;
    private final Days days;

    DecideExtension(CaseFiles files, Caller caller, Clocks clocks, Grants grants, Extensions extensions,
            ExtensionQueries queries,
            Days days) {
        this.files = files;
        this.caller = caller;
        this.clocks = clocks;
        this.grants = grants;
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
        extensions.reload(extension);
        extension.requirePending();
        if (request.decision() == ExtensionDecisionRequest.Decision.APPROVE) {
            grants.requirePossible(clock, extension);
        }
        return decided(file, extension, request);
    }

    private Written decided(CaseFile file, Extension extension, ExtensionDecisionRequest request) {
        ExtensionRow before = queries.byId(extension.extensionId());
        extension.decide(request, file.acting(), days.now());
        extensions.flush();
        if (request.decision() == ExtensionDecisionRequest.Decision.APPROVE) {
            grants.apply(extension, new Note(file.acting(), request.reason()));
        }
        ExtensionRow after = queries.byId(before.id());
        String result = request.decision().result().name().toLowerCase(Locale.ROOT);
        long version = files.record(file, after.kind().named(result), request.reason(),
                new Change(after.kind().named("decide"), "extension", Long.toString(after.id()), file.place(),
                        request.reason(), before, after));
        return Written.created(after, version, "/api/v1/cases/" + file.caseId() + "/extensions");
    }

    /** Which level decides follows from what was granted so far: of a decided request it says nothing any more. */
    private Acting decider(RunningClock clock, Extension extension, CaseFile seen) {
        Role level = clock.grantedBefore() ? Role.CITY_ORG : Role.COUNTY_ORG;
        Acting acting = caller.actingOnCase(Set.of(level), seen.caseId(), seen.place()).orElseThrow(
                () -> ProblemException.ruleViolated("wrong-level"));
        if (extension.isRequestedBy(acting.accountId())) {
            throw ProblemException.ruleViolated("requester-is-not-approver");
        }
        return acting;
    }
}
