package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Records what a look-back found. */
@ApplicationScoped
class RecordLookBack {

    private static final int DAYS_AHEAD = 31;

    private final CaseFiles files;
    private final ScheduledLookBacks lookBacks;
    private final LookBackQueries queries;
    private final Deadlines deadlines;
    private final Days days;

    RecordLookBack(CaseFiles files, ScheduledLookBacks lookBacks, LookBackQueries queries, Deadlines deadlines,
            Days days) {
        this.files = files;
        this.lookBacks = lookBacks;
        this.queries = queries;
        this.deadlines = deadlines;
        this.days = days;
    }

    Written run(long caseId, long lookBackId, ChangeControl control, LookBackRequest request) {
        CaseFile file = files.change(caseId, Permission.LOOK_BACK_RECORD, control, Set.of("TRANSFORMED"));
        LookBack lookBack = lookBacks.of(caseId, lookBackId);
        LookBackRow before = lookBack.row();
        lookBack.requireOpen();
        requireTimely(caseId, before.dueOn(), request);
        lookBack.hold(request, file.acting().accountId(), days.now());
        deadlines.meet(DeadlineKind.LOOK_BACK, lookBackId, request.heldOn(), Note.by(file.acting()));
        LookBackRow after = lookBack.row();
        long version = files.record(file, "look-back.recorded", null, new Change("look-back.record", "look-back",
                Long.toString(lookBackId), file.place(), null, before, after));
        return Written.changed(after, version);
    }

    /** Held on a day of this observation, and near the due day unless it found a relapse. */
    private void requireTimely(long caseId, LocalDate dueOn, LookBackRequest request) {
        LocalDate heldOn = request.heldOn();
        if (heldOn.isAfter(days.today())) {
            throw ProblemException.invalid("/heldOn", "date.in-future");
        }
        queries.transformedOn(caseId).filter(heldOn::isBefore).ifPresent(day -> {
            throw ProblemException.invalid("/heldOn", "look-back.before-transformation", day.toString());
        });
        LocalDate earliest = dueOn.minusDays(DAYS_AHEAD);
        if (request.result() != LookBackResult.RELAPSED && heldOn.isBefore(earliest)) {
            throw ProblemException.invalid("/heldOn", "look-back.too-early", earliest.toString());
        }
    }
}
