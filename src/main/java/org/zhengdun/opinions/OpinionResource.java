package org.zhengdun.opinions;

import java.util.Set;

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
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.Writes;

/** Opinions of county departments on a nomination. */
@Path("cases/{id}/opinions")
@Authenticated
@Tag(name = "Opinions")
class OpinionResource {

    private static final Set<Role> SUPERIORS = Set.of(Role.COUNTY_ORG, Role.CITY_ORG, Role.PROVINCE_ORG);

    private final CaseFiles files;
    private final OpinionQueries queries;
    private final AskDepartments asking;
    private final GiveOpinion giving;
    private final Caller caller;
    private final Writes writes;

    OpinionResource(CaseFiles files, OpinionQueries queries, AskDepartments asking, GiveOpinion giving, Caller caller,
            Writes writes) {
        this.files = files;
        this.queries = queries;
        this.asking = asking;
        this.giving = giving;
        this.caller = caller;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.OPINION_READ)
    @Operation(operationId = "listOpinions", summary = "List what the departments were asked and said, missing and late ones marked", description = "All of them on one page. For township and branch the list is empty until the branch is listed or rejected.")
    public Page<OpinionRow> list(@PathParam("id") long id) {
        CaseFile file = files.read(id);
        if (!caller.scope(Permission.OPINION_READ).covers(file.place())) {
            throw ProblemException.notFound();
        }
        return new Page<>(queries.ofCase(id, caller.acting(SUPERIORS, file.place()).isPresent()), null);
    }

    @POST
    @ResponseStatus(201)
    @Allowed(Permission.OPINION_REQUEST)
    @Operation(operationId = "requestOpinions", summary = "Ask departments for their opinion on a nomination under review", description = "One opinion for each department and review; a nomination that was sent back and submitted again may be asked about again.")
    public RestResponse<Page<OpinionRow>> create(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull OpinionsRequest body) {
        return writes.run(control, body, () -> asking.run(id, control, body));
    }

    @POST
    @Path("{opinionId}/answer")
    @Allowed(Permission.OPINION_ANSWER)
    @Operation(operationId = "answerOpinion", summary = "Give the opinion of the caller's department", description = "Once, and before the nomination leaves review; after the due date it is taken and marked late. If-Match takes the entity tag of the task.")
    public RestResponse<OpinionTask> answer(@PathParam("id") long id, @PathParam("opinionId") long opinionId,
            @BeanParam ChangeControl control, @Valid @NotNull AnswerRequest body) {
        return writes.run(control, body, () -> giving.run(id, opinionId, control, body));
    }
}
