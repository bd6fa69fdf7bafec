package org.zhengdun.cases;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;

/** The cycles of a branch: every time it was listed, and how it went. */
@Path("branches/{id}/cycles")
@Authenticated
@Tag(name = "Cycles")
class CycleResource {

    private final CycleQueries queries;

    CycleResource(CycleQueries queries) {
        this.queries = queries;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listCycles", summary = "List all cycles of a branch with dates, outcome and relapses, newest first", description = "All of them on one page. A case that a merged branch has handed over says which branch has it now.")
    public Page<CycleRow> list(@PathParam("id") int id) {
        return new Page<>(queries.ofBranch(id), null);
    }
}
