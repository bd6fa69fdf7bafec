package org.zhengdun.shared.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Rows per page")
    int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "The value of next from the page before; valid for the same list, filter and caller")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }
}
