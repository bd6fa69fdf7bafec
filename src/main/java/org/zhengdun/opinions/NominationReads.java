package org.zhengdun.opinions;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;

/** The trace of nominations with a problem in a restricted category that a department has read (docs/audit.md). */
@RequestScoped
class NominationReads {

    private final Desk desk;
    private final Caller caller;
    private final ReadLog log;

    NominationReads(Desk desk, Caller caller, ReadLog log) {
        this.desk = desk;
        this.caller = caller;
        this.log = log;
    }

    /** Leaves one row for each county whose department the caller answers for. */
    void seen(List<OpinionTask> tasks) {
        for (Desk.Seat seat : desk.seats()) {
            int[] place = seat.county().path();
            List<Long> cases = tasks.stream().filter(
                    task -> task.isRestricted() && seat.county().covers(task.place())).map(
                            OpinionTask::caseId).distinct().toList();
            if (!cases.isEmpty()) {
                log.read(caller.requireActing(Permission.OPINION_ANSWER, place),
                        ReadLog.Look.atUnit("opinion.read", place, cases));
            }
        }
    }
}
