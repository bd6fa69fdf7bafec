package org.zhengdun.organization;

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

/** Changes of the shape of the tree: moves, closures, mergers. */
@Path("org-units")
@Authenticated
@Tag(name = "Organization")
class RestructuringResource {

    private final UnitMoves moves;
    private final UnitEndings endings;
    private final Writes writes;

    RestructuringResource(UnitMoves moves, UnitEndings endings, Writes writes) {
        this.moves = moves;
        this.endings = endings;
        this.writes = writes;
    }

    @POST
    @Path("{id}/moves")
    @Allowed(Permission.ORG_MANAGE)
    @ResponseStatus(201)
    @Operation(operationId = "moveOrgUnit", summary = "Move an org unit with all below it to another parent", description = "Needs the right on the unit and on the new parent. With dryRun it tells what would move.")
    public RestResponse<OrgUnitMove> move(@PathParam("id") int id, @BeanParam ChangeControl control,
            @Valid @NotNull OrgUnitMoveRequest body) {
        return writes.runLong(control, body, () -> moves.move(id, control, body));
    }

    @POST
    @Path("{id}/closing")
    @Allowed(Permission.ORG_CLOSE)
    @ResponseStatus(201)
    @Operation(operationId = "closeOrgUnit", summary = "Close an org unit without successor", description = "Units below must be closed or moved before. Open cases of a branch are cancelled as dissolved and reported one by one. 409 for a case with a relapse on record or a running spot check.")
    public RestResponse<OrgUnitEnding> close(@PathParam("id") int id, @BeanParam ChangeControl control,
            @Valid @NotNull ClosingRequest body) {
        return writes.run(control, body, () -> endings.close(id, control, body));
    }

    @POST
    @Path("{id}/merge")
    @Allowed(Permission.ORG_CLOSE)
    @ResponseStatus(201)
    @Operation(operationId = "mergeOrgUnit", summary = "Merge an org unit into another one of its kind", description = "Units below must be closed or moved before. An open case of a branch goes to the successor, or is cancelled as merged when the successor has an active case; each is reported. 409 for a case to be cancelled with a relapse on record or a running spot check, and when somebody who verified a case is a member of the successor.")
    public RestResponse<OrgUnitEnding> merge(@PathParam("id") int id, @BeanParam ChangeControl control,
            @Valid @NotNull MergeRequest body) {
        return writes.run(control, body, () -> endings.merge(id, control, body));
    }
}
