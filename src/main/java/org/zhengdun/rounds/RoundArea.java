package org.zhengdun.rounds;

import org.zhengdun.shared.security.Scope;

/**
 * What a caller sees of a round: the part of his scope under the unit that holds it, or under units that left its area with
 * what was made in it (ADR 19).
 *
 * @param holder ids from the root to the unit that holds the round
 * @param scope  the part of the caller's scope
 */
@SuppressWarnings("ArrayRecordComponent")
public record RoundArea(long roundId, int[] holder, Scope scope) {

    /** The part of it under one unit. */
    RoundArea under(int[] place) {
        return new RoundArea(roundId, holder, scope.within(place));
    }
}
