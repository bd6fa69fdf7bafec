package org.zhengdun.cases;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;

/** Records what a superior did about years without change (docs/domain.md section 1). */
@RequestScoped
class HandleAlert {

    private static final Set<String> STATES = CaseState.ACTIVE.stream().map(Enum::name).collect(
            Collectors.toUnmodifiableSet());

    private final OpenCases open;
    private final CarryOvers carryOvers;
    private final Days days;

    HandleAlert(OpenCases open, CarryOvers carryOvers, Days days) {
        this.open = open;
        this.carryOvers = carryOvers;
        this.days = days;
    }

    long run(long caseId, int years, ChangeControl control, AccountabilityResource.AlertHandlingRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_SUPERVISE, control, STATES);
        requireAlert(caseId, years);
        if (!carryOvers.handleAlert(caseId, years, request.text(), file.acting(), days.now())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "alert.is-handled");
        }
        return open.record(file, "accountability.handled", null,
                Change.created("case.accountability", "accountability-alert", caseId, file.place(), request));
    }

    private void requireAlert(long caseId, int years) {
        if (carryOvers.ofCase(caseId, true).stream().noneMatch(
                row -> row.years() == years && row.accountability() != null)) {
            throw ProblemException.notFound();
        }
    }
}
