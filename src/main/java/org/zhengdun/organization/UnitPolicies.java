package org.zhengdun.organization;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.zhengdun.shared.problem.Invalid;

/** Where a new unit may stand. */
final class UnitPolicies {

    private static final List<BiFunction<OrgUnitRequest, Unit, Optional<Invalid>>> ALL = List.of(
            UnitPolicies::parentIsOpen, UnitPolicies::kindFitsBelowParent, UnitPolicies::branchHasBranchKind,
            UnitPolicies::othersHaveNoBranchKind);

    private UnitPolicies() {}

    static List<Invalid> check(OrgUnitRequest request, Unit parent) {
        return ALL.stream().flatMap(policy -> policy.apply(request, parent).stream()).toList();
    }

    private static Optional<Invalid> parentIsOpen(OrgUnitRequest request, Unit parent) {
        return refuseIf(parent.closedOn() != null, "/parentId", "org.parent-closed");
    }

    private static Optional<Invalid> kindFitsBelowParent(OrgUnitRequest request, Unit parent) {
        return refuseIf(!parent.kind().mayContain(request.kind()), "/kind", "org.kind-below-parent", request.kind(),
                parent.kind());
    }

    private static Optional<Invalid> branchHasBranchKind(OrgUnitRequest request, Unit parent) {
        return refuseIf(request.kind() == UnitKind.BRANCH && request.branchKind() == null, "/branchKind",
                "org.branch-kind-required");
    }

    private static Optional<Invalid> othersHaveNoBranchKind(OrgUnitRequest request, Unit parent) {
        return refuseIf(request.kind() != UnitKind.BRANCH && request.branchKind() != null, "/branchKind",
                "org.branch-kind-not-applicable");
    }

    private static Optional<Invalid> refuseIf(boolean refused, String pointer, String code, Object... arguments) {
        return Stream.of(Invalid.of(pointer, code, arguments)).filter(invalid -> refused).findFirst();
    }
}
