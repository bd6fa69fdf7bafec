package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.deadlines.RuleSource;
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

    private static final int DAYS_AHEAD = 7;

    private final CaseFiles files;
    private final ScheduledLookBacks lookBacks;
    private final LookBackQueries queries;
    private final LookBacks planned;
    private final GateSource gates;
    private final RuleSource rules;
    private final Deadlines deadlines;
    private final Days days;

    RecordLookBack(CaseFiles files, ScheduledLookBacks lookBacks, LookBackQueries queries, LookBacks planned,
            GateSource gates, RuleSource rules, Deadlines deadlines, Days days) {
        this.files = files;
        this.lookBacks = lookBacks;
        this.queries = queries;
        this.planned = planned;
        this.gates = gates;
        this.rules = rules;
        this.deadlines = deadlines;
        this.days = days;
    }

    Written run(long caseId, long lookBackId, ChangeControl control, LookBackRequest request) {
        CaseFile file = files.change(caseId, Permission.LOOK_BACK_RECORD, control, Set.of("TRANSFORMED"));
        LookBack lookBack = lookBacks.of(caseId, lookBackId);
        LookBackRow before = lookBack.row();
        lookBack.requireOpen();
        requireTimely(caseId, before.dueOn(), request);
        LocalDate followUpOn = request.result() == LookBackResult.SHAKY ? followUpOn(caseId) : null;
        lookBack.hold(request, followUpOn, file.acting().accountId(), days.now());
        deadlines.meet(DeadlineKind.LOOK_BACK, lookBackId, request.heldOn(), Note.by(file.acting()));
        if (followUpOn != null) {
            lookBacks.flush();
            lookAgain(caseId, followUpOn);
        }
        LookBackRow after = lookBack.row();
        long version = files.record(file, "look-back.recorded", null, new Change("look-back.record", "look-back",
                Long.toString(lookBackId), file.place(), null, before, after));
        return Written.changed(after, version);
    }

    /** Counted from the day of the report: the branch gets that time whatever day the report names. */
    private LocalDate followUpOn(long caseId) {
        return days.today().plusMonths(gates.shakyLookBackMonths(caseId));
    }

    /** One more look-back on that day, unless an open one is due then. */
    private void lookAgain(long caseId, LocalDate dueOn) {
        if (!queries.isDueOn(caseId, dueOn)) {
            planned.schedule(caseId, List.of(dueOn), rules.deadlineRules(caseId).yellowDaysPart());
        }
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
