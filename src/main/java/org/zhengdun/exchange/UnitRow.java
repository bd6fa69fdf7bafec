package org.zhengdun.exchange;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.UnitKind;

/** One row of an imported tree; what was not acceptable is null and reported elsewhere. */
record UnitRow(int row, @Nullable String code, @Nullable String parentCode, @Nullable UnitKind kind,
        @Nullable String name, @Nullable BranchKind branchKind) {}
