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

/** Suspension of the deadlines of a case. */
@Path("cases/{id}/deadlines/{deadlineId}")
@Authenticated
@Tag(name = "Deadlines")
class SuspensionResource {

    private final SuspendDeadline suspend;
    private final Writes writes;

    SuspensionResource(SuspendDeadline suspend, Writes writes) {
        this.suspend = suspend;
        this.writes = writes;
    }

    @POST
    @Path("suspension")
    @Allowed(Permission.DEADLINE_SUSPEND)
    @ResponseStatus(201)
    @Operation(operationId = "suspendDeadline", summary = "Stop the clock of a case or measure until a day", description = "The due date moves by the suspended days; while suspended nothing is overdue.")
    public RestResponse<DeadlineDetail> suspend(@PathParam("id") long id, @PathParam("deadlineId") long deadlineId,
            @BeanParam ChangeControl control, @Valid @NotNull SuspensionRequest body) {
        return writes.run(control, body, () -> suspend.suspend(id, deadlineId, control, body));
    }

    @POST
    @Path("resumption")
    @Allowed(Permission.DEADLINE_SUSPEND)
    @ResponseStatus(201)
    @Operation(operationId = "resumeDeadline", summary = "Let a stopped clock run again today", description = "The days left of the suspension are given back.")
    public RestResponse<DeadlineDetail> resume(@PathParam("id") long id, @PathParam("deadlineId") long deadlineId,
            @BeanParam ChangeControl control, @Valid @NotNull ResumptionRequest body) {
        return writes.run(control, body, () -> suspend.resume(id, deadlineId, control, body));
    }
}
