package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One org unit with its place in the tree.
 *
 * @param path      ids from the root to the unit itself
 * @param ancestors units from the root to the parent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrgUnitDetail")
record OrgUnitDetail(int id, String code, String name, UnitKind kind, @Nullable BranchKind branchKind,
        @Nullable Integer parentId, int level, List<Integer> path, List<Ancestor> ancestors,
        @Nullable LocalDate closedOn, @JsonIgnore int version) {

    /** A unit above; one above the caller's scope is only named. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrgUnitAncestor")
    record Ancestor(int id, String code, String name,
            @Schema(description = "Absent above the caller's scope") @Nullable UnitKind kind) {}
}
