package org.zhengdun.helpers;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Writes;

/** Visits of the helpers of a case. */
@Path("cases/{id}/visits")
@Authenticated
@Tag(name = "Visits")
class VisitResource {

    private final CaseFiles files;
    private final Caller caller;
    private final VisitQueries queries;
    private final LogVisit log;
    private final Writes writes;

    VisitResource(CaseFiles files, Caller caller, VisitQueries queries, LogVisit log, Writes writes) {
        this.files = files;
        this.caller = caller;
        this.queries = queries;
        this.log = log;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.VISIT_READ)
    @Operation(operationId = "listVisits", summary = "List the visits of the helpers of a case, the latest first")
    public Page<VisitRow> list(@PathParam("id") long id, @Valid @BeanParam PageRequest page) {
        return queries.page(readable(id), page);
    }

    @POST
    @Allowed(Permission.VISIT_LOG)
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "Logged", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitRow.class)))
    @APIResponse(responseCode = "200", description = "The visit was logged before with this content", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitRow.class)))
    @Operation(operationId = "logVisit", summary = "Log a visit", description = """
            By a helper of the case, for a day of his assignment; visitGraceDays of the settings says for how long he may still
            do so after its end, whatever became of the case. The client makes the id, so that a retry is harmless: the
            same id with the same content is logged once, with other content it is a conflict.""")
    public RestResponse<VisitRow> create(@PathParam("id") long id, @BeanParam CreateControl control,
            @Valid @NotNull VisitRequest body) {
        return writes.run(control, body, () -> log.log(id, body));
    }

    @GET
    @Path("{visitId}")
    @Allowed(Permission.VISIT_READ)
    @Operation(operationId = "getVisit", summary = "Read a visit with all its versions")
    public VisitRow.Detail get(@PathParam("id") long id, @PathParam("visitId") UUID visitId) {
        return queries.detail(readable(id), visitId);
    }

    @PUT
    @Path("{visitId}")
    @Allowed(Permission.VISIT_LOG)
    @Operation(operationId = "correctVisit", summary = "Correct a visit; what was written before stays readable", description = "By who logged it, with a reason; If-Match is the entity tag of the case.")
    public RestResponse<VisitRow> correct(@PathParam("id") long id, @PathParam("visitId") UUID visitId,
            @BeanParam ChangeControl control, @Valid @NotNull CorrectionRequest body) {
        return writes.run(control, body, () -> log.correct(id, visitId, control, body));
    }

    private long readable(long caseId) {
        CaseFile file = files.read(caseId);
        caller.requireActingOnCase(Permission.VISIT_READ, caseId, file.place());
        return caseId;
    }
}
