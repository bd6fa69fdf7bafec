package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a move of an org unit takes along.
 *
 * @param path      ids from the root to the unit at its new place
 * @param units     the unit and all below it
 * @param openCases cases in work below it
 * @param grants    grants that are not revoked and not over, below it
 */
@Schema(name = "OrgUnitMove")
record OrgUnitMove(int unitId, int fromParentId, int toParentId, LocalDate effectiveOn, List<Integer> path, int units,
        int openCases, int grants) {}
