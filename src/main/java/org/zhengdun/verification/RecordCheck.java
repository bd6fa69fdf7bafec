package org.zhengdun.verification;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.access.CaseAssignments;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** What the team does with a running check: answers, ballots, completion. */
@ApplicationScoped
class RecordCheck {

    /** An inspector may repeat his last request as long as idempotency keys live; then his access ends. */
    private static final Duration AFTERWARDS = Duration.ofHours(24);

    private final CaseFiles files;
    private final AcceptanceChecks checks;
    private final CheckQueries queries;
    private final CaseChecks shown;
    private final GateSource gates;
    private final CaseAssignments assignments;
    private final Days days;

    RecordCheck(CaseFiles files, AcceptanceChecks checks, CheckQueries queries, CaseChecks shown, GateSource gates,
            CaseAssignments assignments, Days days) {
        this.files = files;
        this.checks = checks;
        this.queries = queries;
        this.shown = shown;
        this.gates = gates;
        this.assignments = assignments;
        this.days = days;
    }

    Written answers(CheckKey key, ChangeControl control, AnswersRequest request) {
        return record(key, control, "check.answered",
                (check, file) -> check.answer(request, queries.items(check.checklistId())));
    }

    Written ballots(CheckKey key, ChangeControl control, BallotsRequest request) {
        return record(key, control, "check.ballots-counted", (check, file) -> check.count(request));
    }

    Written complete(CheckKey key, ChangeControl control, CompletionRequest request) {
        return record(key, control, "check.completed", (check, file) -> {
            check.complete(queries.items(check.checklistId()), gates.of(key.caseId()), request, days.now(),
                    file.acting().accountId());
            check.team().forEach(member -> assignments.end(member.accountId(), Role.INSPECTOR, key.caseId(),
                    days.now().plus(AFTERWARDS)));
        });
    }

    /** A check of a case. */
    record CheckKey(long caseId, long checkId) {}

    static void requireNone(List<Invalid> refused) {
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }

    private interface Verb {
        void apply(AcceptanceCheck check, CaseFile file);
    }

    private Written record(CheckKey key, ChangeControl control, String kind, Verb verb) {
        CheckPurpose purpose = queries.purpose(key.caseId(), key.checkId()).orElse(CheckPurpose.ACCEPTANCE);
        CaseFile file = files.change(key.caseId(), Permission.CHECK_RECORD, control, purpose.states());
        AcceptanceCheck check = checks.of(key.caseId(), key.checkId());
        check.requireMember(file.acting().accountId());
        check.requireRunning();
        CheckDetail before = shown.one(file, key.checkId());
        verb.apply(check, file);
        checks.flush();
        CheckDetail after = shown.one(file, key.checkId());
        Audience audience = check.isRunning() ? purpose.audience() : Audience.EVERYBODY;
        long version = files.record(file, new CaseNews(kind, null, audience),
                new Change(kind, "check", Long.toString(key.checkId()),
                        file.place(), null, before, after));
        return Written.changed(after, version);
    }
}
