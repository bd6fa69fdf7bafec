package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.quarkus.arc.All;
import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Closes and merges org units; what is open of theirs is handed over or ended, case by case. */
@RequestScoped
class UnitEndings {

    private static final int CHILDREN_NAMED = 20;

    private final Caller caller;
    private final Units units;
    private final OrgUnits stored;
    private final UnitQueries queries;
    private final TreeChange tree;
    private final BranchCases cases;
    private final List<UnitRecords> records;
    private final ChangeLog changes;
    private final Days days;

    UnitEndings(Caller caller, Units units, OrgUnits stored, UnitQueries queries, TreeChange tree, BranchCases cases,
            @All List<UnitRecords> records, ChangeLog changes, Days days) {
        this.caller = caller;
        this.units = units;
        this.stored = stored;
        this.queries = queries;
        this.tree = tree;
        this.cases = cases;
        this.records = records;
        this.changes = changes;
        this.days = days;
    }

    private record Ending(String action, @Nullable Integer successorId, @Nullable LocalDate on, String reason) {}

    Written close(int id, ChangeControl control, ClosingRequest body) {
        return end(id, control, new Ending("org.close", null, body.effectiveOn(), body.reason()));
    }

    Written merge(int id, ChangeControl control, MergeRequest body) {
        return end(id, control, new Ending("org.merge", body.successorId(), body.effectiveOn(), body.reason()));
    }

    private Written end(int id, ChangeControl control, Ending ending) {
        return tree.run(handle -> {
            Scope scope = caller.scope(Permission.ORG_READ);
            OrgUnitDetail before = queries.byId(id, scope);
            Acting acting = caller.requireActing(Permission.ORG_CLOSE, before.place());
            OrgUnit unit = stored.locked(id);
            control.requireVersion(unit.currentVersion());
            requireOpen(before);
            Unit successor = successor(ending);
            LocalDate on = ending.on() == null ? days.today() : ending.on();
            requireSound(new EndingPolicies.Asked(before, on, successor, queries.lastClosedChild(handle, id),
                    lastRecord(id), stranded(before, successor), days.today()));
            requireNoOpenChild(handle, id);
            List<BranchCases.EndedCase> ended = endCases(id, successor, ending.reason(), acting);
            unit.close(on, ending.successorId());
            stored.flush();
            OrgUnitEnding after = new OrgUnitEnding(queries.byId(id, scope), ended);
            changes.record(acting, new Change(ending.action(), "org_unit", Integer.toString(id), before.place(),
                    ending.reason(), before, after));
            return Written.created(after, (long) unit.currentVersion(), "/api/v1/org-units/" + id);
        });
    }

    private @Nullable Unit successor(Ending ending) {
        Integer id = ending.successorId();
        if (id == null) {
            return null;
        }
        Unit successor = units.referenced(id, caller.scope(Permission.ORG_CLOSE), "/successorId");
        // holds nominations of the successor back until its one active case is decided on
        stored.locked(id);
        return successor;
    }

    private List<BranchCases.EndedCase> endCases(int id, @Nullable Unit successor, String reason, Acting acting) {
        Unit unit = units.find(id).orElseThrow();
        return unit.kind() == UnitKind.BRANCH
                ? cases.end(new BranchCases.Ending(unit, successor, reason, acting))
                : List.of();
    }

    private static void requireOpen(OrgUnitDetail unit) {
        if (unit.closedOn() != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "org.closed");
        }
        if (unit.parentId() == null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "org.root-stays");
        }
    }

    private @Nullable LocalDate lastRecord(int id) {
        return records.stream().flatMap(kept -> kept.latest(id).stream()).max(Comparator.naturalOrder()).orElse(null);
    }

    private int stranded(OrgUnitDetail unit, @Nullable Unit successor) {
        return successor == null || unit.kind() != UnitKind.BRANCH || units.standsUnderTownship(successor)
                ? 0
                : cases.inWork(unit.place());
    }

    private static void requireSound(EndingPolicies.Asked asked) {
        List<Invalid> refused = EndingPolicies.check(asked);
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }

    private void requireNoOpenChild(Handle handle, int id) {
        List<Message> refusals = new ArrayList<>(queries.openChildren(handle, id, CHILDREN_NAMED).stream().map(
                child -> Message.of("org.child-open", child.code(), child.name())).toList());
        if (!refusals.isEmpty()) {
            throw ProblemException.gatesNotMet(refusals);
        }
    }
}
