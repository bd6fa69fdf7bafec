package org.zhengdun.opinions;

import io.quarkus.security.Authenticated;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;

/** The nominations that were sent to the caller's department. */
@Path("me/opinions")
@Authenticated
@Tag(name = "Opinions")
class TaskResource {

    private final TaskQueries queries;
    private final NominationReads log;
    private final Reads reads;

    TaskResource(TaskQueries queries, NominationReads log, Reads reads) {
        this.queries = queries;
        this.log = log;
        this.reads = reads;
    }

    @GET
    @Allowed(Permission.OPINION_ANSWER)
    @Operation(operationId = "listOpinionTasks", summary = "List the nominations sent to the caller's department, newest first", description = "Which department that is stands in the grant; a grant without department sees nothing.")
    public Page<OpinionTask> list(@BeanParam @Valid PageRequest page,
            @QueryParam("open") @Parameter(description = "Only those that still wait for an answer, or only the others") @Nullable Boolean open) {
        Page<OpinionTask> found = queries.page(open, page);
        log.seen(found.items());
        return found;
    }

    @GET
    @Path("{opinionId}")
    @Allowed(Permission.OPINION_ANSWER)
    @Operation(operationId = "getOpinionTask", summary = "Read a nomination sent to the caller's department")
    public RestResponse<OpinionTask> get(@PathParam("opinionId") long opinionId) {
        OpinionTask task = queries.find(opinionId);
        log.seen(List.of(task));
        return reads.versioned(task, task.version());
    }
}
