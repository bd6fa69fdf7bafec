package org.zhengdun.cases;

import java.time.LocalDate;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.support.Cast;
import org.zhengdun.support.World;

/** Rounds of the county of a world, one for each year. */
record YearRounds(Cast cast, World world) {

    static int thisYear() {
        return CaseAtHand.today().getYear();
    }

    /** The round so many years after the present one. */
    long after(int years) {
        int year = thisYear() + years;
        return cast.send("county_org", "POST", "/rounds",
                """
                        {"unitId": %d, "year": %d, "name": "年度整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        world.county(), year),
                null).id();
    }

    /** As {@link #after}, and it has ended. */
    long overAfter(Jdbi jdbi, int years) {
        long round = after(years);
        end(jdbi, round);
        return round;
    }

    /** Lets the present day be one of the round. */
    static void run(Jdbi jdbi, long round) {
        jdbi.useHandle(handle -> handle.execute("UPDATE round SET starts_on = ?, ends_on = ? WHERE id = ?",
                CaseAtHand.today().minusDays(1), CaseAtHand.today(), round));
    }

    /** Lets the last day of a round be past. */
    static void end(Jdbi jdbi, long round) {
        LocalDate yesterday = CaseAtHand.today().minusDays(1);
        jdbi.useHandle(handle -> handle.execute("UPDATE round SET starts_on = ?, ends_on = ? WHERE id = ?",
                yesterday.minusYears(1), yesterday, round));
    }

    /** The body of a carry-over. */
    static String into(long round) {
        return "{\"roundId\": %d, \"reason\": \"班子尚未配齐\"}".formatted(round);
    }
}
