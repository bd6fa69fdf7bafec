package org.zhengdun.rounds;

import java.time.LocalDate;

import org.zhengdun.settings.Settings;

/**
 * A round as the cases need it.
 *
 * @param path     ids from the root to the unit that opened the round
 * @param settings what ruled the unit on the day the round was opened
 */
@SuppressWarnings("ArrayRecordComponent")
public record Round(long id, int unitId, int[] path, int year, String name, LocalDate startsOn, LocalDate endsOn,
        RoundState state,
        Settings settings) {

    /** Whether its last day has passed or it was closed. */
    public boolean isOver(LocalDate today) {
        return state == RoundState.CLOSED || today.isAfter(endsOn);
    }

    /** Whether branches are listed in it on this day (docs/domain.md section 4, rule 1). */
    public boolean isRunning(LocalDate today) {
        return !isOver(today) && !today.isBefore(startsOn);
    }

    /** Whether the round is held for the unit at the end of this path. */
    public boolean isHeldFor(int[] unitPath) {
        return unitPath.length >= path.length && unitPath[path.length - 1] == unitId;
    }
}
