package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.function.LongSupplier;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The three lists of a case: problems, measures, responsibilities. */
@Path("cases/{id}")
@Authenticated
@Tag(name = "Plan")
class PlanResource {

    private final PlanBook book;
    private final MoveProblem problemMoves;
    private final CaseDetails details;
    private final Writes writes;

    PlanResource(PlanBook book, MoveProblem problemMoves, CaseDetails details, Writes writes) {
        this.book = book;
        this.problemMoves = problemMoves;
        this.details = details;
        this.writes = writes;
    }

    /** On which day a measure was carried out. */
    @Schema(name = "MeasureDoneRequest")
    record MeasureDoneRequest(@NotNull LocalDate doneOn) {}

    @POST
    @Path("problems")
    @Allowed(Permission.CASE_PLAN)
    @ResponseStatus(201)
    @Operation(operationId = "addProblem", summary = "Add a problem to the nomination or the plan; an approved plan becomes stale")
    public RestResponse<CaseDetail> addProblem(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull ProblemRequest body) {
        return created(id, control, body, () -> book.addProblem(id, control, body));
    }

    @POST
    @Path("problems/{problemId}/transitions")
    @Allowed(Permission.PROBLEM_MOVE)
    @ResponseStatus(201)
    @Operation(operationId = "moveProblem", summary = "Report a problem done, close it or open it again")
    public RestResponse<CaseDetail> moveProblem(@PathParam("id") long id, @PathParam("problemId") long problemId,
            @BeanParam ChangeControl control, @Valid @NotNull ProblemTransitionRequest body) {
        return created(id, control, body, () -> problemMoves.move(id, problemId, control, body));
    }

    @POST
    @Path("measures")
    @Allowed(Permission.CASE_PLAN)
    @ResponseStatus(201)
    @Operation(operationId = "addMeasure", summary = "Add a measure with its accountable person; an approved plan becomes stale")
    public RestResponse<CaseDetail> addMeasure(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull MeasureRequest body) {
        return created(id, control, body, () -> book.addMeasure(id, control, body));
    }

    @PUT
    @Path("measures/{measureId}")
    @Allowed(Permission.CASE_PLAN)
    @Operation(operationId = "changeMeasure", summary = "Give a measure new terms; an approved plan becomes stale")
    public RestResponse<CaseDetail> changeMeasure(@PathParam("id") long id, @PathParam("measureId") long measureId,
            @BeanParam ChangeControl control, @Valid @NotNull MeasureChangeRequest body) {
        return writes.run(control, body, () -> {
            long version = book.changeMeasure(id, measureId, control, body);
            return Written.changed(details.read(id), version);
        });
    }

    @POST
    @Path("measures/{measureId}/accountable")
    @Allowed(Permission.CASE_PLAN)
    @ResponseStatus(201)
    @Operation(operationId = "replaceAccountable", summary = "Replace the accountable person; the former stays readable, an approved plan becomes stale")
    public RestResponse<CaseDetail> replaceAccountable(@PathParam("id") long id,
            @PathParam("measureId") long measureId, @BeanParam ChangeControl control,
            @Valid @NotNull PersonRequest body) {
        return created(id, control, body, () -> book.replaceAccountable(id, measureId, control, body));
    }

    @POST
    @Path("measures/{measureId}/done")
    @Allowed(Permission.CASE_PROGRESS)
    @ResponseStatus(201)
    @Operation(operationId = "finishMeasure", summary = "Report a measure carried out")
    public RestResponse<CaseDetail> finishMeasure(@PathParam("id") long id, @PathParam("measureId") long measureId,
            @BeanParam ChangeControl control, @Valid @NotNull MeasureDoneRequest body) {
        return created(id, control, body, () -> book.finishMeasure(id, measureId, control, body.doneOn()));
    }

    private RestResponse<CaseDetail> created(long id, ChangeControl control, Object body, LongSupplier effect) {
        return writes.run(control, body, () -> {
            long version = effect.getAsLong();
            return Written.created(details.read(id), version, "/api/v1/cases/" + id);
        });
    }
}
