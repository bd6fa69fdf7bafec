package org.zhengdun.rounds;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Scope;

/** From where a round is reached: the unit that holds it, and units that left its area with what was made in it. */
@ApplicationScoped
class RoundPlaces {

    private final Jdbi jdbi;

    RoundPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether one of its places is inside the scope or above it. */
    boolean reached(long roundId, Scope scope) {
        return of(roundId).stream().anyMatch(scope::reaches);
    }

    RoundArea area(long roundId, int[] holder, Scope scope) {
        return new RoundArea(roundId, holder, scope.within(of(roundId)));
    }

    List<int[]> of(long roundId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT ancestors FROM round_place WHERE round_id = :round").bind("round", roundId).map(
                        (row, context) -> Columns.ints(row, "ancestors")).list());
    }
}
