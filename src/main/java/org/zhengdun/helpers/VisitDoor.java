package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.CallerGrants.Ended;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;

/** Opens a case to log a visit: for its helpers, and for a time for who was one and comes back from being offline. */
@RequestScoped
class VisitDoor {

    private final CaseFiles files;
    private final Caller caller;
    private final ReleaseRule rule;
    private final Days days;

    VisitDoor(CaseFiles files, Caller caller, ReleaseRule rule, Days days) {
        this.files = files;
        this.caller = caller;
        this.rule = rule;
        this.days = days;
    }

    /** An opened case, and whether the assignment had ended. */
    record Opened(CaseFile file, boolean late) {}

    Opened open(long caseId) {
        Optional<Ended> ended = caller.endedOnCase(Permission.VISIT_LOG, caseId);
        if (ended.isEmpty()) {
            return new Opened(files.add(caseId, Permission.VISIT_LOG, AssignHelper.STATES), false);
        }
        CaseFile file = files.handIn(caseId, Permission.VISIT_LOG);
        LocalDate endedOn = LocalDate.ofInstant(ended.get().endedAt(), Days.ZONE);
        if (days.today().isAfter(endedOn.plusDays(rule.visitGraceDays(caseId)))) {
            throw ProblemException.notFound();
        }
        return new Opened(file, true);
    }
}
