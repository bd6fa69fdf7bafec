package org.zhengdun.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;

/** Looks org units up for the other features. */
@ApplicationScoped
public class Units {

    /** Id of the root of the national tree. */
    public static final int ROOT = 1;

    private final Jdbi jdbi;

    Units(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Unit> find(int id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id, code, name, kind, branch_kind, ancestors, closed_on FROM org_unit WHERE id = :id").bind(
                        "id", id).map(Units::unit).findOne());
    }

    /** A unit named in the path of a request: 404 when it is not in the scope. */
    public Unit inScope(int id, Scope scope) {
        return find(id).filter(unit -> scope.covers(unit.path())).orElseThrow(ProblemException::notFound);
    }

    /** A branch named in the path of a request: 404 for any other unit. */
    public Unit branchInScope(int id, Scope scope) {
        return find(id).filter(unit -> unit.kind() == UnitKind.BRANCH && scope.covers(unit.path())).orElseThrow(
                ProblemException::notFound);
    }

    /** A unit named in the body of a request: 422 with the pointer when it is not in the scope. */
    public Unit referenced(int id, Scope scope, String pointer) {
        return find(id).filter(unit -> scope.covers(unit.path())).orElseThrow(
                () -> ProblemException.invalid(pointer, "reference.unknown"));
    }

    /** Whether a township, or a committee in its place, stands above the unit; without one nobody can plan and report for it. */
    public boolean standsUnderTownship(Unit unit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT EXISTS (SELECT FROM org_unit WHERE id = ANY(:path) AND kind IN ('TOWNSHIP', 'COMMITTEE'))""").bind(
                        "path", unit.path()).mapTo(Boolean.class).one());
    }

    static Unit unit(ResultSet row, StatementContext context) throws SQLException {
        return new Unit(row.getInt("id"), row.getString("code"), row.getString("name"),
                UnitKind.valueOf(row.getString("kind")), Columns.constant(row, "branch_kind", BranchKind.class),
                Columns.ints(row, "ancestors"), Columns.date(row, "closed_on"));
    }
}
