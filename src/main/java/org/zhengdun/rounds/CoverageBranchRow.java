package org.zhengdun.rounds;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;

/** An active branch of a round: whether it was looked at, and what its facts suggest. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverageBranchRow")
record CoverageBranchRow(int branchId, String code, String name, BranchKind branchKind, int parentId,
        String parentName, boolean screened, @Nullable ScreeningResult result, @Nullable LocalDate screenedOn,
        List<ScreeningHint> hints) {}
