package org.zhengdun.statistics;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Figures over two dimensions, and the rows behind them. */
@Path("statistics")
@Authenticated
@Tag(name = "Statistics")
class CubeResource {

    private final Questions questions;
    private final Cubes cubes;
    private final FigureRows rows;
    private final Disclosure disclosure;

    CubeResource(Questions questions, Cubes cubes, FigureRows rows, Disclosure disclosure) {
        this.questions = questions;
        this.cubes = cubes;
        this.rows = rows;
        this.disclosure = disclosure;
    }

    @GET
    @Path("cube")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "getCube", summary = "Compute indicators of a unit over two dimensions, now or at a past moment")
    public CubeAnswer cube(@Valid @BeanParam CubeParameters asked) {
        CubeQuery query = questions.cube(asked);
        return cubes.answer(query, asked.compareTo == null ? null : questions.comparedMoment(asked.compareTo));
    }

    @GET
    @Path("rows")
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "listFigureRows", summary = "List the rows that a figure counts")
    public Page<FigureRow> rows(@Valid @BeanParam FigureRowParameters asked, @Valid @BeanParam PageRequest page) {
        CubeQuery query = questions.rows(asked);
        disclosure.requireRows(query);
        return rows.page(query, asked, page);
    }
}
