package org.zhengdun.verification;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Forms the team of a check and pins its checklist. */
@ApplicationScoped
class FormCheck {

    private final CaseFiles files;
    private final AcceptanceChecks checks;
    private final ChecklistQueries checklists;
    private final CaseChecks shown;
    private final Teams teams;
    private final Days days;

    FormCheck(CaseFiles files, AcceptanceChecks checks, ChecklistQueries checklists, CaseChecks shown,
            Teams teams, Days days) {
        this.files = files;
        this.checks = checks;
        this.checklists = checklists;
        this.shown = shown;
        this.teams = teams;
        this.days = days;
    }

    Written run(long caseId, ChangeControl control, CheckRequest request) {
        CaseFile file = files.change(caseId, Permission.CHECK_FORM, control, Set.of("ACCEPTANCE"));
        RecordCheck.requireNone(request.refused(shown.earliest(caseId), days.today()));
        if (shown.isChecked(caseId)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "check.already-completed");
        }
        return form(file, new AcceptanceCheck.Origin(caseId, CheckPurpose.ACCEPTANCE, null), request);
    }

    /** Forms a check of either purpose on a case that was opened for it. */
    Written form(CaseFile file, AcceptanceCheck.Origin origin, CheckRequest request) {
        RecordCheck.requireNone(request.refused(Optional.empty(), days.today()));
        long caseId = file.caseId();
        long checklist = checklist(file, request);
        AcceptanceCheck check = new AcceptanceCheck(origin, checklist, request.heldOn(),
                teams.named(file, request.team()), file.acting().accountId(), days.now());
        checks.persistAndFlush(check);
        CheckDetail detail = shown.one(file, check.checkId());
        long version = files.record(file, origin.purpose().formed(), null,
                Change.created(origin.purpose().forming(), "check", check.checkId(), file.place(), detail));
        return Written.created(detail, version, "/api/v1/cases/%d/checks/%d".formatted(caseId, check.checkId()));
    }

    private long checklist(CaseFile file, CheckRequest request) {
        Long asked = request.checklistId();
        if (asked == null) {
            return checklists.newestPublished(file.place()).orElseThrow(
                    () -> ProblemException.invalid("/checklistId", "reference.unknown"));
        }
        if (!checklists.isPublishedFor(asked, file.place())) {
            throw ProblemException.invalid("/checklistId", "reference.unknown");
        }
        return asked;
    }
}
