package org.zhengdun.cases;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;

/**
 * The trace of lists that were themselves asked for restricted matter: one row in the audit trail, which names the cases of the page
 * (docs/audit.md).
 */
@RequestScoped
public class RestrictedLists {

    private final Jdbi jdbi;
    private final Caller caller;
    private final Units units;
    private final ReadLog log;

    RestrictedLists(Jdbi jdbi, Caller caller, Units units, ReadLog log) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.units = units;
        this.log = log;
    }

    /** Whether a category of this code is, or ever was, restricted. */
    public boolean isRestricted(@Nullable String code) {
        return code != null && jdbi.withHandle(handle -> handle.createQuery(
                "SELECT EXISTS (SELECT FROM category WHERE code = :code AND restricted)").bind("code", code).mapTo(
                        Boolean.class).one());
    }

    /** Leaves that rows under the unit were listed. */
    @SuppressWarnings("ArrayParameter")
    public void seen(String action, Permission permission, int[] place, List<Long> cases) {
        leave(action, caller.requireActing(permission, place), place, cases);
    }

    /** Leaves that cases were listed by a restricted category. */
    void listed(CaseFilter filter, List<Long> cases) {
        if (isRestricted(filter.mainCategory)) {
            Scope scope = caller.internalScope(Permission.CASE_READ);
            if (filter.unit != null) {
                scope = scope.within(units.inScope(filter.unit, caller.scope(Permission.ORG_READ)).path());
            }
            seen("case.list", Permission.CASE_READ, scope, cases);
        }
    }

    /** Leaves that cases of the scope were listed; whoever has only assigned cases signs by the first of them. */
    void seen(String action, Permission permission, Scope scope, List<Long> cases) {
        if (!scope.roots().isEmpty()) {
            int[] place = scope.roots().getFirst().path();
            leave(action, caller.requireActing(permission, place), place, cases);
        } else if (!cases.isEmpty()) {
            int[] place = place(cases.getFirst());
            leave(action, caller.requireActingOnCase(permission, cases.getFirst(), place), place, cases);
        }
    }

    private void leave(String action, Acting acting, int[] place, List<Long> cases) {
        log.read(acting, new ReadLog.Look(action, "unit", Integer.toString(place[place.length - 1]), place, cases));
    }

    private int[] place(long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT responsible_unit_id FROM rectification_case WHERE id = :id").bind("id", caseId).mapTo(
                        Integer.class).findOne()).flatMap(units::find).orElseThrow().path();
    }
}
