package org.zhengdun.verification;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.verification.RecordCheck.CheckKey;

/** Acceptance checks of a case. */
@Path("cases/{id}/checks")
@Authenticated
@Tag(name = "Acceptance checks")
class CheckResource {

    private final CaseFiles files;
    private final CaseChecks checks;
    private final FormCheck form;
    private final RecordCheck record;
    private final ChangeTeam change;
    private final Reads reads;
    private final Writes writes;

    CheckResource(CaseFiles files, CaseChecks checks, FormCheck form, RecordCheck record,
            ChangeTeam change, Reads reads, Writes writes) {
        this.files = files;
        this.checks = checks;
        this.form = form;
        this.record = record;
        this.change = change;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listChecks", summary = "List the acceptance checks of a case", description = "All of them on one page; the entity tag is the one of the case.")
    public RestResponse<Page<CheckRow>> list(@PathParam("id") long id) {
        CaseFile file = files.read(id);
        return reads.versioned(new Page<>(checks.all(file), null), file.version());
    }

    @GET
    @Path("{checkId}")
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "getCheck", summary = "Read a check with its arithmetic and gates", description = "The entity tag is the one of the case.")
    public RestResponse<CheckDetail> read(@PathParam("id") long id, @PathParam("checkId") long checkId) {
        CaseFile file = files.read(id);
        return reads.versioned(checks.one(file, checkId), file.version());
    }

    @POST
    @Allowed(Permission.CHECK_FORM)
    @ResponseStatus(201)
    @Operation(operationId = "formCheck", summary = "Form the team of an acceptance check", description = "Nobody who proposed, executed or helped in the case may be on the team; only one check of a case is unfinished.")
    public RestResponse<CheckDetail> create(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull CheckRequest body) {
        return writes.run(control, body, () -> form.run(id, control, body));
    }

    @PUT
    @Path("{checkId}/team")
    @Allowed(Permission.CHECK_TEAM)
    @Operation(operationId = "replaceCheckTeam", summary = "Replace the team of a check of which nothing is recorded", description = "By the level that formed the check. Who is no longer named loses the case at once and stays readable as former member.")
    public RestResponse<CheckDetail> replaceTeam(@PathParam("id") long id, @PathParam("checkId") long checkId,
            @BeanParam ChangeControl control, @Valid @NotNull TeamRequest body) {
        return writes.run(control, body, () -> change.replace(new CheckKey(id, checkId), control, body));
    }

    @POST
    @Path("{checkId}/cancel")
    @Allowed(Permission.CHECK_TEAM)
    @Operation(operationId = "cancelCheck", summary = "Cancel a running check; it stays readable and another one may be formed", description = "By the level that formed the check. The team loses the case at once.")
    public RestResponse<CheckDetail> cancel(@PathParam("id") long id, @PathParam("checkId") long checkId,
            @BeanParam ChangeControl control, @Valid @NotNull CancellationRequest body) {
        return writes.run(control, body, () -> change.cancel(new CheckKey(id, checkId), control, body));
    }

    @PUT
    @Path("{checkId}/answers")
    @Allowed(Permission.CHECK_RECORD)
    @Operation(operationId = "answerCheck", summary = "Record answers to items of the checklist")
    public RestResponse<CheckDetail> answer(@PathParam("id") long id, @PathParam("checkId") long checkId,
            @BeanParam ChangeControl control, @Valid @NotNull AnswersRequest body) {
        return writes.run(control, body, () -> record.answers(new CheckKey(id, checkId), control, body));
    }

    @PUT
    @Path("{checkId}/ballots")
    @Allowed(Permission.CHECK_RECORD)
    @Operation(operationId = "countBallots", summary = "Record the ballots of the popular assessment")
    public RestResponse<CheckDetail> count(@PathParam("id") long id, @PathParam("checkId") long checkId,
            @BeanParam ChangeControl control, @Valid @NotNull BallotsRequest body) {
        return writes.run(control, body, () -> record.ballots(new CheckKey(id, checkId), control, body));
    }

    @POST
    @Path("{checkId}/complete")
    @Allowed(Permission.CHECK_RECORD)
    @Operation(operationId = "completeCheck", summary = "Complete a check; it is immutable from then on")
    public RestResponse<CheckDetail> complete(@PathParam("id") long id, @PathParam("checkId") long checkId,
            @BeanParam ChangeControl control, @Valid @NotNull CompletionRequest body) {
        return writes.run(control, body, () -> record.complete(new CheckKey(id, checkId), control, body));
    }
}
