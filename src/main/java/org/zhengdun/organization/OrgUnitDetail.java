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
        @Schema(description = "Absent when unknown: the unit always stood in the tree") @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Schema(description = "The unit that a merged one went into") @Nullable Integer successorId,
        @JsonIgnore int version) {

    /** The path as the scope compares it. */
    int[] place() {
        return path.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A unit above; one above the caller's scope is only named. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrgUnitAncestor")
    record Ancestor(int id, String code, String name,
            @Schema(description = "Absent above the caller's scope") @Nullable UnitKind kind) {}
}
