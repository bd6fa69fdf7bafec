package org.zhengdun.statistics;

import java.util.BitSet;
import java.util.OptionalLong;

import org.zhengdun.organization.UnitKind;

/** What external clients see of the counts by category in a province and a year. */
record ShownCategories(CountedTree tree, int year, Withholding.Plan plan) {

    /** Whether there are counts by category for units of this kind. */
    static boolean are(UnitKind kind) {
        return kind == UnitKind.PROVINCE || kind == UnitKind.CITY || kind == UnitKind.COUNTY;
    }

    /** The count, or nothing when it is withheld. */
    OptionalLong value(int unit, int category) {
        return plan.units().getOrDefault(unit, new BitSet()).get(category)
                ? OptionalLong.empty()
                : OptionalLong.of(tree.count(unit, year, category));
    }

    /** Whether nothing of the category is withheld anywhere below the unit. */
    boolean isOpen(int unit, int category) {
        return tree.below(unit).noneMatch(below -> plan.units().getOrDefault(below, new BitSet()).get(category)
                || plan.rests().getOrDefault(below, new BitSet()).get(category));
    }
}
