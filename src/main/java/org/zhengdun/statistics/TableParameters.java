package org.zhengdun.statistics;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which figures, and what they are broken down by. */
class TableParameters extends FigureParameters {

    @QueryParam("rows")
    @Size(max = 40)
    @Parameter(description = "What the rows are: org:PROVINCE, org:CITY, org:COUNTY, org:TOWNSHIP, org:BRANCH, org:NEXT (the units next below), category, problemCategory, branchKind, state, round, month or helperKind; one row without it")
    @Nullable
    String rows;

    @QueryParam("columns")
    @Size(max = 40)
    @Parameter(description = "What the columns are, as rows; one column without it")
    @Nullable
    String columns;
}
