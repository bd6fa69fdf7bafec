package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Takes reports of facts: each opens a new period and ends the one before. */
@RequestScoped
class FactReports {

    private final Caller caller;
    private final Units units;
    private final OrgUnits stored;
    private final BranchFacts facts;
    private final FactQueries queries;
    private final ChangeLog changes;
    private final Days days;

    FactReports(Caller caller, Units units, OrgUnits stored, BranchFacts facts, FactQueries queries,
            ChangeLog changes, Days days) {
        this.caller = caller;
        this.units = units;
        this.stored = stored;
        this.facts = facts;
        this.queries = queries;
        this.changes = changes;
        this.days = days;
    }

    Written report(int branchId, ChangeControl control, FactRequest body) {
        Unit branch = units.branchInScope(branchId, caller.scope(Permission.FACTS_READ));
        Acting acting = caller.requireActing(Permission.FACTS_WRITE, branch.path());
        OrgUnit unit = stored.locked(branchId);
        Optional<BranchFact> current = facts.current(branchId);
        control.requireVersion(current.map(BranchFact::number).orElse(0L));
        requireOpen(branch);
        requireSound(body, current);
        FactDetail before = current.flatMap(open -> queries.on(branchId, open.start())).map(
                FactQueries.Versioned::facts).orElse(null);
        BranchFact fact = open(branchId, body, acting, current);
        unit.becomes(body.branchKind());
        facts.flush();
        FactDetail after = queries.on(branchId, body.validFrom()).orElseThrow().facts();
        changes.record(acting, new Change("org.facts", "branch_fact", Integer.toString(branchId), branch.path(), null,
                before, after));
        return Written.changed(after, fact.number());
    }

    private BranchFact open(int branchId, FactRequest body, Acting acting, Optional<BranchFact> current) {
        current.ifPresent(open -> open.endBefore(body.validFrom()));
        facts.flush();
        BranchFact fact = new BranchFact(branchId, body, acting.accountId(), days.now());
        facts.persist(fact);
        return fact;
    }

    private void requireSound(FactRequest body, Optional<BranchFact> current) {
        LocalDate start = current.map(BranchFact::start).orElse(null);
        List<Invalid> refused = FactPolicies.check(new FactPolicies.Report(body, start, days.today()));
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }

    private static void requireOpen(Unit branch) {
        if (branch.closedOn() != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "org.closed");
        }
    }
}
