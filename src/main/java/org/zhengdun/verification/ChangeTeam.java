package org.zhengdun.verification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;
import org.zhengdun.verification.RecordCheck.CheckKey;

/** Mends a check whose team cannot finish it: other members before anything is recorded, afterwards another check. */
@ApplicationScoped
class ChangeTeam {

    private final CaseFiles files;
    private final AcceptanceChecks checks;
    private final CheckQueries queries;
    private final CaseChecks shown;
    private final Teams teams;
    private final Days days;

    ChangeTeam(CaseFiles files, AcceptanceChecks checks, CheckQueries queries, CaseChecks shown, Teams teams,
            Days days) {
        this.files = files;
        this.checks = checks;
        this.queries = queries;
        this.shown = shown;
        this.teams = teams;
        this.days = days;
    }

    /** The team of a check of which nothing is recorded; former members stay readable. */
    Written replace(CheckKey key, ChangeControl control, TeamRequest request) {
        CaseFile file = open(key, control);
        AcceptanceCheck check = checks.of(key.caseId(), key.checkId());
        check.requireUnrecorded();
        RecordCheck.requireNone(request.refused());
        CheckDetail before = shown.one(file, key.checkId());
        List<TeamMember> former = check.team();
        List<TeamMember> present = teams.named(file, request.team());
        check.replaceTeam(present);
        checks.flush();
        Set<Long> stayed = present.stream().map(TeamMember::accountId).collect(Collectors.toSet());
        List<TeamMember> left = former.stream().filter(member -> !stayed.contains(member.accountId())).toList();
        teams.remember(key.checkId(), file, left, request.reason());
        teams.dismiss(key.caseId(), left);
        CheckDetail after = shown.one(file, key.checkId());
        return recorded(file, after, new Change("check.team-replaced", "check", Long.toString(after.id()),
                file.place(), request.reason(), before, after));
    }

    /** A check that is not finished; what was recorded stays readable, another one may be formed. */
    Written cancel(CheckKey key, ChangeControl control, CancellationRequest request) {
        CaseFile file = open(key, control);
        AcceptanceCheck check = checks.of(key.caseId(), key.checkId());
        check.requireRunning();
        CheckDetail before = shown.one(file, key.checkId());
        check.cancel(request.reason(), file.acting().accountId(), days.now());
        checks.flush();
        teams.dismiss(key.caseId(), check.team());
        CheckDetail after = shown.one(file, key.checkId());
        return recorded(file, after, new Change("check.cancelled", "check", Long.toString(after.id()), file.place(),
                request.reason(), before, new Cancelled(after.id())));
    }

    /** Who forms such a check changes it. */
    private CaseFile open(CheckKey key, ChangeControl control) {
        CheckPurpose purpose = queries.purpose(key.caseId(), key.checkId()).orElse(CheckPurpose.ACCEPTANCE);
        CaseFile file = files.change(key.caseId(), Permission.CHECK_TEAM, control, purpose.states());
        if (!purpose.formedWith().roles().contains(file.acting().role())) {
            throw ProblemException.ruleViolated("wrong-level");
        }
        return file;
    }

    /** What the timeline says; what was recorded so far is not for everybody who reads it. */
    private record Cancelled(long checkId) {}

    private Written recorded(CaseFile file, CheckDetail after, Change change) {
        return Written.changed(after, files.record(file, change.action(), change.reason(), change));
    }
}
