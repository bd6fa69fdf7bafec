package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.MergePatch;
import org.zhengdun.shared.web.MergePatches;
import org.zhengdun.shared.web.Written;

/** Creates and renames org units, each inside the transaction of its write. */
@RequestScoped
class UnitChanges {

    private final Caller caller;
    private final Units units;
    private final OrgUnits stored;
    private final UnitQueries queries;
    private final MergePatches patches;
    private final ChangeLog changes;
    private final Days days;

    UnitChanges(Caller caller, Units units, OrgUnits stored, UnitQueries queries, MergePatches patches,
            ChangeLog changes, Days days) {
        this.caller = caller;
        this.units = units;
        this.stored = stored;
        this.queries = queries;
        this.patches = patches;
        this.changes = changes;
        this.days = days;
    }

    Written create(OrgUnitRequest body) {
        Scope scope = caller.scope(Permission.ORG_MANAGE);
        Unit parent = units.referenced(body.parentId(), scope, "/parentId");
        Acting acting = caller.requireActing(Permission.ORG_MANAGE, parent.path());
        if (stored.holds(body.code())) {
            throw ProblemException.of(ProblemType.ALREADY_EXISTS, "org.code-taken", body.code());
        }
        LocalDate openedOn = body.openedOn() == null ? days.today() : body.openedOn();
        List<Invalid> refused = new ArrayList<>(UnitPolicies.check(body, parent));
        if (openedOn.isAfter(days.today())) {
            refused.add(Invalid.of("/openedOn", "date.in-future"));
        }
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
        OrgUnit unit = new OrgUnit(stored.nextId(), parent, body, openedOn);
        stored.persistAndFlush(unit);
        OrgUnitDetail detail = queries.byId(unit.unitId(), scope);
        changes.record(acting, Change.created("org.create", "org_unit", detail.id(), unit.path(), detail));
        return Written.created(detail, (long) detail.version(), "/api/v1/org-units/" + detail.id());
    }

    Written change(int id, ChangeControl control, MergePatch patch) {
        Scope scope = caller.scope(Permission.ORG_READ);
        Unit found = units.inScope(id, scope);
        Acting acting = caller.requireActing(Permission.ORG_MANAGE, found.path());
        OrgUnit unit = stored.locked(id);
        control.requireVersion(unit.currentVersion());
        OrgUnitPatch before = unit.changeable();
        OrgUnitPatch after = patches.apply(patch, before);
        if (!after.equals(before)) {
            unit.change(after);
            stored.flush();
            changes.record(acting, new Change("org.change", "org_unit", Integer.toString(id), unit.path(), null, before,
                    after));
        }
        return Written.changed(queries.byId(id, scope), unit.currentVersion());
    }
}
