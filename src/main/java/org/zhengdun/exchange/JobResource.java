package org.zhengdun.exchange;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;

/** Jobs as their creators see them. */
@Path("jobs")
@Authenticated
@Tag(name = "Exchange")
class JobResource {

    private final Caller caller;
    private final JobQueries queries;

    JobResource(Caller caller, JobQueries queries) {
        this.caller = caller;
        this.queries = queries;
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.SELF)
    @Operation(operationId = "getJob", summary = "Read the state, progress and report of a job")
    public JobDetail get(@PathParam("id") long id) {
        return queries.find(id).filter(this::isVisible).orElseThrow(ProblemException::notFound).job();
    }

    private boolean isVisible(JobQueries.Owned owned) {
        return caller.account().filter(account -> account.accountId() == owned.accountId()).isPresent()
                || caller.scope(Permission.ORG_MANAGE).covers(owned.place());
    }
}
