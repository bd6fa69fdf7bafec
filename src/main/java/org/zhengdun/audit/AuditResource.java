package org.zhengdun.audit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The audit trail. */
@Path("audit")
@Authenticated
@Tag(name = "Audit")
class AuditResource {

    private final AuditQueries queries;
    private final AuditReads reads;

    AuditResource(AuditQueries queries, AuditReads reads) {
        this.queries = queries;
        this.reads = reads;
    }

    @GET
    @Allowed(Permission.AUDIT_READ)
    @Operation(operationId = "listAudit", summary = "List changes and reads of restricted data in the caller's scope, newest first", description = "Listing leaves a row of its own, which the next listing shows.")
    public Page<AuditRow> list(@BeanParam @Valid PageRequest page, @BeanParam AuditFilter filter) {
        Page<AuditRow> rows = queries.page(reads.scope(), filter, page);
        reads.listed();
        return rows;
    }
}
