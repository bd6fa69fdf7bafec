package org.zhengdun.reminders;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;

/** Rungs of a case. */
@Path("cases/{id}/rungs")
@Authenticated
@Tag(name = "Reminders")
class RungResource {

    private final CaseFiles files;
    private final RungQueries queries;

    RungResource(CaseFiles files, RungQueries queries) {
        this.files = files;
        this.queries = queries;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listRungs", summary = "List the reminders and escalations of a case: fired, planned, and cancelled with the reason", description = "All of them on one page, by their days.")
    public Page<RungRow> list(@PathParam("id") long id) {
        return new Page<>(queries.ofCase(files.read(id).caseId()), null);
    }
}
