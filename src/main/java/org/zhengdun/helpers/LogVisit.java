package org.zhengdun.helpers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.evidence.EvidenceFiles;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Logs visits of helpers and corrects them; a visit is named by its client, so logging it twice logs it once. */
@RequestScoped
class LogVisit {

    private final VisitDoor door;
    private final CaseFiles files;
    private final Visits visits;
    private final VisitQueries queries;
    private final EvidenceFiles evidence;
    private final Days days;

    LogVisit(VisitDoor door, CaseFiles files, Visits visits, VisitQueries queries, EvidenceFiles evidence, Days days) {
        this.door = door;
        this.files = files;
        this.visits = visits;
        this.queries = queries;
        this.evidence = evidence;
        this.days = days;
    }

    /** 201 for a new visit, 200 for one that is known with this content. */
    Written log(long caseId, VisitRequest request) {
        VisitDoor.Opened opened = door.open(caseId);
        CaseFile file = opened.file();
        Visits.Owner owner = new Visits.Owner(caseId, file.acting().accountId());
        Optional<Visits.Owner> known = visits.owner(request.id());
        if (known.isPresent()) {
            requireSame(known.get().equals(owner), request);
            return Written.changed(queries.row(caseId, request.id()), file.version());
        }
        VisitContent content = request.content();
        visits.create(request.id(), owner, new Visits.Under(checked(owner, content), opened.late()), content);
        VisitRow row = queries.row(caseId, request.id());
        long version = files.record(file, "visit.logged", null, new Change("visit.log", "visit",
                request.id().toString(), file.place(), null, null, row));
        return Written.created(row, version, "/api/v1/cases/%d/visits/%s".formatted(caseId, request.id()));
    }

    /** A new version; without any difference nothing is written. */
    Written correct(long caseId, UUID id, ChangeControl control, CorrectionRequest request) {
        CaseFile file = files.change(caseId, Permission.VISIT_LOG, control, AssignHelper.STATES);
        VisitRow.Version before = queries.detail(caseId, id).versions().getFirst();
        Visits.Owner owner = new Visits.Owner(caseId, file.acting().accountId());
        if (visits.owner(id).filter(owner::equals).isEmpty()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "visit.not-yours");
        }
        VisitContent content = request.content();
        if (before.content().equals(content)) {
            return Written.changed(queries.row(caseId, id), file.version());
        }
        visits.write(id, checked(owner, content), content, request.reason());
        VisitRow row = queries.row(caseId, id);
        long version = files.record(file, "visit.corrected", request.reason(), new Change("visit.correct", "visit",
                id.toString(), file.place(), request.reason(), before, row));
        return Written.changed(row, version);
    }

    /** A correction does not make a repeated request a conflict: it is compared with what was first written. */
    private void requireSame(boolean sameOwner, VisitRequest request) {
        if (!sameOwner || !first(request.id()).equals(request.content())) {
            throw ProblemException.at(ProblemType.ALREADY_EXISTS, List.of(Invalid.of("/id", "visit.other-content")));
        }
    }

    private VisitContent first(UUID id) {
        Visits.Owner owner = visits.owner(id).orElseThrow();
        return queries.detail(owner.caseId(), id).versions().getLast().content();
    }

    /** The assignment under which the visit was made; everything that is wrong with the visit at once. */
    private long checked(Visits.Owner owner, VisitContent content) {
        List<Invalid> errors = new ArrayList<>();
        Optional<Long> assignment = visits.assignment(owner, content.visitedOn());
        if (content.visitedOn().isAfter(days.today())) {
            errors.add(Invalid.of("/visitedOn", "date.in-future"));
        } else if (assignment.isEmpty()) {
            errors.add(Invalid.of("/visitedOn", visits.isBeforeCase(owner, content.visitedOn())
                    ? "visit.before-case"
                    : "visit.outside-assignment"));
        }
        List<Long> unknown = evidence.unknown(owner.caseId(), content.photos());
        for (int i = 0; i < content.photos().size(); i++) {
            if (unknown.contains(content.photos().get(i))) {
                errors.add(Invalid.of("/photos/" + i, "visit.unknown-photo"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return assignment.orElseThrow();
    }
}
