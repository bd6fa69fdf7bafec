package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private static final int CASES = 20_000;
    private static final int PART = 1_000;

    /** Twenty counties with ten townships of a hundred cases each; the last of them are the caller's. */
    private static final String FILL = """
            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                ancestors, state, cycle, main_category, main_category_version, proposed_by, deadline, version,
                created_at, changed_at)
            SELECT 'plan-' || n, :round, 2026, :branch, 'VILLAGE', :branch,
                CASE WHEN n % 200 = 0 THEN :mine
                     ELSE ARRAY[1, -1, -2 - n % 4, -10 - n % 20, -100 - n % 200, -1000 - n] END,
                'CLOSED', 1, 'W04', 1, :by, date '2020-01-01' + n % 2000, 0, now(), now()
            FROM generate_series(:from, :to) n""";

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

    /** The list as one caller asks for it: its SQL, and the grants by level. */
    private record Asked(String sql, Map<String, Object> values) {}

    @Test
    void theListReadsIndexRangesOnly() {
        World.Person one = world.person(Role.TOWNSHIP, world.township());
        Map<String, Object> township = Map.of("roots4", world.township());
        World.Person three = world.person(Role.TOWNSHIP, world.township());
        int county = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
        int branch = world.unit(world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委"), UnitKind.BRANCH, "党支部");
        world.grant(three.accountId(), Role.TOWNSHIP, county);
        world.grant(three.accountId(), Role.TOWNSHIP, branch);
        Map<String, Object> levels = Map.of("roots3", county, "roots4", world.township(), "roots5", branch);
        List<Asked> asked = List.of(asked(one, "deadline", township), asked(one, "newest", township),
                asked(three, "deadline", levels), asked(three, "newest", levels));
        assertThat(plans(asked)).hasSize(4).allSatisfy(
                plan -> assertThat(plan).contains("Index").contains("on rectification_case").doesNotContain(
                        "Seq Scan on rectification_case"));
    }

    private Asked asked(World.Person caller, String sort, Map<String, Object> roots) {
        String sql = recorder.during(
                () -> new CaseList(caller.token()).walk(50, Map.of("sort", sort))).stream().filter(
                        statement -> statement.contains("FROM rectification_case c WHERE")).findFirst().orElseThrow();
        Map<String, Object> values = new HashMap<>(roots);
        values.put("k1", sort.equals("deadline") ? LocalDate.of(1, 1, 1) : Long.MAX_VALUE);
        values.put("k2", 0L);
        return new Asked(sql, values);
    }

    /** The plans for the table as it is after filling; nothing of it stays. */
    private List<String> plans(List<Asked> asked) {
        return jdbi.withHandle(handle -> handle.inTransaction(transaction -> {
            fill(transaction);
            List<String> plans = asked.stream().map(list -> String.join("\n", transaction.createQuery(
                    "EXPLAIN " + list.sql()).bindMap(list.values()).bind("limit", 51).bind("today",
                            CaseAtHand.today()).mapTo(String.class).list())).toList();
            transaction.rollback();
            return plans;
        }));
    }

    private void fill(Handle handle) {
        for (int from = 1; from < CASES; from += PART) {
            handle.createUpdate(FILL).bind("from", from).bind("to", from + PART - 1).bind("round", round).bind("branch",
                    world.branch(1)).bind("by", cast.person(Role.TOWNSHIP).accountId()).bind("mine",
                            new int[]{1, world.province(), world.city(), world.county(), world.township(),
                                    world.branch(1)}).execute();
        }
        handle.execute("ANALYZE rectification_case");
    }
}
