package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.SqlRecorder;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The list of cases enters a large table by an index of its scope and sort key, and never reads all of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseListPlanTest {

    /** Twenty counties with ten townships of a hundred cases each; the last of them are the caller's. */
    private static final String FILL = """
            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                ancestors, state, cycle, main_category, main_category_version, proposed_by, deadline, version,
                created_at, changed_at)
            SELECT 'plan-' || n, :round, 2026, :branch, 'VILLAGE', :branch,
                CASE WHEN n % 200 = 0 THEN :mine
                     ELSE ARRAY[1, -1, -2 - n % 4, -10 - n % 20, -100 - n % 200, -1000 - n] END,
                'CLOSED', 1, 'W04', 1, :by, date '2020-01-01' + n % 2000, 0, now(), now()
            FROM generate_series(1, 20000) n""";

    @Inject
    Jdbi jdbi;
    @Inject
    SqlRecorder recorder;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
    }

    @ParameterizedTest
    @CsvSource({"deadline, 1", "newest, 1", "deadline, 3", "newest, 3"})
    void theListReadsIndexRangesOnly(String sort, int levels) {
        World.Person caller = world.person(Role.TOWNSHIP, world.township());
        Map<String, Object> values = new HashMap<>(Map.of("roots4", new int[]{world.township()}));
        if (levels == 3) {
            int otherCounty = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
            int branch = world.unit(world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委"), UnitKind.BRANCH, "党支部");
            world.grant(caller.accountId(), Role.TOWNSHIP, otherCounty);
            world.grant(caller.accountId(), Role.TOWNSHIP, branch);
            values.put("roots3", new int[]{otherCounty});
            values.put("roots5", new int[]{branch});
        }
        String sql = recorder.during(
                () -> new CaseList(caller.token()).walk(50, Map.of("sort", sort))).stream().filter(
                        statement -> statement.contains("FROM rectification_case c WHERE")).findFirst().orElseThrow();
        values.put("k1", sort.equals("deadline") ? LocalDate.of(1, 1, 1) : Long.MAX_VALUE);
        values.put("k2", 0L);
        String plan = explain(sql, values);
        assertThat(plan).contains("Index").contains("on rectification_case").doesNotContain(
                "Seq Scan on rectification_case").doesNotContain("Parallel");
    }

    /** The plan for the table as it is after filling; nothing of it stays. */
    private String explain(String sql, Map<String, Object> values) {
        return jdbi.withHandle(handle -> handle.inTransaction(transaction -> {
            fill(transaction);
            String plan = String.join("\n", transaction.createQuery("EXPLAIN " + sql).bindMap(values).bind("limit",
                    51).bind("today", CaseAtHand.today()).mapTo(String.class).list());
            transaction.rollback();
            return plan;
        }));
    }

    private void fill(Handle handle) {
        handle.createUpdate(FILL).bind("round", round).bind("branch", world.branch(1)).bind("by",
                cast.person(Role.TOWNSHIP).accountId()).bind("mine",
                        new int[]{1, world.province(), world.city(),
                                world.county(), world.township(), world.branch(1)}).execute();
        handle.execute("ANALYZE rectification_case");
    }
}
