package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

/** The rule and the SQL of lateness agree on every combination of dates around today. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LatenessSqlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LatenessSql SQL = new LatenessSql("running", "due", "warn", "resume", "missed");

    @Inject
    Jdbi jdbi;

    @Test
    void ruleAndSqlAreEqual() {
        List<@Nullable LocalDate> days = new ArrayList<>(Arrays.asList((LocalDate) null));
        TODAY.minusDays(3).datesUntil(TODAY.plusDays(4)).forEach(days::add);
        int compared = 0;
        for (boolean running : new boolean[]{true, false}) {
            for (LocalDate due : days) {
                for (LocalDate warn : days) {
                    for (LocalDate resume : days) {
                        for (boolean missed : new boolean[]{true, false}) {
                            Lateness lateness = new Lateness(running, due, due == null ? null : warn, resume, missed);
                            assertThat(sql(lateness)).as(lateness.toString()).isEqualTo(rule(lateness));
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(2048);
    }

    private static String rule(Lateness lateness) {
        return lateness.isOverdue(TODAY) + " " + lateness.signal(TODAY).map(
                signal -> signal.light().name()).orElse("none");
    }

    private String sql(Lateness lateness) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT concat(CASE WHEN " + SQL.overdue()
                + " THEN 'true ' ELSE 'false ' END, coalesce(" + SQL.light() + ", 'none'))"
                + " FROM (SELECT :running AS running, :due::date AS due, :warn::date AS warn, :resume::date AS resume, :missed AS missed) d").bind(
                        "running", lateness.running()).bind("due", lateness.dueOn()).bind("warn",
                                lateness.warnOn()).bind("resume", lateness.resumeOn()).bind("missed",
                                        lateness.reportsMissed()).bind("today", TODAY).mapTo(
                                                String.class).one());
    }
}
