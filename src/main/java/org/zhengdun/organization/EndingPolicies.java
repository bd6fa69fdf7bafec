package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** With which values a unit may be closed or merged. */
final class EndingPolicies {

    private EndingPolicies() {}

    /**
     * What is asked.
     *
     * @param lastChild   last day on which a child was closed
     */
    record Asked(OrgUnitDetail unit, LocalDate on, @Nullable Unit successor, @Nullable LocalDate lastChild,
            LocalDate today) {}

    static List<Invalid> check(Asked asked) {
        List<Invalid> refused = new ArrayList<>(dates(asked));
        if (asked.successor() != null) {
            refused.addAll(successor(asked.unit(), asked.successor()));
        }
        return refused;
    }

    private static List<Invalid> dates(Asked asked) {
        if (asked.on().isAfter(asked.today())) {
            return List.of(Invalid.of("/effectiveOn", "date.in-future"));
        }
        LocalDate opened = asked.unit().openedOn();
        if (opened != null && asked.on().isBefore(opened)) {
            return List.of(Invalid.of("/effectiveOn", "org.closed-before-opening", opened));
        }
        LocalDate child = asked.lastChild();
        return child != null && asked.on().isBefore(child)
                ? List.of(Invalid.of("/effectiveOn", "org.closed-before-child", child))
                : List.of();
    }

    private static List<Invalid> successor(OrgUnitDetail unit, Unit successor) {
        List<Invalid> refused = new ArrayList<>();
        if (successor.id() == unit.id()) {
            refused.add(Invalid.of("/successorId", "org.successor-itself"));
        }
        if (successor.closedOn() != null) {
            refused.add(Invalid.of("/successorId", "org.successor-closed"));
        }
        if (successor.kind() != unit.kind()) {
            refused.add(Invalid.of("/successorId", "org.successor-kind", unit.kind(), successor.kind()));
        }
        return refused;
    }
}
