package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchCases;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/** Cases whose branch moves or ends (docs/domain.md section 4, rule 16). */
@RequestScoped
class CasesOfBranches implements BranchCases {

    private static final ScopedSelect CASES = new ScopedSelect("rectification_case c", "c", List.of("id"), "");

    private final Jdbi jdbi;
    private final Cases cases;
    private final EndingObstacles obstacles;
    private final MoveEffects effects;
    private final CaseJournal journal;

    CasesOfBranches(Jdbi jdbi, Cases cases, EndingObstacles obstacles, MoveEffects effects, CaseJournal journal) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.obstacles = obstacles;
        this.effects = effects;
        this.journal = journal;
    }

    @Override
    public int inWork(int[] place) {
        Scope subtree = new Scope(List.of(new ScopeRoot(place)), Set.of());
        return jdbi.withHandle(handle -> {
            Query count = handle.createQuery(CASES.count(subtree, "AND c.active_branch_id IS NOT NULL")).bind("bound",
                    Integer.MAX_VALUE);
            CASES.bind(count, subtree);
            return count.mapTo(Integer.class).one();
        });
    }

    @Override
    public List<EndedCase> end(Ending ending) {
        Optional<RectificationCase> active = activeCase(ending.branch());
        if (active.isEmpty()) {
            return List.of();
        }
        RectificationCase subject = active.get();
        Unit successor = ending.successor();
        Optional<RectificationCase> own = successor == null ? Optional.empty() : activeCase(successor);
        if (successor == null || own.isPresent() && !MergePrecedence.prevails(subject.state(), own.get().state())) {
            obstacles.require(obstacles.ofCancelling(subject));
            return List.of(cancel(subject, ending));
        }
        List<Message> refusals = new ArrayList<>(obstacles.ofHandingOver(subject, successor));
        own.ifPresent(other -> refusals.addAll(obstacles.ofCancelling(other)));
        obstacles.require(refusals);
        return goOn(subject, own, ending, successor);
    }

    /** A branch has one active case: the other one is cancelled, which the database must see before the hand-over. */
    private List<EndedCase> goOn(RectificationCase subject, Optional<RectificationCase> own, Ending ending,
            Unit successor) {
        Optional<EndedCase> cancelled = own.map(other -> cancel(other, ending));
        cases.flush();
        return Stream.concat(Stream.of(handOver(subject, ending, successor)), cancelled.stream()).toList();
    }

    private Optional<RectificationCase> activeCase(Unit branch) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id FROM rectification_case WHERE active_branch_id = :branch").bind("branch",
                        branch.id()).mapTo(Long.class).findOne()).flatMap(cases::lock);
    }

    private EndedCase cancel(RectificationCase subject, Ending ending) {
        CaseState before = subject.state();
        Outcome outcome = ending.successor() == null ? Outcome.DISSOLVED : Outcome.MERGED;
        effects.cancel(subject, outcome, ending.reason(), ending.acting());
        journal.recordMove(subject, ending.acting(),
                new CaseJournal.Move(CaseAction.CANCEL.name(), before, CaseAction.CANCEL.notified()),
                change("case.transition.CANCEL", subject, ending, Map.of("state", before),
                        Map.of("action", CaseAction.CANCEL, "outcome", outcome)));
        return ended(subject, before,
                outcome == Outcome.MERGED ? Fate.CANCELLED_AS_MERGED : Fate.CANCELLED_AS_DISSOLVED);
    }

    private EndedCase handOver(RectificationCase subject, Ending ending, Unit successor) {
        int[] from = subject.key().place();
        subject.handOver(successor);
        journal.record(subject, ending.acting(), new CaseNews("branch.merged", ending.reason(), Audience.EVERYBODY),
                change("case.hand-over", subject, ending, branch(ending.branch()), branch(successor)));
        jdbi.useHandle(handle -> handle.execute("SELECT move_case_parts(?, ?, ?)", subject.caseId(), from,
                subject.key().place()));
        return ended(subject, subject.state(), Fate.HANDED_OVER);
    }

    private static Change change(String action, RectificationCase subject, Ending ending, @Nullable Object before,
            Object after) {
        return new Change(action, "case", Long.toString(subject.caseId()), subject.key().place(), ending.reason(),
                before, after);
    }

    private static Map<String, Object> branch(Unit branch) {
        return Map.of("branchId", branch.id(), "code", branch.code(), "name", branch.name());
    }

    private static EndedCase ended(RectificationCase subject, CaseState before, Fate fate) {
        return new EndedCase(subject.caseId(), subject.number(), before.name(), fate);
    }
}
