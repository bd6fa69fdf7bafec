package org.zhengdun.opinions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Written;

/**
 * Asks departments for their opinion on a nomination under review. The version and the timeline of the case do not show it:
 * township and branch read both.
 */
@ApplicationScoped
class AskDepartments {

    private static final Set<String> STATES = Set.of("UNDER_REVIEW");

    private final CaseFiles files;
    private final Rounds rounds;
    private final DepartmentOpinions opinions;
    private final OpinionQueries queries;
    private final ChangeLog changes;
    private final Days days;

    AskDepartments(CaseFiles files, Rounds rounds, DepartmentOpinions opinions, OpinionQueries queries,
            ChangeLog changes, Days days) {
        this.files = files;
        this.rounds = rounds;
        this.opinions = opinions;
        this.queries = queries;
        this.changes = changes;
        this.days = days;
    }

    Written run(long caseId, ChangeControl control, OpinionsRequest request) {
        CaseFile file = files.change(caseId, Permission.OPINION_REQUEST, control, STATES);
        List<Invalid> errors = request.invalid(days.today());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        LocalDate dueOn = request.dueOn() == null
                ? days.today().plusDays(rounds.byId(file.roundId()).settings().departmentOpinionDays())
                : request.dueOn();
        Instant now = days.now();
        request.departments().forEach(
                department -> opinions.persist(new DepartmentOpinion(file, department, dueOn, now)));
        opinions.flush();
        List<OpinionRow> rows = queries.ofCase(caseId, true);
        changes.record(file.acting(),
                Change.created("opinion.request", "opinion", caseId, file.place(), new Page<>(rows, null)));
        return Written.created(new Page<>(rows, null), file.version(), "/api/v1/cases/%d/opinions".formatted(caseId));
    }
}
