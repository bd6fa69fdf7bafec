package org.zhengdun.access;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Administration of grants. */
@Path("grants")
@Authenticated
@Tag(name = "Access")
class GrantResource {

    private final Granting granting;
    private final GrantQueries queries;
    private final Caller caller;
    private final Reads reads;
    private final Writes writes;

    GrantResource(Granting granting, GrantQueries queries, Caller caller, Reads reads, Writes writes) {
        this.granting = granting;
        this.queries = queries;
        this.caller = caller;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.GRANT_READ)
    @Operation(operationId = "listGrants", summary = "List grants in the caller's scope, newest first")
    public Page<GrantRow> list(@BeanParam @Valid PageRequest page, @BeanParam GrantFilter filter) {
        return queries.page(caller.scope(Permission.GRANT_READ), filter, page);
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.GRANT_READ)
    @Operation(operationId = "getGrant", summary = "Read a grant")
    public RestResponse<GrantRow> get(@PathParam("id") long id) {
        GrantQueries.Found found = queries.find(id, caller.scope(Permission.GRANT_READ));
        return reads.versioned(found.row(), found.version());
    }

    @POST
    @Allowed(Permission.GRANT_MANAGE)
    @Operation(operationId = "giveGrant", summary = "Grant a role on a unit and its subtree")
    public RestResponse<GrantRow> give(@BeanParam CreateControl control, @Valid @NotNull GrantRequest body) {
        return writes.run(control, body, () -> granting.grant(body));
    }

    @POST
    @Path("{id}/revoke")
    @Allowed(Permission.GRANT_MANAGE)
    @Operation(operationId = "revokeGrant", summary = "Take a grant back; it ends with the next request")
    public RestResponse<GrantRow> revoke(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull RevokeRequest body) {
        return writes.run(control, body, () -> granting.revoke(id, control, body));
    }
}
