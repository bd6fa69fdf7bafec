package org.zhengdun.audit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The audit trail. */
@Path("audit")
@Authenticated
@Tag(name = "Audit")
class AuditResource {

    private final AuditQueries queries;
    private final Caller caller;

    AuditResource(AuditQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Allowed(Permission.AUDIT_READ)
    @Operation(operationId = "listAudit", summary = "List changes in the caller's scope, newest first")
    public Page<AuditRow> list(@BeanParam @Valid PageRequest page, @BeanParam AuditFilter filter) {
        return queries.page(caller.scope(Permission.AUDIT_READ), filter, page);
    }
}
