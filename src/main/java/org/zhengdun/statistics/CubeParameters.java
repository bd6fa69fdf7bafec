package org.zhengdun.statistics;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which table of figures. */
class CubeParameters extends TableParameters {

    @QueryParam("measures")
    @NotNull
    @Size(max = 400)
    @Parameter(description = "Codes of up to ten indicators, separated by commas", example = "listed,conversion-rate")
    @Nullable
    String measures;

    @QueryParam("compareTo")
    @Parameter(description = "Another moment, in the form of asOf: each figure comes with the one of then and the difference")
    @Nullable
    String compareTo;

    @QueryParam("links")
    @DefaultValue("true")
    @Parameter(description = "Whether figures come with links to the rows behind them")
    boolean links = true;
}
