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
    private static final int STEP = 50;

    /**
     * The keys of one page, named {@code k1 … kn}.
     *
     * @param where conditions on the alias, starting with {@code AND}, the keyset condition among them; or empty
     * @param direction {@code ASC} or {@code DESC}, the same for all sort columns
     */
    public String page(Scope scope, String where, String direction) {
        return limited(scope, where, direction, ":limit");
    }

    /**
     * As {@link #page(Scope, String, String)}, for a limit of at most one row more than the page has. The number stands in
     * the text, in steps, because with a parameter the planner expects a tenth of the table and plans anew for each request.
     */
    public String page(Scope scope, String where, String direction, int pageSize) {
        return limited(scope, where, direction, String.valueOf((pageSize + STEP - 1) / STEP * STEP + 1));
    }

    private String limited(Scope scope, String where, String direction, String limit) {
        String keys = numbered(direction);
        String order = key.stream().map(column -> alias + "." + column + " " + direction).collect(
                Collectors.joining(", "));
        String columns = columns();
        String branches = branches(scope, columns, where + " ORDER BY " + order + " LIMIT " + limit);
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
            bind(statement, prefix + "roots" + level, roots.stream().mapToInt(ScopeRoot::unitId).toArray());
            if (level > INDEXED_LEVELS) {
                bind(statement, prefix + "anchors" + level,
                        roots.stream().mapToInt(root -> root.path()[INDEXED_LEVELS]).toArray());
            }
        });
        if (hasAssigned(scope)) {
            statement.bind(prefix + "assigned", scope.assignedCases().stream().mapToLong(Long::longValue).toArray());
        }
    }

    private static void bind(SqlStatement<?> statement, String name, int[] values) {
        if (values.length == 1) {
            statement.bind(name, values[0]);
        } else {
            statement.bind(name, values);
        }
    }

    private String branches(Scope scope, String columns, String tail) {
        List<String> branches = new ArrayList<>();
        byLevel(scope).forEach((level, roots) -> branches.add(branch(level, roots.size(), columns, tail)));
        if (hasAssigned(scope)) {
            branches.add("SELECT x.* FROM (SELECT " + columns + " FROM " + table + " WHERE " + alias + "." + assigned
                    + " = ANY(:assigned) " + tail + ") x");
        }
        if (branches.isEmpty()) {
            return "SELECT " + columns + " FROM " + table + " WHERE false";
        }
        return String.join(hasAssigned(scope) ? " UNION " : " UNION ALL ", branches);
    }

    private String branch(int level, int roots, String columns, String tail) {
        if (level == 0) {
            return "SELECT x.* FROM (SELECT " + columns + " FROM " + table + " WHERE true " + tail + ") x";
        }
        return "SELECT x.* FROM " + roots(level, roots) + " CROSS JOIN LATERAL (SELECT " + columns + " FROM " + table
                + " WHERE " + condition(level) + " " + tail + ") x";
    }

    /** A single root is no array: the planner would expect ten rows of it and plan anew for each request. */
    private static String roots(int level, int roots) {
        String table = roots == 1 ? "(VALUES (%s))" : "unnest(%s)";
        return level <= INDEXED_LEVELS
                ? table.formatted(":roots" + level) + " scope_root(id)"
                : table.formatted(":roots" + level + ", :anchors" + level) + " scope_root(id, anchor)";
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
