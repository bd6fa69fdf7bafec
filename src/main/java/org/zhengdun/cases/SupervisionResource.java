package org.zhengdun.cases;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Direct supervision of a case by city or province. */
@Path("cases/{id}/supervisions")
@Authenticated
@Tag(name = "Cycles")
class SupervisionResource {

    private final SuperviseCase supervise;
    private final SupervisionQueries queries;
    private final OpenCases open;
    private final Reads reads;
    private final Writes writes;

    SupervisionResource(SuperviseCase supervise, SupervisionQueries queries, OpenCases open, Reads reads,
            Writes writes) {
        this.supervise = supervise;
        this.queries = queries;
        this.open = open;
        this.reads = reads;
        this.writes = writes;
    }

    /** Why supervision is lifted. */
    @Schema(name = "LiftSupervisionRequest")
    record LiftSupervisionRequest(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listSupervisions", summary = "List the periods of direct supervision of a case", description = "All of them on one page, newest first; the entity tag is the one of the case.")
    public RestResponse<Page<SupervisionRow>> list(@PathParam("id") long id) {
        CaseFile file = open.read(id);
        return reads.versioned(new Page<>(queries.ofCase(id, file.acting().role() == Role.STATISTICS), null),
                file.version());
    }

    @POST
    @Allowed(Permission.CASE_SUPERVISE)
    @ResponseStatus(201)
    @Operation(operationId = "superviseCase", summary = "List a case for direct supervision, with leader, deadline and report frequency")
    public RestResponse<SupervisionRow> create(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull SupervisionRequest body) {
        return writes.run(control, body, () -> supervise.list(id, control, body));
    }

    @POST
    @Path("lift")
    @Allowed(Permission.CASE_SUPERVISE)
    @ResponseStatus(201)
    @Operation(operationId = "liftSupervision", summary = "Lift the running supervision of a case", description = "What the province has listed, only the province lifts.")
    public RestResponse<SupervisionRow> lift(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull LiftSupervisionRequest body) {
        return writes.run(control, body, () -> supervise.lift(id, control, body.reason()));
    }
}
