package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;

/** The checks of a case as they are shown. */
@ApplicationScoped
class CaseChecks {

    private final CheckQueries queries;
    private final GateSource gates;

    CaseChecks(CheckQueries queries, GateSource gates) {
        this.queries = queries;
        this.gates = gates;
    }

    /** Since when a check can be held; empty when nobody applied. */
    Optional<LocalDate> earliest(long caseId) {
        return queries.appliedOn(caseId);
    }

    List<CheckRow> all(CaseFile file) {
        List<StoredCheck> checks = queries.ofCase(file.caseId());
        Map<Long, CheckSheet> sheets = queries.sheets(checks);
        AcceptanceGates thresholds = gates.of(file.caseId());
        return checks.stream().map(check -> CheckRow.of(check, Objects.requireNonNull(sheets.get(check.id())),
                thresholds)).toList();
    }

    /** One check; statistics clients do not learn who is on the team. */
    CheckDetail one(CaseFile file, long checkId) {
        StoredCheck check = queries.find(file.caseId(), checkId).orElseThrow(ProblemException::notFound);
        List<CheckDetail.Member> team = file.acting().role() == Role.STATISTICS ? List.of() : queries.team(checkId);
        return CheckDetail.of(check, queries.sheet(check), team, gates.of(file.caseId()));
    }

    /** Whether a check of this application was completed already: it is judged, not repeated. */
    boolean isChecked(long caseId) {
        return queries.isChecked(caseId);
    }
}
