package org.zhengdun.helpers;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.access.CaseAssignments;
import org.zhengdun.access.Separation;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Assigns a helper to a case, with an account when he shall see it. */
@ApplicationScoped
class AssignHelper {

    static final Set<String> STATES = Set.of("CONFIRMED", "PLANNING", "PLAN_SUBMITTED", "RECTIFYING", "SELF_CHECKED",
            "ACCEPTANCE", "TRANSFORMED");

    private final CaseFiles files;
    private final HelperAssignments helpers;
    private final CaseAssignments assignments;
    private final Separation separation;
    private final Caller caller;
    private final Days days;

    AssignHelper(CaseFiles files, HelperAssignments helpers, CaseAssignments assignments, Separation separation,
            Caller caller, Days days) {
        this.files = files;
        this.helpers = helpers;
        this.assignments = assignments;
        this.separation = separation;
        this.caller = caller;
        this.days = days;
    }

    Written run(long caseId, ChangeControl control, HelperRequest request) {
        CaseFile file = files.change(caseId, Permission.HELPER_ASSIGN, control, STATES);
        List<Invalid> faults = request.faults(days.today());
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        HelperAssignment helper = new HelperAssignment(caseId, request, access(file, request),
                file.acting().accountId(), days.now());
        helpers.persistAndFlush(helper);
        HelperRow row = helper.row();
        long version = files.record(file, "helper.assigned", null,
                Change.created("helper.assign", "helper", row.id(), file.place(), row));
        return Written.created(row, version, "/api/v1/cases/%d/helpers/%d".formatted(caseId, row.id()));
    }

    /** The account that sees the case from the first day on; null when the helper does not sign in. */
    private @Nullable Long access(CaseFile file, HelperRequest request) {
        String subject = request.subject();
        if (subject == null) {
            return null;
        }
        separation.requireNoInspector(file.caseId(), caller.issuer(), subject);
        long accountId = assignments.account(caller.issuer(), subject, request.accountName());
        assignments.assign(accountId, Role.HELPER, file.caseId(), file.place()[file.place().length - 1],
                request.since().atStartOfDay(Days.ZONE).toInstant());
        return accountId;
    }
}
