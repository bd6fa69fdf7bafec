package org.zhengdun.cases;

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
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Carry-overs of one case. */
@Path("cases/{id}/carry-overs")
@Authenticated
@Tag(name = "Cycles")
class CarryOverResource {

    private final CarryOverCases carry;
    private final CarryOvers carryOvers;
    private final CaseDetails details;
    private final OpenCases open;
    private final Reads reads;
    private final Writes writes;

    CarryOverResource(CarryOverCases carry, CarryOvers carryOvers, CaseDetails details,
            OpenCases open, Reads reads, Writes writes) {
        this.carry = carry;
        this.carryOvers = carryOvers;
        this.details = details;
        this.open = open;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CASE_READ)
    @Operation(operationId = "listCarryOvers", summary = "List the carry-overs of a case with their accountability alerts", description = "All of them on one page; the entity tag is the one of the case.")
    public RestResponse<Page<CarryOverRow>> list(@PathParam("id") long id) {
        CaseFile file = open.read(id);
        boolean masked = file.acting().role() == Role.STATISTICS;
        return reads.versioned(new Page<>(carryOvers.ofCase(id, masked), null), file.version());
    }

    @POST
    @Allowed(Permission.CASE_CARRY_OVER)
    @ResponseStatus(201)
    @Operation(operationId = "carryOverCase", summary = "Carry a case that is not transformed over into the round of the next year")
    public RestResponse<CaseDetail> carryOver(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull CarryOverRequest body) {
        return writes.run(control, body, () -> {
            long version = carry.carry(id, control, body).version();
            return Written.created(details.read(id), version, "/api/v1/cases/" + id);
        });
    }
}
