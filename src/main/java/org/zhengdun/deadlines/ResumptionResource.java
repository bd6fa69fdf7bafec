package org.zhengdun.deadlines;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Writes;

/** The early end of a suspension. */
@Path("cases/{id}/deadlines/{deadlineId}/resumption")
@Authenticated
@Tag(name = "Deadlines")
class ResumptionResource {

    private final ResumeDeadline resume;
    private final Writes writes;

    ResumptionResource(ResumeDeadline resume, Writes writes) {
        this.resume = resume;
        this.writes = writes;
    }

    @POST
    @Allowed(Permission.DEADLINE_RESUME)
    @ResponseStatus(201)
    @Operation(operationId = "resumeDeadline", summary = "Let a stopped clock run again today", description = "The days left of the suspension are given back. The clock of a case is refused while a measure would then end after it.")
    public RestResponse<DeadlineDetail> resume(@PathParam("id") long id, @PathParam("deadlineId") long deadlineId,
            @BeanParam ChangeControl control, @Valid @NotNull ResumptionRequest body) {
        return writes.run(control, body, () -> resume.run(id, deadlineId, control, body));
    }
}
