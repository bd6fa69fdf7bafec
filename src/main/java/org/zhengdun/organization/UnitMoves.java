package org.zhengdun.organization;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Handle;
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

/** Moves org units with all that stands at them. */
@RequestScoped
class UnitMoves {

    private final Caller caller;
    private final Units units;
    private final UnitQueries queries;
    private final TreeChange tree;
    private final BranchCases cases;
    private final GrantsBelow grants;
    private final ChangeLog changes;
    private final Days days;

    UnitMoves(Caller caller, Units units, UnitQueries queries, TreeChange tree, BranchCases cases, GrantsBelow grants,
            ChangeLog changes, Days days) {
        this.caller = caller;
        this.units = units;
        this.queries = queries;
        this.tree = tree;
        this.cases = cases;
        this.grants = grants;
        this.changes = changes;
        this.days = days;
    }

    Written move(int id, ChangeControl control, OrgUnitMoveRequest body) {
        return tree.run(handle -> move(handle, id, control, body));
    }

    private Written move(Handle handle, int id, ChangeControl control, OrgUnitMoveRequest body) {
        OrgUnitDetail unit = queries.byId(id, caller.scope(Permission.ORG_READ));
        Acting acting = caller.requireActing(Permission.ORG_MANAGE, unit.place());
        control.requireVersion(unit.version());
        if (unit.closedOn() != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "org.closed");
        }
        Unit target = units.referenced(body.parentId(), caller.scope(Permission.ORG_MANAGE), "/parentId");
        List<Invalid> refused = MovePolicies.check(unit, target);
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
        int version = restamp(handle, id, target.id());
        // whoever changed the unit between the reading of its version and the move was first
        control.requireVersion(version - 1);
        OrgUnitMove move = report(handle, unit, target);
        // asked after the units were locked: a nomination that came before counts
        MovePolicies.casesKeepATownship(unit, target, move.openCases()).ifPresent(invalid -> {
            throw ProblemException.invalid(List.of(invalid));
        });
        record(acting, unit, move, body.reason());
        return Written.created(move, (long) version, "/api/v1/org-units/" + id);
    }

    private static int restamp(Handle handle, int id, int target) {
        return handle.createQuery("SELECT move_unit(:unit, :target)").bind("unit", id).bind("target", target).mapTo(
                Integer.class).one();
    }

    private OrgUnitMove report(Handle handle, OrgUnitDetail unit, Unit target) {
        int[] place = IntStream.concat(IntStream.of(target.path()), IntStream.of(unit.id())).toArray();
        return new OrgUnitMove(unit.id(), Objects.requireNonNull(unit.parentId()), target.id(), days.today(),
                IntStream.of(place).boxed().toList(), queries.unitsBelow(handle, place), cases.inWork(place),
                grants.standing(place));
    }

    /** Twice, so that both the place it left and the place it came to have it in their trail. */
    private void record(Acting acting, OrgUnitDetail before, OrgUnitMove move, String reason) {
        String id = Integer.toString(before.id());
        int[] place = move.path().stream().mapToInt(Integer::intValue).toArray();
        changes.record(acting,
                new Change("org.move-away", "org_unit", id, before.place(), reason, before.path(), move));
        changes.record(acting, new Change("org.move", "org_unit", id, place, reason, before.path(), move));
    }
}
