package org.zhengdun.helpers;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.access.CaseAssignments;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Releases a helper: only when the rule lets him go or somebody else of his kind has taken over, or he has not begun. */
@ApplicationScoped
class ReleaseHelper {

    private static final Set<String> STATES = Set.of("CONFIRMED", "PLANNING", "PLAN_SUBMITTED", "RECTIFYING",
            "SELF_CHECKED", "ACCEPTANCE", "TRANSFORMED", "CLOSED", "CANCELLED");

    private final CaseFiles files;
    private final HelperAssignments helpers;
    private final CaseAssignments assignments;
    private final ReleaseRule rule;
    private final Days days;

    ReleaseHelper(CaseFiles files, HelperAssignments helpers, CaseAssignments assignments, ReleaseRule rule,
            Days days) {
        this.files = files;
        this.helpers = helpers;
        this.assignments = assignments;
        this.rule = rule;
        this.days = days;
    }

    Written run(long caseId, long helperId, ChangeControl control, ReleaseRequest request) {
        CaseFile file = files.change(caseId, Permission.HELPER_ASSIGN, control, STATES);
        HelperAssignment helper = helpers.of(caseId, helperId);
        HelperRow before = helper.row();
        if (request.until().isAfter(days.today())) {
            throw ProblemException.invalid("/until", "date.in-future");
        }
        end(file, helperId, helper, request);
        endAccess(caseId, helper);
        HelperRow after = helper.row();
        boolean withdrawn = after.withdrawn();
        long version = files.record(file, withdrawn ? "helper.withdrawn" : "helper.released", request.reason(),
                new Change(withdrawn ? "helper.withdraw" : "helper.release", "helper", Long.toString(helperId),
                        file.place(), request.reason(), before, after));
        return Written.changed(after, version);
    }

    private void end(CaseFile file, long helperId, HelperAssignment helper, ReleaseRequest request) {
        if (helper.isBefore(days.today())) {
            helper.withdraw(days.today(), request.reason(), file.acting().accountId(), days.now());
        } else {
            helper.release(request, file.acting().accountId(), days.now());
            requireMayGo(file, helperId, helper.kind());
        }
    }

    private void requireMayGo(CaseFile file, long helperId, HelperKind kind) {
        Set<String> releasing = rule.releasingStates(file.caseId());
        if (!releasing.contains(file.state())
                && !helpers.isReplaced(file.caseId(), helperId, kind, days.today())) {
            throw ProblemException.gatesNotMet(List.of(Message.of("helpers.not-released-until",
                    String.join(", ", releasing.stream().sorted().toList()))));
        }
    }

    private void endAccess(long caseId, HelperAssignment helper) {
        Long accountId = helper.accountId();
        if (accountId != null && !helpers.hasRunning(caseId, accountId)) {
            assignments.end(accountId, Role.HELPER, caseId, days.now());
        }
    }
}
