package org.zhengdun.cases;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.persistence.ChangeInstant;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Puts a case under direct supervision of a superior and lifts it (docs/domain.md section 4). */
@RequestScoped
class SuperviseCase {

    private static final Set<String> STATES = Stream.concat(CaseState.UNDER_DEADLINE.stream(),
            Stream.of(CaseState.TRANSFORMED)).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final OpenCases open;
    private final Cases cases;
    private final Supervisions supervisions;
    private final CaseJournal journal;
    private final ChangeInstant instant;
    private final Days days;

    SuperviseCase(OpenCases open, Cases cases, Supervisions supervisions, CaseJournal journal,
            ChangeInstant instant, Days days) {
        this.open = open;
        this.cases = cases;
        this.supervisions = supervisions;
        this.journal = journal;
        this.instant = instant;
        this.days = days;
    }

    Written list(long caseId, ChangeControl control, SupervisionRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_SUPERVISE, control, STATES);
        if (!request.deadline().isAfter(days.today())) {
            throw ProblemException.invalid("/deadline", "date.not-in-future");
        }
        Supervision listed = new Supervision(caseId, request, file.acting(), instant.get());
        supervisions.persistAndFlush(listed);
        SupervisionRow row = listed.row();
        long version = journal.record(cases.findById(caseId), file.acting(),
                new CaseNews("supervision.listed", request.reason(), Audience.EVERYBODY),
                new CaseJournal.Notice("SUPERVISION", UnitKind.COUNTY),
                Change.created("case.supervise", "supervision", row.id(), file.place(), row));
        return Written.created(row, version, path(caseId));
    }

    Written lift(long caseId, ChangeControl control, String reason) {
        CaseFile file = open.change(caseId, Permission.CASE_SUPERVISE, control, STATES);
        Supervision running = supervisions.running(caseId).orElseThrow(
                () -> ProblemException.of(ProblemType.STATE_CONFLICT, "supervision.none"));
        if (running.role() == Role.PROVINCE_ORG && file.acting().role() != Role.PROVINCE_ORG) {
            throw ProblemException.ruleViolated("supervision-of-a-higher-level");
        }
        SupervisionRow before = running.row();
        running.lift(reason, file.acting(), instant.get());
        SupervisionRow after = running.row();
        long version = open.record(file, "supervision.lifted", reason, new Change("case.supervision.lift",
                "supervision", Long.toString(after.id()), file.place(), reason, before, after));
        return Written.created(after, version, path(caseId));
    }

    /** A case that is about to end takes its supervision with it, visibly. */
    void endWithCase(RectificationCase subject, Acting acting) {
        supervisions.running(subject.caseId()).ifPresent(running -> {
            SupervisionRow before = running.row();
            running.endWithCase(acting, instant.get());
            SupervisionRow after = running.row();
            journal.accompany(subject, acting, new CaseNews("supervision.ended", null, Audience.EVERYBODY),
                    new Change("case.supervision.end",
                            "supervision", Long.toString(after.id()), subject.key().place(), null, before, after));
        });
    }

    private static String path(long caseId) {
        return "/api/v1/cases/" + caseId + "/supervisions";
    }
}
