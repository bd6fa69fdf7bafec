package org.zhengdun.organization;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhengdun.shared.problem.Invalid;

/** Where an existing unit may go. */
final class MovePolicies {

    private static final String POINTER = "/parentId";
    private static final List<BiFunction<OrgUnitDetail, Unit, Optional<Invalid>>> ALL = List.of(
            MovePolicies::targetIsNotBelowTheUnit, MovePolicies::targetIsAnotherParent, MovePolicies::targetIsOpen,
            MovePolicies::kindFitsBelowTarget);

    private MovePolicies() {}

    static List<Invalid> check(OrgUnitDetail unit, Unit target) {
        return ALL.stream().flatMap(policy -> policy.apply(unit, target).stream()).toList();
    }

    /** Cases in work need a township or committee above them, which alone plans, reports and applies for acceptance. */
    static Optional<Invalid> casesKeepATownship(OrgUnitDetail unit, Unit target, int openCases) {
        return refuseIf(openCases > 0 && unit.kind() == UnitKind.BRANCH && !target.kind().givesATownship(),
                "org.cases-without-township", openCases);
    }

    private static Optional<Invalid> targetIsNotBelowTheUnit(OrgUnitDetail unit, Unit target) {
        return refuseIf(IntStream.of(target.path()).anyMatch(id -> id == unit.id()), "org.move-below-itself");
    }

    private static Optional<Invalid> targetIsAnotherParent(OrgUnitDetail unit, Unit target) {
        return refuseIf(unit.parentId() != null && unit.parentId() == target.id(), "org.move-nowhere");
    }

    private static Optional<Invalid> targetIsOpen(OrgUnitDetail unit, Unit target) {
        return refuseIf(target.closedOn() != null, "org.parent-closed");
    }

    private static Optional<Invalid> kindFitsBelowTarget(OrgUnitDetail unit, Unit target) {
        return refuseIf(!target.kind().mayContain(unit.kind()), "org.kind-below-parent", unit.kind(), target.kind());
    }

    private static Optional<Invalid> refuseIf(boolean refused, String code, Object... arguments) {
        return Stream.of(Invalid.of(POINTER, code, arguments)).filter(invalid -> refused).findFirst();
    }
}
