package org.zhengdun.cases;

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

    /** The body of a carry-over. */
    static String into(long round) {
        return "{\"roundId\": %d, \"reason\": \"班子尚未配齐\"}".formatted(round);
    }
}
