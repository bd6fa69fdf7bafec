package org.zhengdun.cases;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Carry-overs of many cases at the end of a round. */
@Path("carry-overs")
@Authenticated
@Tag(name = "Cycles")
class CarryOversResource {

    private final CarryOverCases carry;
    private final Writes writes;

    CarryOversResource(CarryOverCases carry, Writes writes) {
        this.carry = carry;
        this.writes = writes;
    }

    /** The cases that were carried over together. */
    @Schema(name = "CarriedCases")
    record CarriedCases(List<CarryOverCases.Carried> items) {}

    @POST
    @Allowed(Permission.CASE_CARRY_OVER)
    @ResponseStatus(201)
    @Operation(operationId = "carryOverCases", summary = "Carry up to 200 cases over into the round of the next year", description = "All of them or none: each case that cannot be carried over is named by its pointer, and nothing changes.")
    public RestResponse<CarriedCases> carryOver(@BeanParam CreateControl control,
            @Valid @NotNull CarryOversRequest body) {
        return writes.run(control, body, () -> Written.created(new CarriedCases(carry.carryAll(body)), null,
                "/api/v1/cases?roundId=" + body.roundId()));
    }
}
