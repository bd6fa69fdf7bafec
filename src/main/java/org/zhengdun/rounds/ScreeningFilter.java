package org.zhengdun.rounds;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which screening records of a round. */
public class ScreeningFilter {

    @QueryParam("unit")
    @Parameter(description = "Only branches under this org unit")
    @Nullable
    Integer unit;

    @QueryParam("method")
    @Parameter(description = "Only records made in this way")
    @Nullable
    ScreeningMethod method;

    @QueryParam("result")
    @Parameter(description = "Only records with this result")
    @Nullable
    ScreeningResult result;

    @QueryParam("outsideWindow")
    @Parameter(description = "Only branches screened outside the window of the round, or only the others")
    @Nullable
    Boolean outsideWindow;

    /** Conditions on the alias s. */
    String where() {
        return (method == null ? "" : " AND s.method = :method") + (result == null ? "" : " AND s.result = :result")
                + (outsideWindow == null ? "" : " AND s.outside_window = :outside");
    }
}
