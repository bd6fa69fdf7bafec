package org.zhengdun.shared.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.SqlStatement;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/**
 * The one form of a scoped list query: for each scope root one scan of the index (ancestor column, sort key), merged by the
 * sort key. The table has the columns {@code a1 … a5} and {@code ancestors} of the scope key.
 *
 * @param table    table with its alias, for example {@code rectification_case c}
 * @param alias    the alias
 * @param key      sort columns without alias, the last one unique
 * @param assigned column that assigned cases are matched with; empty when the table does not belong to cases
 */
public record ScopedSelect(String table, String alias, List<String> key, String assigned) {

    private static final int INDEXED_LEVELS = 5;

    /**
     * The keys of one page, named {@code k1 … kn}.
     *
     * @param where conditions on the alias, starting with {@code AND}, the keyset condition among them; or empty
     * @param direction {@code ASC} or {@code DESC}, the same for all sort columns
     */
    public String page(Scope scope, String where, String direction) {
        String keys = numbered(direction);
        String order = key.stream().map(column -> alias + "." + column + " " + direction).collect(
                Collectors.joining(", "));
        String columns = columns();
        String branches = branches(scope, columns, where + " ORDER BY " + order + " LIMIT :limit");
        return "SELECT * FROM (" + branches + ") p ORDER BY " + keys + " LIMIT :limit";
    }

    /** As {@link #page}, with names of the scope's parameters that begin so: for several selects in one statement. */
    public String page(Scope scope, String where, String direction, String prefix) {
        return page(scope, where, direction).replaceAll(":((roots|anchors)\\d+|assigned)\\b", ":" + prefix + "$1");
    }

    /** The number of rows, bounded so that a count never reads a whole province. */
    public String count(Scope scope, String where) {
        return "SELECT count(*) FROM (SELECT 1 FROM (" + branches(scope, columns(), where + " LIMIT :bound")
                + ") p LIMIT :bound) n";
    }

    /** The keys of all rows, named {@code k1 … kn}, for figures. */
    public String all(Scope scope, String where) {
        return branches(scope, columns(), where);
    }

    /** Binds the scope roots. */
    public void bind(SqlStatement<?> statement, Scope scope) {
        bind(statement, scope, "");
    }

    /** Binds the scope roots under names that begin so. */
    public void bind(SqlStatement<?> statement, Scope scope, String prefix) {
        byLevel(scope).forEach((level, roots) -> {
            statement.bind(prefix + "roots" + level, roots.stream().mapToInt(ScopeRoot::unitId).toArray());
            if (level > INDEXED_LEVELS) {
                statement.bind(prefix + "anchors" + level,
                        roots.stream().mapToInt(root -> root.path()[INDEXED_LEVELS]).toArray());
            }
        });
        if (hasAssigned(scope)) {
            statement.bind(prefix + "assigned", scope.assignedCases().stream().mapToLong(Long::longValue).toArray());
        }
    }

    private String branches(Scope scope, String columns, String tail) {
        List<String> branches = new ArrayList<>();
        byLevel(scope).keySet().forEach(level -> branches.add(branch(level, columns, tail)));
        if (hasAssigned(scope)) {
            branches.add("SELECT x.* FROM (SELECT " + columns + " FROM " + table + " WHERE " + alias + "." + assigned
                    + " = ANY(:assigned) " + tail + ") x");
        }
        if (branches.isEmpty()) {
            return "SELECT " + columns + " FROM " + table + " WHERE false";
        }
        return String.join(hasAssigned(scope) ? " UNION " : " UNION ALL ", branches);
    }

    private String branch(int level, String columns, String tail) {
        if (level == 0) {
            return "SELECT x.* FROM (SELECT " + columns + " FROM " + table + " WHERE true " + tail + ") x";
        }
        return "SELECT x.* FROM " + roots(level) + " CROSS JOIN LATERAL (SELECT " + columns + " FROM " + table
                + " WHERE " + condition(level) + " " + tail + ") x";
    }

    private static String roots(int level) {
        return level <= INDEXED_LEVELS
                ? "unnest(:roots" + level + ") scope_root(id)"
                : "unnest(:roots" + level + ", :anchors" + level + ") scope_root(id, anchor)";
    }

    private String condition(int level) {
        if (level <= INDEXED_LEVELS) {
            return alias + ".a" + level + " = scope_root.id";
        }
        return alias + ".a" + INDEXED_LEVELS + " = scope_root.anchor AND " + alias + ".ancestors[" + (level + 1)
                + "] = scope_root.id";
    }

    private String columns() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            columns.add(alias + "." + key.get(i) + " AS k" + (i + 1));
        }
        return String.join(", ", columns);
    }

    private String numbered(String direction) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= key.size(); i++) {
            columns.add("k" + i + " " + direction);
        }
        return String.join(", ", columns);
    }

    private boolean hasAssigned(Scope scope) {
        return !assigned.isEmpty() && !scope.assignedCases().isEmpty();
    }

    private static Map<Integer, List<ScopeRoot>> byLevel(Scope scope) {
        return scope.roots().stream().collect(
                Collectors.groupingBy(ScopeRoot::level, TreeMap::new, Collectors.toList()));
    }
}
