package org.zhengdun.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.OrgUnitDetail.Ancestor;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/** Reads org units as they are, or as they were on a day; rights are always those of today. */
@ApplicationScoped
class UnitQueries {

    private static final String TODAY = "(SELECT *, ancestors AS place FROM org_unit) u";
    private static final String OF_A_DAY = "org_unit_on(:day) u";

    private static final ScopedSelect ALL_BELOW = new ScopedSelect("org_unit u", "u", List.of("code"), "");

    private final Jdbi jdbi;

    UnitQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    OrgUnitDetail byId(int id, Scope scope) {
        return byId(id, scope, null);
    }

    OrgUnitDetail byId(int id, Scope scope, @Nullable LocalDate day) {
        return detail("id = :id", id, scope, day);
    }

    OrgUnitDetail byCode(String code, Scope scope, @Nullable LocalDate day) {
        return detail("code = :id", code, scope, day);
    }

    List<OrgUnitRow> list(UnitList list, String after, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(list.sql());
            list.bind(query, after, limit);
            return query.map(OrgUnitRow::of).list();
        });
    }

    /** The roots where they stood on the day; those that were not yet, or stood below another root, drop out. */
    Scope onDay(Scope scope, LocalDate day) {
        int[] ids = scope.roots().stream().mapToInt(ScopeRoot::unitId).toArray();
        List<ScopeRoot> then = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT ancestors FROM " + OF_A_DAY + " WHERE u.id = ANY(:ids)").bind("day", day).bind("ids", ids).map(
                        (row, context) -> new ScopeRoot(Columns.ints(row, "ancestors"))).list());
        return new Scope(then.stream().filter(root -> then.stream().noneMatch(
                other -> other.unitId() != root.unitId() && other.covers(root.path()))).toList(), Set.of());
    }

    /** How many units there are at the place and below. */
    int unitsBelow(Handle handle, int[] place) {
        Scope subtree = new Scope(List.of(new ScopeRoot(place)), Set.of());
        Query count = handle.createQuery(ALL_BELOW.count(subtree, "")).bind("bound", Integer.MAX_VALUE);
        ALL_BELOW.bind(count, subtree);
        return count.mapTo(Integer.class).one();
    }

    /** Open units directly below, by code; at most so many. */
    List<OrgUnitRow> openChildren(Handle handle, int id, int limit) {
        return handle.createQuery("""
                SELECT id, code, name, kind, branch_kind, parent_id, level, closed_on FROM org_unit
                WHERE parent_id = :id AND closed_on IS NULL ORDER BY code LIMIT :limit""").bind("id", id).bind("limit",
                limit).map(OrgUnitRow::of).list();
    }

    /** The day on which the last unit below was closed. */
    @Nullable
    LocalDate lastClosedChild(Handle handle, int id) {
        return handle.createQuery("SELECT max(closed_on) AS day FROM org_unit WHERE parent_id = :id").bind("id",
                id).map((row, context) -> Optional.ofNullable(Columns.date(row, "day"))).one().orElse(null);
    }

    private OrgUnitDetail detail(String condition, Object value, Scope scope, @Nullable LocalDate day) {
        String tree = day == null ? TODAY : OF_A_DAY;
        return jdbi.withHandle(handle -> {
            Optional<OrgUnitDetail> found = handle.createQuery("SELECT * FROM " + tree + " WHERE u." + condition).bind(
                    "id", value).bind("day", day).map((row, context) -> visible(row, scope)).findOne().flatMap(
                            unit -> unit);
            OrgUnitDetail unit = found.orElseThrow(ProblemException::notFound);
            List<Ancestor> ancestors = handle.createQuery(
                    "SELECT * FROM " + tree + " WHERE u.id = ANY(:path) AND u.id <> :id ORDER BY u.level").bind("path",
                            unit.place()).bind("id", unit.id()).bind("day", day).map(
                                    (row, context) -> ancestor(row, scope)).list();
            return under(ancestors, unit);
        });
    }

    private static Optional<OrgUnitDetail> visible(ResultSet row, Scope scope) throws SQLException {
        return scope.covers(Columns.ints(row, "place")) ? Optional.of(detail(row)) : Optional.empty();
    }

    private static OrgUnitDetail detail(ResultSet row) throws SQLException {
        return new OrgUnitDetail(row.getInt("id"), row.getString("code"), row.getString("name"),
                UnitKind.valueOf(row.getString("kind")), Columns.constant(row, "branch_kind", BranchKind.class),
                Columns.integer(row, "parent_id"), row.getInt("level"),
                IntStream.of(Columns.ints(row, "ancestors")).boxed().toList(), List.of(),
                Columns.date(row, "opened_on"), Columns.date(row, "closed_on"), Columns.integer(row, "successor_id"),
                row.getInt("version"));
    }

    private static OrgUnitDetail under(List<Ancestor> ancestors, OrgUnitDetail unit) {
        return new OrgUnitDetail(unit.id(), unit.code(), unit.name(), unit.kind(), unit.branchKind(), unit.parentId(),
                unit.level(), unit.path(), ancestors, unit.openedOn(), unit.closedOn(), unit.successorId(),
                unit.version());
    }

    private static Ancestor ancestor(ResultSet row, Scope scope) throws SQLException {
        boolean covered = scope.covers(Columns.ints(row, "place"));
        return new Ancestor(row.getInt("id"), row.getString("code"), row.getString("name"),
                covered ? UnitKind.valueOf(row.getString("kind")) : null);
    }
}
