package org.zhengdun.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.CallerGrants;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.security.ScopeRoot;

/** The caller as the service sees him. */
@Path("me")
@Authenticated
@Tag(name = "Access")
class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
    }

    /** The caller: roles of his token, his active grants, the roots of what he covers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Me")
    record Me(String issuer, String subject, @Nullable String name, Set<Role> roles, List<ActiveGrant> grants,
            List<Long> assignedCases, List<Integer> scopeRoots) {}

    /** A grant that is active now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActiveGrant")
    record ActiveGrant(long id, Role role, @Nullable String department, int orgUnitId, Instant validFrom,
            @Nullable Instant validTo) {}

    @GET
    @Allowed(Permission.SELF)
    @Operation(operationId = "getMe", summary = "Read the caller's roles, grants and scope")
    public Me me() {
        List<CallerGrants.Grant> grants = caller.account().map(CallerGrants.Account::grants).orElse(List.of());
        return new Me(caller.issuer(), caller.subject(), caller.account().map(CallerGrants.Account::name).orElse(null),
                caller.tokenRoles(), grants.stream().map(MeResource::active).toList(),
                caller.scope(Permission.SELF).assignedCases().stream().sorted().toList(),
                caller.scope(Permission.SELF).roots().stream().map(ScopeRoot::unitId).sorted().toList());
    }

    private static ActiveGrant active(CallerGrants.Grant grant) {
        int unitId = new ScopeRoot(grant.path()).unitId();
        return new ActiveGrant(grant.grantId(), grant.role(), grant.department().orElse(null), unitId,
                grant.validFrom(), grant.validTo());
    }
}
