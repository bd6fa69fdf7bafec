package org.zhengdun.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;

/** The checks of a case as they are shown. */
@ApplicationScoped
class CaseChecks {

    private final CheckQueries queries;
    private final GateSource gates;
    private final Caller caller;

    CaseChecks(CheckQueries queries, GateSource gates, Caller caller) {
        this.queries = queries;
        this.gates = gates;
        this.caller = caller;
    }

    /** From when on a check can be held; empty when nobody applied. */
    Optional<CheckRequest.Earliest> earliest(long caseId) {
        return queries.earliest(caseId);
    }

    List<CheckRow> all(CaseFile file) {
        List<StoredCheck> checks = queries.ofCase(file.caseId());
        Map<Long, CheckSheet> sheets = queries.sheets(checks);
        AcceptanceGates thresholds = gates.of(file.caseId());
        return checks.stream().map(check -> CheckRow.of(check, Objects.requireNonNull(sheets.get(check.id())),
                thresholds, isOpenTo(file, check))).toList();
    }

    /** One check; statistics clients learn neither who is on the team nor what was answered: standards tell problems. */
    CheckDetail one(CaseFile file, long checkId) {
        StoredCheck check = queries.find(file.caseId(), checkId).orElseThrow(ProblemException::notFound);
        CheckDetail detail = CheckDetail.of(check, queries.sheet(check),
                new CheckDetail.Teams(queries.team(checkId), queries.formerTeam(checkId)), gates.of(file.caseId()),
                isOpenTo(file, check));
        boolean internal = caller.internalScope(Permission.CASE_READ).coversCase(file.caseId(), file.place());
        return internal ? detail : detail.withoutAnswers();
    }

    /** What is recorded is shown to everybody when the check is completed, before to the checking level and the team alone. */
    private boolean isOpenTo(CaseFile file, StoredCheck check) {
        return check.state() == CheckState.COMPLETED
                || caller.actingOnCase(check.purpose().seenBy(), file.caseId(), file.place()).isPresent();
    }

    /** Whether a check of this application was completed already: it is judged, not repeated. */
    boolean isChecked(long caseId) {
        return queries.isChecked(caseId);
    }
}
