package org.zhengdun.exchange;

import java.io.InputStream;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Origin;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.ScopeRoot;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.RequestFacts;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Takes whole trees of org units in. */
@Path("org-units/imports")
@Authenticated
@Tag(name = "Exchange")
class ImportResource {

    private final Caller caller;
    private final TreeFile file;
    private final Jobs jobs;
    private final JobQueries queries;
    private final Uploads uploads;
    private final Writes writes;
    private final RoutingContext request;

    ImportResource(Caller caller, TreeFile file, Jobs jobs, JobQueries queries, Uploads uploads, Writes writes,
            RoutingContext request) {
        this.caller = caller;
        this.file = file;
        this.jobs = jobs;
        this.queries = queries;
        this.uploads = uploads;
        this.writes = writes;
        this.request = request;
    }

    /** What an idempotency key of an upload stands for. */
    private record Content256(String sha256) {}

    @POST
    @Blocking
    @ResponseStatus(202)
    @Consumes("text/csv")
    @Allowed(Permission.ORG_MANAGE)
    @Operation(operationId = "importOrgUnits", summary = "Import a tree of org units", description = """
            CSV in UTF-8 with the header code,parentCode,kind,name,branchKind; rows and columns in any order; gzip with
            Content-Encoding: gzip. A job checks all rows and then changes everything or nothing. With dryRun=true the job
            only checks and counts.""")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<JobDetail> create(
            @HeaderParam("Idempotency-Key") @Parameter(description = "Repeats with the same key and body get the first answer again for 24 hours") @Nullable String idempotencyKey,
            @HeaderParam("Content-Encoding") @Parameter(description = "gzip, or absent") @Nullable String encoding,
            @QueryParam("dryRun") @Parameter(description = "Check and count, change nothing") boolean dryRun,
            InputStream body) {
        ScopeRoot first = caller.scope(Permission.ORG_MANAGE).roots().getFirst();
        Acting acting = caller.requireActing(Permission.ORG_MANAGE, first.path());
        TreeFile.Staged staged = file.take(body, "gzip".equals(encoding), acting.accountId());
        Written[] queued = new Written[1];
        try {
            return writes.run(CreateControl.repeatable(idempotencyKey), new Content256(staged.sha256()),
                    () -> queued[0] = queue(staged, dryRun, acting, first.path()));
        } finally {
            if (queued[0] == null) {
                uploads.discard(staged.uploadId());
            }
        }
    }

    private Written queue(TreeFile.Staged staged, boolean dryRun, Acting acting, int[] place) {
        int[] roots = caller.scope(Permission.ORG_MANAGE).roots().stream().mapToInt(ScopeRoot::unitId).toArray();
        Origin origin = new Origin(RequestFacts.traceId(request), RequestFacts.clientAddress(request));
        Job job = new Job(0, dryRun, staged.uploadId(), staged.rows(), staged.sha256(), acting, place, roots, origin);
        long id = jobs.queue(job, JobKind.ORG_IMPORT, staged.findings());
        JobDetail detail = queries.find(id).orElseThrow(ProblemException::notFound).job();
        return Written.accepted(detail, "/api/v1/jobs/" + id);
    }
}
