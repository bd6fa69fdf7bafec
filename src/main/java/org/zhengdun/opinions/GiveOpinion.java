package org.zhengdun.opinions;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Takes the opinion of a department: once, by the department itself, before the nomination leaves review. */
@RequestScoped
class GiveOpinion {

    private final TaskQueries tasks;
    private final DepartmentOpinions opinions;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    GiveOpinion(TaskQueries tasks, DepartmentOpinions opinions, Caller caller, ChangeLog changes, Days days) {
        this.tasks = tasks;
        this.opinions = opinions;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    Written run(long caseId, long opinionId, ChangeControl control, AnswerRequest request) {
        OpinionTask task = tasks.find(opinionId);
        if (task.caseId() != caseId) {
            throw ProblemException.notFound();
        }
        Acting acting = caller.requireActing(Permission.OPINION_ANSWER, task.place());
        DepartmentOpinion opinion = opinions.lock(opinionId);
        control.requireVersion(opinion.version());
        List<Invalid> errors = request.invalid();
        opinion.take(request, acting.accountId(), days.today(), days.now());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        opinions.flush();
        OpinionTask after = tasks.find(opinionId);
        changes.record(acting, new Change("opinion.answer", "opinion", Long.toString(opinionId), task.place(), null,
                null, request));
        return Written.changed(after, opinion.version());
    }
}
