package org.zhengdun.statistics;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which figure the rows are behind. */
class FigureRowParameters extends TableParameters {

    /** What is counted twice in a rate. */
    enum CountedPart {
        /** What an indicator counts. */
        NUMERATOR,
        /** What a rate is of. */
        DENOMINATOR
    }

    @QueryParam("measure")
    @NotNull
    @Size(max = 60)
    @Parameter(description = "Code of the indicator")
    @Nullable
    String measure;

    @QueryParam("part")
    @DefaultValue("NUMERATOR")
    @Parameter(description = "Rows of the numerator or of the denominator")
    CountedPart part = CountedPart.NUMERATOR;

    @QueryParam("row")
    @Size(max = 60)
    @Parameter(description = "Code of the row's item; all rows without it")
    @Nullable
    String row;

    @QueryParam("column")
    @Size(max = 60)
    @Parameter(description = "Code of the column's item; all columns without it")
    @Nullable
    String column;
}
