package org.zhengdun.organization;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/** The list of org units as SQL: one index scan per root, ordered by code. */
record UnitList(UnitFilter filter, Scope scope) {

    private static final ScopedSelect SUBTREES = new ScopedSelect("org_unit u", "u", List.of("code"), "");

    String sql() {
        return "SELECT u.id, u.code, u.name, u.kind, u.branch_kind, u.parent_id, u.level, u.closed_on FROM (" + keys()
                + ") page JOIN org_unit u ON u.code = page.k1 ORDER BY u.code";
    }

    void bind(Query query, String after, int limit) {
        if (filter.mode == UnitFilter.Mode.descendants) {
            SUBTREES.bind(query, scope);
        } else {
            query.bind("roots", scope.roots().stream().mapToInt(ScopeRoot::unitId).toArray());
        }
        query.bind("after", after).bind("limit", limit);
        Optional.ofNullable(filter.code).ifPresent(code -> query.bind("code", code));
        Optional.ofNullable(filter.name).ifPresent(name -> bindName(query, name));
    }

    private String keys() {
        return switch (filter.mode) {
            case self -> ofEachRoot("u.id = r.id");
            case children -> ofEachRoot("u.parent_id = r.id");
            case descendants -> SUBTREES.page(scope, where(), "ASC");
        };
    }

    private String ofEachRoot(String condition) {
        return "SELECT x.k1 FROM unnest(:roots) r(id) CROSS JOIN LATERAL (SELECT u.code AS k1 FROM org_unit u WHERE "
                + condition + " " + where() + " ORDER BY u.code LIMIT :limit) x ORDER BY x.k1 LIMIT :limit";
    }

    private String where() {
        StringBuilder where = new StringBuilder("AND u.code > :after");
        if (filter.code != null) {
            where.append(" AND u.code = :code");
        }
        if (filter.kind != null) {
            // a literal, because the planner proves a partial index only from constants
            where.append(" AND u.kind = '").append(filter.kind.name()).append('\'');
        }
        if (filter.name != null) {
            where.append(nameCondition(filter.name));
        }
        return where.toString();
    }

    private String nameCondition(String name) {
        if (filter.match == UnitFilter.Match.substring) {
            return " AND position(:name in u.name) > 0";
        }
        return firstBeyond(name) == null
                ? " AND u.name ~>=~ :name"
                : " AND u.name ~>=~ :name AND u.name ~<~ :beyond";
    }

    private void bindName(Query query, String name) {
        query.bind("name", name);
        String beyond = firstBeyond(name);
        if (filter.match == UnitFilter.Match.prefix && beyond != null) {
            query.bind("beyond", beyond);
        }
    }

    /** The smallest text after all that start with the prefix; null when there is none. */
    static @Nullable String firstBeyond(String prefix) {
        int[] points = prefix.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            if (points[last] < Character.MAX_CODE_POINT) {
                int next = points[last] + 1;
                points[last] = next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
                return new String(points, 0, last + 1);
            }
        }
        return null;
    }
}
