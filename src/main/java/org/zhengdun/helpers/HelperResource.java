package org.zhengdun.helpers;

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
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Helpers of a case. */
@Path("cases/{id}/helpers")
@Authenticated
@Tag(name = "Helpers")
class HelperResource {

    private final CaseFiles files;
    private final HelperQueries queries;
    private final AssignHelper assign;
    private final ReleaseHelper release;
    private final Reads reads;
    private final Writes writes;

    HelperResource(CaseFiles files, HelperQueries queries, AssignHelper assign, ReleaseHelper release, Reads reads,
            Writes writes) {
        this.files = files;
        this.queries = queries;
        this.assign = assign;
        this.release = release;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listHelpers", summary = "List the helpers of a case, released ones included", description = "All of them on one page; the entity tag is the one of the case.")
    public RestResponse<Page<HelperRow>> list(@PathParam("id") long id) {
        CaseFile file = files.read(id);
        boolean anonymous = file.acting().role() == Role.STATISTICS;
        return reads.versioned(new Page<>(queries.ofCase(id).stream().map(
                helper -> anonymous ? helper.withoutPerson() : helper).toList(), null), file.version());
    }

    @POST
    @Allowed(Permission.HELPER_ASSIGN)
    @ResponseStatus(201)
    @Operation(operationId = "assignHelper", summary = "Assign a helper to a case", description = "Which departments fit as paired unit is said by suggestDepartments.")
    public RestResponse<HelperRow> create(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull HelperRequest body) {
        return writes.run(control, body, () -> assign.run(id, control, body));
    }

    @POST
    @Path("{helperId}/release")
    @Allowed(Permission.HELPER_ASSIGN)
    @Operation(operationId = "releaseHelper", summary = "Release a helper", description = """
            Refused until the case is transformed, unless another running assignment of the same kind has taken over. An
            assignment that has not begun is withdrawn at any time: it stays readable, never ran and counts nowhere.""")
    public RestResponse<HelperRow> release(@PathParam("id") long id, @PathParam("helperId") long helperId,
            @BeanParam ChangeControl control, @Valid @NotNull ReleaseRequest body) {
        return writes.run(control, body, () -> release.run(id, helperId, control, body));
    }
}
