package org.zhengdun.statistics;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.time.Days;

/** The units that a ranking is of: all of the level, also those without any row. */
@ApplicationScoped
class RankedUnits {

    private final Jdbi jdbi;
    private final Days days;

    RankedUnits(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    List<CubeItem> of(Scene scene, OrgLevel level) {
        List<CubeItem> units = jdbi.withHandle(handle -> {
            var query = handle.createQuery(new UnitRows(scene).ofLevel(level) + " LIMIT " + (Cubes.CELLS + 1));
            scene.bind(query, days.today());
            return query.map((row, context) -> new CubeItem(row.getString("code"), row.getString("name"),
                    row.getInt("id"))).list();
        });
        if (units.size() > Cubes.CELLS) {
            throw ProblemException.invalid("?level", "figures.too-large", Cubes.CELLS);
        }
        return units;
    }
}
