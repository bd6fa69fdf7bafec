package org.zhengdun.verification;

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
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Look-backs of a case. */
@Path("cases/{id}/look-backs")
@Authenticated
@Tag(name = "Look-backs")
class LookBackResource {

    private final CaseFiles files;
    private final LookBackQueries queries;
    private final RecordLookBack record;
    private final Reads reads;
    private final Writes writes;

    LookBackResource(CaseFiles files, LookBackQueries queries, RecordLookBack record, Reads reads, Writes writes) {
        this.files = files;
        this.queries = queries;
        this.record = record;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listLookBacks", summary = "List the look-backs of a case by due date", description = "All of them on one page; the entity tag is the one of the case.")
    public RestResponse<Page<LookBackRow>> list(@PathParam("id") long id) {
        CaseFile file = files.read(id);
        boolean masked = file.acting().role() == Role.STATISTICS;
        return reads.versioned(new Page<>(queries.ofCase(id).stream().map(
                lookBack -> masked ? lookBack.withoutWords() : lookBack).toList(), null), file.version());
    }

    @POST
    @Path("{lookBackId}/record")
    @Allowed(Permission.LOOK_BACK_RECORD)
    @Operation(operationId = "recordLookBack", summary = "Record what a look-back found")
    public RestResponse<LookBackRow> record(@PathParam("id") long id, @PathParam("lookBackId") long lookBackId,
            @BeanParam ChangeControl control, @Valid @NotNull LookBackRequest body) {
        return writes.run(control, body, () -> record.run(id, lookBackId, control, body));
    }
}
