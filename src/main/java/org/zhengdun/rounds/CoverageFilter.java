package org.zhengdun.rounds;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;

/** Which branches of a round. */
public class CoverageFilter {

    @QueryParam("unit")
    @Parameter(description = "Only branches under this org unit")
    @Nullable
    Integer unit;

    @QueryParam("screened")
    @Parameter(description = "Only branches that were looked at, or only the others")
    @Nullable
    Boolean screened;

    @QueryParam("branchKind")
    @Parameter(description = "Only branches of this kind")
    @Nullable
    BranchKind branchKind;

    /** Conditions on the alias b. */
    String where() {
        String record = "EXISTS (SELECT FROM screening x WHERE x.round_id = :round AND x.branch_id = b.id"
                + " AND x.superseded_at IS NULL)";
        return (screened == null ? "" : " AND " + (screened ? "" : "NOT ") + record)
                + (branchKind == null ? "" : " AND b.branch_kind = :kind");
    }
}
