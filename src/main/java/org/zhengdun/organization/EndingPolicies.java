package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** With which values a unit may be closed or merged. */
final class EndingPolicies {

    /** A closure is recorded within a year, a leap year included. */
    private static final int MOST_DAYS_BACK = 366;

    private EndingPolicies() {}

    /**
     * What is asked.
     *
     * @param lastChild   last day on which a child was closed
     * @param lastRecord  day of the latest case, screening, facts or round of the unit
     * @param stranded    open cases that would go to a successor without a township above it
     */
    record Asked(OrgUnitDetail unit, LocalDate on, @Nullable Unit successor, @Nullable LocalDate lastChild,
            @Nullable LocalDate lastRecord, int stranded, LocalDate today) {}

    static List<Invalid> check(Asked asked) {
        List<Invalid> refused = new ArrayList<>(dates(asked));
        if (asked.successor() != null) {
            refused.addAll(successor(asked.unit(), asked.successor()));
            if (asked.stranded() > 0) {
                refused.add(Invalid.of("/successorId", "org.cases-without-township", asked.stranded()));
            }
        }
        return refused;
    }

    private static List<Invalid> dates(Asked asked) {
        if (asked.on().isAfter(asked.today())) {
            return List.of(Invalid.of("/effectiveOn", "date.in-future"));
        }
        return earliest(asked).filter(bound -> asked.on().isBefore(bound.day())).map(
                bound -> List.of(Invalid.of("/effectiveOn", bound.code(), bound.day()))).orElse(List.of());
    }

    private record Bound(LocalDate day, String code) {}

    /** The first day on which the unit may end: what is on record of it and below it came before. */
    private static Optional<Bound> earliest(Asked asked) {
        return Stream.of(bound(asked.today().minusDays(MOST_DAYS_BACK), "date.before-earliest"),
                bound(asked.unit().openedOn(), "org.closed-before-opening"),
                bound(asked.lastChild(), "org.closed-before-child"),
                bound(asked.lastRecord(), "org.closed-before-record")).flatMap(Optional::stream).max(
                        Comparator.comparing(Bound::day));
    }

    private static Optional<Bound> bound(@Nullable LocalDate day, String code) {
        return Optional.ofNullable(day).map(known -> new Bound(known, code));
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
