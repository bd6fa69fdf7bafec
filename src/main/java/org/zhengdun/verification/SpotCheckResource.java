package org.zhengdun.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Writes;

/** Spot checks of a case. */
@Path("cases/{id}/spot-checks")
@Authenticated
@Tag(name = "Spot checks")
class SpotCheckResource {

    private final StartSpotCheck start;
    private final Writes writes;

    SpotCheckResource(StartSpotCheck start, Writes writes) {
        this.start = start;
        this.writes = writes;
    }

    @POST
    @Allowed(Permission.SPOT_CHECK_START)
    @ResponseStatus(201)
    @Operation(operationId = "startSpotCheck", summary = "Start the spot check of a sampled case", description = "From now on it is one of the checks of the case: answers, ballots and completion are recorded there. Nobody with a part in the case may be on the team.")
    public RestResponse<CheckDetail> create(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull SpotCheckRequest body) {
        return writes.run(control, body, () -> start.run(id, control, body));
    }
}
