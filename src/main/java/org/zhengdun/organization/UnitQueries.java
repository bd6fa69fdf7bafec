package org.zhengdun.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.organization.OrgUnitDetail.Ancestor;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;

/** Reads org units. */
@ApplicationScoped
class UnitQueries {

    private static final String DETAIL = """
            SELECT id, code, name, kind, branch_kind, parent_id, level, ancestors, closed_on, version
            FROM org_unit WHERE\s""";

    private final Jdbi jdbi;

    UnitQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    OrgUnitDetail byId(int id, Scope scope) {
        return detail("id = :id", "id", id, scope);
    }

    OrgUnitDetail byCode(String code, Scope scope) {
        return detail("code = :code", "code", code, scope);
    }

    List<OrgUnitRow> list(UnitList list, String after, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(list.sql());
            list.bind(query, after, limit);
            return query.map(OrgUnitRow::of).list();
        });
    }

    private OrgUnitDetail detail(String condition, String name, Object value, Scope scope) {
        return jdbi.withHandle(handle -> {
            Optional<OrgUnitDetail> found = handle.createQuery(DETAIL + condition).bind(name, value).map(
                    (row, context) -> detail(row)).findOne().filter(unit -> scope.covers(place(unit)));
            OrgUnitDetail unit = found.orElseThrow(ProblemException::notFound);
            List<Ancestor> ancestors = handle.createQuery("""
                    SELECT id, code, name, kind, ancestors FROM org_unit WHERE id = ANY(:path) AND id <> :id
                    ORDER BY level""").bind("path", place(unit)).bind("id", unit.id()).map(
                    (row, context) -> ancestor(row, scope)).list();
            return under(ancestors, unit);
        });
    }

    private static OrgUnitDetail detail(ResultSet row) throws SQLException {
        return new OrgUnitDetail(row.getInt("id"), row.getString("code"), row.getString("name"),
                UnitKind.valueOf(row.getString("kind")), Columns.constant(row, "branch_kind", BranchKind.class),
                Columns.integer(row, "parent_id"), row.getInt("level"),
                IntStream.of(Columns.ints(row, "ancestors")).boxed().toList(), List.of(),
                Columns.date(row, "closed_on"), row.getInt("version"));
    }

    private static OrgUnitDetail under(List<Ancestor> ancestors, OrgUnitDetail unit) {
        return new OrgUnitDetail(unit.id(), unit.code(), unit.name(), unit.kind(), unit.branchKind(), unit.parentId(),
                unit.level(), unit.path(), ancestors, unit.closedOn(), unit.version());
    }

    private static Ancestor ancestor(ResultSet row, Scope scope) throws SQLException {
        boolean covered = scope.covers(Columns.ints(row, "ancestors"));
        return new Ancestor(row.getInt("id"), row.getString("code"), row.getString("name"),
                covered ? UnitKind.valueOf(row.getString("kind")) : null);
    }

    private static int[] place(OrgUnitDetail unit) {
        return unit.path().stream().mapToInt(Integer::intValue).toArray();
    }
}
