package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.SqlRecorder;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Suggestions look at the active cases of the scope alone, however many have ended. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SuggestionPlanTest {

    private static final String ENDED = """
            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                ancestors, state, cycle, main_category, main_category_version, proposed_by, version, created_at,
                changed_at)
            SELECT 'ended-' || b.id || '-' || n, :round, 2026, b.id, 'VILLAGE', b.id, b.ancestors, 'CLOSED', 1, 'W04', 1,
                :by, 0, now(), now()
            FROM org_unit b, generate_series(1, 5000) n WHERE b.id = :branch""";

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

    @Test
    void endedCasesAreNotRead() {
        String sql = recorder.during(() -> cast.as(Role.CITY_ORG).get(
                "/api/v1/supervision-suggestions").then().statusCode(200)).stream().filter(
                        statement -> statement.contains("suggested_")).findFirst().orElseThrow();
        assertThat(plan(sql)).as("read by an index of active cases alone").containsAnyOf("case_active_a2",
                "one_active_case_per_branch").doesNotContain("Seq Scan on rectification_case c");
    }

    /** The plan for the table as it is after filling; nothing of it stays. */
    private String plan(String sql) {
        return jdbi.withHandle(handle -> handle.inTransaction(transaction -> {
            fill(transaction);
            String plan = String.join("\n", transaction.createQuery("EXPLAIN " + sql).bind("roots2",
                    world.city()).bind("after", 0L).bind("limit", 51).bind("today",
                            CaseAtHand.today()).mapTo(String.class).list());
            transaction.rollback();
            return plan;
        }));
    }

    private void fill(Handle handle) {
        handle.createUpdate(ENDED).bind("round", round).bind("by", cast.person(Role.TOWNSHIP).accountId()).bind(
                "branch", world.branch(1)).execute();
        handle.execute("ANALYZE rectification_case");
    }
}
