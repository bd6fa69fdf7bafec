package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What reminders, task lists and calendars ask of a large table is answered from its partial indexes. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeadlinePlanTest {

    private static final String FILL = """
            INSERT INTO deadline (kind, subject_id, unit_id, ancestors, starts_on, budget, budget_unit, base_on, state,
                ended_on, opened_at, changed_at)
            SELECT 'REPORT', -1000000000 - n, :unit, ARRAY[1, -1 - n % 31, -100 - n % 340, -1000 - n % 2800, -9000 - n % 39000],
                date '2026-01-01', CASE WHEN n % 3 = 0 THEN 20 END, CASE WHEN n % 3 = 0 THEN 'WORKING_DAYS' END,
                date '2026-01-01' + n % 900, CASE WHEN n % 2 = 0 THEN 'OPEN' ELSE 'MET' END,
                CASE WHEN n % 2 = 1 THEN date '2026-06-01' END, now(), now()
            FROM generate_series(1, 40000) n""";

    @Inject
    Jdbi jdbi;

    @Test
    void everyScanOfOpenDeadlinesIsAnIndexRange() {
        int unit = World.create(jdbi).township();
        List<String> asked = List.of(
                "SELECT id FROM deadline WHERE state = 'OPEN' AND due_on = :day ORDER BY due_on, id LIMIT 500",
                "SELECT id FROM deadline WHERE state = 'OPEN' AND a1 = -3 ORDER BY due_on, id LIMIT 51",
                "SELECT id FROM deadline WHERE state = 'OPEN' AND a4 = -9003 AND due_on < :day ORDER BY due_on, id LIMIT 51",
                "SELECT starts_on FROM deadline WHERE state = 'OPEN' AND budget_unit = 'WORKING_DAYS' AND a1 = -3"
                        + " AND starts_on = :day AND budget = 20",
                "SELECT id FROM deadline WHERE case_id = 5 ORDER BY id",
                "SELECT id FROM deadline WHERE kind = 'MEASURE' AND subject_id = 5");
        List<String> plans = jdbi.withHandle(handle -> handle.inTransaction(transaction -> {
            transaction.createUpdate(FILL).bind("unit", unit).execute();
            transaction.execute("ANALYZE deadline");
            List<String> found = asked.stream().map(sql -> plan(transaction, sql)).toList();
            transaction.rollback();
            return found;
        }));
        assertThat(plans).hasSize(6).allSatisfy(
                plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on deadline"));
    }

    private static String plan(Handle handle, String sql) {
        return String.join("\n", handle.createQuery("EXPLAIN " + sql).bind("day", LocalDate.of(2026, 8, 1)).mapTo(
                String.class).list());
    }
}
