package org.zhengdun.access;

import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Role;

/** Which grants to list. */
public class GrantFilter {

    @QueryParam("subject")
    @Parameter(description = "Identity subject that holds the grant")
    @Nullable
    String subject;

    @QueryParam("role")
    @Parameter(description = "Name of a role as tokens have it, for example county_org")
    @Nullable
    String role;

    @QueryParam("unitId")
    @Parameter(description = "Grants at this very unit")
    @Nullable
    Integer unitId;

    @QueryParam("active")
    @Parameter(description = "true: only grants that are active now; false: only others")
    @Nullable
    Boolean active;

    /** The role by its name in the database, or 400. */
    @Nullable
    String storedRole() {
        String name = role;
        if (name == null) {
            return null;
        }
        return Role.ofToken(name).map(Role::name).orElseThrow(() -> ProblemException.at(ProblemType.INVALID_PARAMETER,
                List.of(Invalid.of("?role", "json.invalid-value", name))));
    }

    /** Conditions on the alias g. */
    String where() {
        String now = "(g.revoked_at IS NULL AND g.valid_from <= :now AND (g.valid_to IS NULL OR g.valid_to > :now))";
        return (subject == null ? "" : " AND g.account_id IN (SELECT id FROM account WHERE subject = :subject)")
                + (role == null ? "" : " AND g.role = :role") + (unitId == null ? "" : " AND g.org_unit_id = :unit")
                + (active == null ? "" : active ? " AND " + now : " AND NOT " + now);
    }
}
