package org.zhengdun.organization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/**
 * The list of org units as SQL, ordered by code: for each root one index scan, and for a past day one more over the states
 * that have passed since.
 *
 * @param scope   subtrees to list, each with the path of its root on the day
 * @param sources where states of the day are
 */
record UnitList(UnitFilter filter, Scope scope, Scope rights, List<Source> sources) {

    private static final List<String> KEY = List.of("code");
    private static final Source TODAY = new Source("org_unit", "");
    private static final List<Source> OF_A_DAY = List.of(
            new Source("org_unit", " AND coalesce(u.state_since, u.opened_on, '-infinity') <= :day"),
            new Source("org_unit_history", " AND u.valid_from <= :day AND u.valid_to > :day AND EXISTS ("
                    + "SELECT FROM org_unit t WHERE t.id = u.id AND t.ancestors && :rights)"));

    /** A table of states of units, with the condition, starting with {@code AND}, that a state holds and may be seen. */
    record Source(String table, String condition) {}

    static UnitList ofToday(UnitFilter filter, Scope scope) {
        return new UnitList(filter, scope, scope, List.of(TODAY));
    }

    /** Rights are those of today: what has left the caller's scope since is not listed. */
    static UnitList ofDay(UnitFilter filter, Scope scope, Scope rights) {
        return new UnitList(filter, scope, rights, OF_A_DAY);
    }

    String sql() {
        String keys = sources.stream().map(source -> "(" + keys(source) + ")").collect(
                Collectors.joining(" UNION ALL "));
        String tree = filter.asOf == null ? "org_unit" : "org_unit_on(:day)";
        return "SELECT u.id, u.code, u.name, u.kind, u.branch_kind, u.parent_id, u.level, u.closed_on"
                + " FROM (SELECT k1 FROM (" + keys + ") k ORDER BY k1 LIMIT :limit) page"
                + " CROSS JOIN LATERAL (SELECT * FROM " + tree + " s WHERE s.code = page.k1) u ORDER BY u.code";
    }

    void bind(Query query, String after, int limit) {
        if (filter.mode == UnitFilter.Mode.descendants) {
            subtrees(sources.getFirst()).bind(query, scope);
        } else {
            query.bind("roots", ids(scope));
        }
        query.bind("after", after).bind("limit", limit).bind("day", filter.asOf).bind("rights", ids(rights));
        Optional.ofNullable(filter.code).ifPresent(
                code -> query.bind("code", code).bind("beyondCode", firstBeyond(code)));
        Optional.ofNullable(filter.name).ifPresent(name -> bindName(query, name));
    }

    private String keys(Source source) {
        return switch (filter.mode) {
            case self -> ofEachRoot(source, "u.id = r.id");
            case children -> ofEachRoot(source, "u.parent_id = r.id");
            case descendants -> subtrees(source).page(scope, where() + source.condition(), "ASC");
        };
    }

    private static ScopedSelect subtrees(Source source) {
        return new ScopedSelect(source.table() + " u", "u", KEY, "");
    }

    private static int[] ids(Scope scope) {
        return scope.roots().stream().mapToInt(ScopeRoot::unitId).toArray();
    }

    private String ofEachRoot(Source source, String condition) {
        return "SELECT x.k1 FROM unnest(:roots) r(id) CROSS JOIN LATERAL (SELECT u.code AS k1 FROM " + source.table()
                + " u WHERE " + condition + " " + where() + source.condition()
                + " ORDER BY u.code LIMIT :limit) x ORDER BY x.k1 LIMIT :limit";
    }

    private String where() {
        StringBuilder where = new StringBuilder("AND u.code > :after");
        if (filter.code != null) {
            where.append(firstBeyond(filter.code) == null
                    ? " AND u.code >= :code"
                    : " AND u.code >= :code AND u.code < :beyondCode");
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
