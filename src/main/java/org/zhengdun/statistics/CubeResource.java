package org.zhengdun.statistics;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;

/** Figures over two dimensions, and the rows behind them. */
@Path("statistics")
@Authenticated
@Tag(name = "Statistics")
class CubeResource {

    private final Questions questions;
    private final Cubes cubes;
    private final FigureRows rows;
    private final Disclosure disclosure;
    private final RowTraces traces;
    private final Reads reads;

    CubeResource(Questions questions, Cubes cubes, FigureRows rows, Disclosure disclosure, RowTraces traces,
            Reads reads) {
        this.questions = questions;
        this.cubes = cubes;
        this.rows = rows;
        this.disclosure = disclosure;
        this.traces = traces;
        this.reads = reads;
    }

    @GET
    @Path("cube")
    @Allowed(Permission.STATISTICS_READ)
    @Produces({TableFormat.JSON, TableFormat.CSV, TableFormat.XLSX, TableFormat.JSON_STAT})
    @Operation(operationId = "getCube", summary = "Compute indicators of a unit over two dimensions, now or at a past moment, as JSON, CSV, XLSX or JSON-stat")
    public RestResponse<CubeAnswer> cube(@Valid @BeanParam CubeParameters asked) {
        CubeQuery query = questions.cube(asked);
        AsOf compareTo = asked.compareTo == null ? null : questions.comparedMoment(asked.compareTo);
        CubeAnswer answer = cubes.answer(query, compareTo);
        traces.leave(query);
        return reads.figures(asked.links ? answer : answer.withoutRows(), query.scene().unit().path());
    }

    @GET
    @Path("rows")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listFigureRows", summary = "List the rows that a figure counts")
    public Page<FigureRow> rows(@Valid @BeanParam FigureRowParameters asked, @Valid @BeanParam PageRequest page) {
        CubeQuery query = questions.rows(asked);
        disclosure.requireRows(query);
        Page<FigureRow> found = rows.page(query, asked, page);
        traces.leave(query, asked, found.items());
        return disclosure.protect(query, found);
    }
}
