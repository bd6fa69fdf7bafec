package org.zhengdun.statistics;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.AsOf;

/** Levels of units that rows can be grouped by. */
enum OrgLevel {
    /** Provinces. */
    PROVINCE(UnitKind.PROVINCE),
    /** Cities. */
    CITY(UnitKind.CITY),
    /** Counties. */
    COUNTY(UnitKind.COUNTY),
    /** Townships. */
    TOWNSHIP(UnitKind.TOWNSHIP),
    /** The units that rows belong to, normally branches. */
    BRANCH(null),
    /** The units next below the one asked for, of whatever kind. */
    NEXT(null);

    private static final int INDEXED_LEVELS = 5;

    private final @Nullable UnitKind kind;

    OrgLevel(@Nullable UnitKind kind) {
        this.kind = kind;
    }

    /** Kind of the units; null when any unit in the columns is one. */
    @Nullable
    UnitKind kind() {
        return kind;
    }

    boolean isBelow(Unit unit) {
        return kind == null ? unit.kind() != UnitKind.BRANCH : kind.ordinal() > unit.kind().ordinal();
    }

    /**
     * The columns among whose values is the unit of this level. A unit of a kind never stands deeper than the kind is
     * ordered, and what kind the values have is looked up once per group, not per row.
     */
    List<String> columns(String place, Unit unit, AsOf asOf) {
        int below = unit.path().length;
        if (kind != null) {
            return IntStream.rangeClosed(asOf.isPast() ? 1 : Math.min(below, kind.ordinal()), kind.ordinal()).mapToObj(
                    level -> place + ".a" + level).toList();
        }
        String ancestors = place + ".ancestors";
        if (this == BRANCH) {
            return List.of(ancestors + "[cardinality(" + ancestors + ")]");
        }
        if (asOf.isPast()) {
            return List.of(ancestors + "[array_position(" + ancestors + ", :unit) + 1]");
        }
        return List.of(below <= INDEXED_LEVELS ? place + ".a" + below : ancestors + "[" + (below + 1) + "]");
    }
}
