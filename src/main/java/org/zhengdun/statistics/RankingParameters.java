package org.zhengdun.statistics;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which units are ranked by what. */
class RankingParameters extends FigureParameters {

    /** Which value comes first. */
    enum RankingOrder {
        /** The highest. */
        HIGHEST_FIRST,
        /** The lowest. */
        LOWEST_FIRST
    }

    @QueryParam("measure")
    @NotNull
    @Size(max = 60)
    @Parameter(description = "Code of the indicator")
    @Nullable
    String measure;

    @QueryParam("level")
    @DefaultValue("NEXT")
    @Parameter(description = "Level of the units that are ranked")
    OrgLevel level = OrgLevel.NEXT;

    @QueryParam("order")
    @DefaultValue("HIGHEST_FIRST")
    @Parameter(description = "Which value has rank one")
    RankingOrder order = RankingOrder.HIGHEST_FIRST;
}
