package org.zhengdun.cases;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Light;
import org.zhengdun.organization.BranchKind;

/** Which cases of the caller's scope. */
class CaseFilter {

    @QueryParam("unit")
    @Parameter(description = "Only cases under this org unit")
    @Nullable
    Integer unit;

    @QueryParam("state")
    @Parameter(description = "Only cases in this state")
    @Nullable
    CaseState state;

    @QueryParam("active")
    @Parameter(description = "Only active, or only ended cases")
    @Nullable
    Boolean active;

    @QueryParam("overdue")
    @Parameter(description = "Only cases whose deadline has passed, or only the others")
    @Nullable
    Boolean overdue;

    @QueryParam("light")
    @Parameter(description = "Only running cases with this light")
    @Nullable
    Light light;

    @QueryParam("roundId")
    @Parameter(description = "Only cases of this round")
    @Nullable
    Long roundId;

    @QueryParam("branchId")
    @Parameter(description = "Only cases of this branch")
    @Nullable
    Integer branchId;

    @QueryParam("branchKind")
    @Parameter(description = "Only cases of branches of this kind")
    @Nullable
    BranchKind branchKind;

    @QueryParam("mainCategory")
    @Parameter(description = "Only cases with this main category")
    @Nullable
    String mainCategory;

    /** Orders of the list, each backed by an index on every level. */
    enum Sort {
        /** Nearest deadline first; cases without one come last. */
        deadline,
        /** Newest first. */
        newest
    }

    @QueryParam("sort")
    @DefaultValue("deadline")
    @Parameter(description = "Order of the list")
    Sort sort = Sort.deadline;
}
