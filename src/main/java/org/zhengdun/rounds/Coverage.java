package org.zhengdun.rounds;

import java.util.List;
import java.util.function.ToIntFunction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the screening of a round has come, in what the caller covers of a unit.
 *
 * @param units the units next below; branches directly under the unit count as its own
 */
@Schema(name = "Coverage")
record Coverage(long roundId, UnitCoverage total, List<UnitCoverage> units) {

    static Coverage of(long roundId, int unitId, String unitName, List<UnitCoverage> units) {
        UnitCoverage total = new UnitCoverage(unitId, unitName, sum(units, UnitCoverage::branches),
                sum(units, UnitCoverage::screened), sum(units, UnitCoverage::normal), sum(units, UnitCoverage::watch),
                sum(units, UnitCoverage::weak));
        return new Coverage(roundId, total, units);
    }

    private static int sum(List<UnitCoverage> units, ToIntFunction<UnitCoverage> figure) {
        return units.stream().mapToInt(figure).sum();
    }
}
