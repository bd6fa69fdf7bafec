package org.zhengdun.deadlines;

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

/** Extensions and suspensions of the deadlines of a case, asked for and decided. */
@Path("cases/{id}/extensions")
@Authenticated
@Tag(name = "Deadlines")
class ExtensionResource {

    private final CaseFiles files;
    private final ExtensionQueries queries;
    private final RequestExtension request;
    private final DecideExtension decide;
    private final Reads reads;
    private final Writes writes;

    ExtensionResource(CaseFiles files, ExtensionQueries queries, RequestExtension request, DecideExtension decide,
            Reads reads, Writes writes) {
        this.files = files;
        this.queries = queries;
        this.request = request;
        this.decide = decide;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listExtensions", summary = "List the extensions and suspensions asked for in a case", description = "All of them on one page; the entity tag is the one of the case.")
    public RestResponse<Page<ExtensionRow>> list(@PathParam("id") long id) {
        CaseFile file = files.read(id);
        boolean anonymous = file.acting().role() == Role.STATISTICS;
        return reads.versioned(new Page<>(queries.ofCase(id).stream().map(
                extension -> anonymous ? extension.anonymous() : extension).toList(), null), file.version());
    }

    @POST
    @Allowed(Permission.EXTENSION_REQUEST)
    @ResponseStatus(201)
    @Operation(operationId = "requestExtension", summary = "Ask for a later due date of a case or measure, or for a stop of its clock", description = "On the due day at the latest; one request at a time for each deadline. An extension names `newDueOn`, a suspension `resumesOn`.")
    public RestResponse<ExtensionRow> request(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull ExtensionRequest body) {
        return writes.run(control, body, () -> request.run(id, control, body));
    }

    @POST
    @Path("{extensionId}/decision")
    @Allowed(Permission.EXTENSION_DECIDE)
    @ResponseStatus(201)
    @Operation(operationId = "decideExtension", summary = "Grant or refuse a later due date or a stop of the clock", description = "Until one was granted for a deadline the county decides, then the city every further time, never who asked for it. A clock that is stopped stands still from today on.")
    public RestResponse<ExtensionRow> decide(@PathParam("id") long id, @PathParam("extensionId") long extensionId,
            @BeanParam ChangeControl control, @Valid @NotNull ExtensionDecisionRequest body) {
        return writes.run(control, body, () -> decide.run(id, extensionId, control, body));
    }
}
