package org.zhengdun.audit;

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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Writes;

/** Erasure of personal texts in the audit trail, by two people. */
@Path("audit")
@Authenticated
@Tag(name = "Audit")
class ErasureResource {

    private final ErasureQueries queries;
    private final EraseTexts erase;
    private final Caller caller;
    private final Writes writes;

    ErasureResource(ErasureQueries queries, EraseTexts erase, Caller caller, Writes writes) {
        this.queries = queries;
        this.erase = erase;
        this.caller = caller;
        this.writes = writes;
    }

    @GET
    @Path("erasures")
    @Allowed(Permission.AUDIT_ERASURE_READ)
    @Operation(operationId = "listAuditErasures", summary = "List the requests to erase texts of audit rows, newest first")
    public Page<ErasureRow> list(@BeanParam @Valid PageRequest page) {
        return queries.page(caller.scope(Permission.AUDIT_ERASURE_READ), page);
    }

    @POST
    @Path("{id}/erasures")
    @Allowed(Permission.AUDIT_ERASURE_REQUEST)
    @ResponseStatus(201)
    @Operation(operationId = "requestAuditErasure", summary = "Ask that texts of an audit row be erased", description = "The row must be sealed: its hash stays, so that the chain stays whole.")
    public RestResponse<ErasureRow> request(@PathParam("id") long id, @BeanParam CreateControl control,
            @Valid @NotNull ErasureRequest body) {
        return writes.run(control, body, () -> erase.request(id, body));
    }

    @POST
    @Path("{id}/erasures/{erasureId}/decision")
    @Allowed(Permission.AUDIT_ERASURE_DECIDE)
    @ResponseStatus(201)
    @Operation(operationId = "decideAuditErasure", summary = "Erase the texts for good, or refuse to", description = "Never by who asked for it.")
    public RestResponse<ErasureRow> decide(@PathParam("id") long id, @PathParam("erasureId") long erasureId,
            @BeanParam ChangeControl control, @Valid @NotNull ErasureDecisionRequest body) {
        return writes.run(control, body, () -> erase.decide(id, erasureId, control, body));
    }
}
