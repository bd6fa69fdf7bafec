package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

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

    /** Leaves that cases of the scope were listed: a row for each of its subtrees that has some, and for each assigned case. */
    void seen(String action, Permission permission, Scope scope, List<Long> cases) {
        if (cases.isEmpty()) {
            scope.roots().stream().findFirst().ifPresent(root -> seen(action, permission, root.path(), cases));
            return;
        }
        Map<Long, int[]> places = places(cases);
        List<Long> rest = new ArrayList<>(cases);
        for (ScopeRoot root : scope.roots()) {
            List<Long> below = rest.stream().filter(id -> root.covers(Objects.requireNonNull(places.get(id)))).toList();
            if (!below.isEmpty()) {
                seen(action, permission, root.path(), below);
                rest.removeAll(below);
            }
        }
        rest.forEach(id -> {
            int[] place = Objects.requireNonNull(places.get(id));
            leave(action, caller.requireActingOnCase(permission, id, place), place, List.of(id));
        });
    }

    private void leave(String action, Acting acting, int[] place, List<Long> cases) {
        log.read(acting, ReadLog.Look.atUnit(action, place, cases));
    }

    private Map<Long, int[]> places(List<Long> cases) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id, ancestors FROM rectification_case WHERE id = ANY(:cases)").bindArray("cases", Long.class,
                        cases).map(
                                (row, context) -> Map.entry(row.getLong("id"),
                                        Columns.ints(row, "ancestors"))).stream().collect(
                                                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
