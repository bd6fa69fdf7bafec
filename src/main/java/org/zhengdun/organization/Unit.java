package org.zhengdun.organization;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An org unit as the other features need it.
 *
 * @param path ids from the root to the unit itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record Unit(int id, String code, String name, UnitKind kind, @Nullable BranchKind branchKind, int[] path,
        @Nullable LocalDate closedOn) {}
