package org.zhengdun.cases;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Accountability alerts of a case, one for each count of years from the third on. */
@Path("cases/{id}/accountability-alerts")
@Authenticated
@Tag(name = "Cycles")
class AccountabilityResource {

    private final HandleAlert handle;
    private final CaseDetails details;
    private final Writes writes;

    AccountabilityResource(HandleAlert handle, CaseDetails details, Writes writes) {
        this.handle = handle;
        this.details = details;
        this.writes = writes;
    }

    /** What was done about an accountability alert. */
    @Schema(name = "AlertHandlingRequest")
    record AlertHandlingRequest(@NotBlank @Size(max = 4000) String text) {}

    @POST
    @Path("{years}/handling")
    @Allowed(Permission.CASE_SUPERVISE)
    @ResponseStatus(201)
    @Operation(operationId = "handleAccountabilityAlert", summary = "Record what was done about an accountability alert")
    public RestResponse<CaseDetail> handle(@PathParam("id") long id, @PathParam("years") int years,
            @BeanParam ChangeControl control, @Valid @NotNull AlertHandlingRequest body) {
        return writes.run(control, body, () -> {
            long version = handle.run(id, years, control, body);
            return Written.created(details.read(id), version, "/api/v1/cases/" + id + "/carry-overs");
        });
    }
}
