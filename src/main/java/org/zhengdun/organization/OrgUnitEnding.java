package org.zhengdun.organization;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A closed or merged org unit.
 *
 * @param cases what became of each open case
 */
@Schema(name = "OrgUnitEnding")
record OrgUnitEnding(OrgUnitDetail unit, List<BranchCases.EndedCase> cases) {}
