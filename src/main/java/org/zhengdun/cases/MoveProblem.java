package org.zhengdun.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;

/** Moves one problem: reported done with evidence, checked, closed, or opened again (docs/domain.md section 4, rule 8). */
@RequestScoped
class MoveProblem {

    private final OpenCases open;
    private final Problems problems;
    private final Measures measures;
    private final CaseJournal journal;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Days days;

    MoveProblem(OpenCases open, Problems problems, Measures measures, CaseJournal journal, Caller caller, Jdbi jdbi,
            Days days) {
        this.open = open;
        this.problems = problems;
        this.measures = measures;
        this.journal = journal;
        this.caller = caller;
        this.jdbi = jdbi;
        this.days = days;
    }

    /** Makes the move and returns the version of the case after it. */
    long move(long caseId, long problemId, ChangeControl control, ProblemTransitionRequest request) {
        RectificationCase subject = open.visible(caseId);
        Problem problem = problems.ofCase(problemId, caseId);
        Acting acting = caller.actingOnCase(request.action().roles(problem.isRestricted()), caseId,
                subject.key().place()).orElseThrow(() -> ProblemException.ruleViolated("wrong-level"));
        control.requireVersion(subject.version());
        requireSource(subject, problem, request.action());
        checkFields(problem, request);
        ProblemState before = problem.state();
        apply(problem, request, acting);
        return journal.record(subject, acting,
                new CaseNews("problem." + request.action().name(), request.reason(), Audience.EVERYBODY),
                new Change("problem.transition." + request.action().name(), "problem", Long.toString(problemId),
                        subject.key().place(), request.reason(), Map.of("state", before),
                        new Moved(problemId, request)));
    }

    /** What the timeline says of the move. */
    private record Moved(long problemId, @JsonUnwrapped ProblemTransitionRequest request) {}

    private static void requireSource(RectificationCase subject, Problem problem, ProblemAction action) {
        problem.requireWorkable(subject.state());
        if (!action.sources().contains(problem.state())) {
            throw ProblemException.transitionNotAllowed(problem.state().name(),
                    Stream.of(ProblemAction.values()).filter(other -> other.sources().contains(problem.state())).map(
                            Enum::name).toList());
        }
    }

    private void checkFields(Problem problem, ProblemTransitionRequest request) {
        EvidenceRequest evidence = request.evidence();
        if (request.action() == ProblemAction.MARK_DONE && evidence == null && !hasFile(problem)) {
            throw ProblemException.invalid("/evidence", "constraint.notnull");
        }
        if (request.action() == ProblemAction.REOPEN && request.reason() == null) {
            throw ProblemException.invalid("/reason", "constraint.notnull");
        }
        if (evidence != null && evidence.occurredOn().isAfter(days.today())) {
            throw ProblemException.invalid("/evidence/occurredOn", "date.in-future");
        }
    }

    private boolean hasFile(Problem problem) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT EXISTS (SELECT FROM evidence_file WHERE problem_id = :problem)").bind("problem",
                        problem.problemId()).mapTo(Boolean.class).one());
    }

    private void apply(Problem problem, ProblemTransitionRequest request, Acting acting) {
        if (request.evidence() != null) {
            addEvidence(problem, request.evidence(), acting);
        }
        switch (request.action()) {
            case MARK_DONE -> {
                requireMeasuresDone(problem);
                problem.markDone(acting.accountId(), days.now());
            }
            case CLOSE -> problem.close(acting.accountId(), days.now());
            case REOPEN -> problem.reopen();
        }
    }

    private void requireMeasuresDone(Problem problem) {
        long unfinished = measures.count("problemId = ?1 and state = ?2", problem.problemId(), Measure.State.OPEN);
        if (unfinished > 0) {
            throw ProblemException.gatesNotMet(List.of(Message.of("gate.measure-open", unfinished)));
        }
    }

    private void addEvidence(Problem problem, EvidenceRequest evidence, Acting acting) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO evidence_note (case_id, problem_id, text, occurred_on, recorded_at, recorded_by)
                VALUES (:case, :problem, :text, :occurred, :now, :by)""").bind("case", problem.caseId()).bind("problem",
                problem.problemId()).bind("text", evidence.text()).bind("occurred", evidence.occurredOn()).bind("now",
                        days.now()).bind("by", acting.accountId()).execute());
    }
}
