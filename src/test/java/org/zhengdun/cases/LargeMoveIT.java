package org.zhengdun.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A county with 20,000 cases goes to another city; only run on demand with {@code -Dzhengdun.nation=true}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@EnabledIfSystemProperty(named = "zhengdun.nation", matches = "true")
class LargeMoveIT {

    private static final Logger LOG = Logger.getLogger(LargeMoveIT.class);
    private static final int CASES = 20_000;
    private static final int BATCH = 2_000;

    @Inject
    Jdbi jdbi;

    @Test
    void aCountyWithTwentyThousandCasesMovesInOneRequest() {
        World world = World.create(jdbi);
        for (int done = 0; done < CASES; done += BATCH) {
            fill(world);
        }
        int otherCity = world.unit(world.province(), UnitKind.CITY, "邻市市委");
        Instant start = Instant.now();
        given().auth().oauth2(world.user(Role.PROVINCE_ORG, world.province())).contentType("application/json").header(
                "If-Match", "\"0\"").body(
                        "{\"parentId\": %d, \"reason\": \"县划归邻市\"}".formatted(otherCity)).post(
                                "/api/v1/org-units/" + world.county() + "/moves").then().statusCode(201).body(
                                        "openCases", equalTo(CASES)).body("units", equalTo(CASES + 5));
        LOG.infof("%d cases moved in %s", CASES, Duration.between(start, Instant.now()));
        int problems = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM problem WHERE a2 = ?").bind(0, otherCity).mapTo(Integer.class).one());
        assertThat(problems).isEqualTo(3 * CASES);
    }

    /** Branches with one case, three problems and three notices each. */
    private void fill(World world) {
        long account = world.person(Role.TOWNSHIP, world.township()).accountId();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by,
                        opened_at)
                    SELECT id, ancestors, 2026, '2026', '2026-01-01', '2026-12-31', 'OPEN', '{}', :by, now()
                    FROM org_unit WHERE id = :county ON CONFLICT DO NOTHING""").bind("by", account).bind("county",
                    world.county()).execute();
            handle.createUpdate("""
                    INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
                    SELECT n.id, p.id, 'L' || n.id, '村党支部', 'BRANCH', 'VILLAGE', p.ancestors || n.id
                    FROM org_unit p, (SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id
                                      FROM generate_series(1, :batch)) n WHERE p.id = :township""").bind("batch",
                    BATCH).bind("township", world.township()).execute();
            handle.createUpdate(
                    """
                            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                                ancestors, state, cycle, main_category, main_category_version, proposed_by, version, created_at,
                                changed_at)
                            SELECT 'L' || b.id, r.id, 2026, b.id, 'VILLAGE', b.id, b.ancestors, 'RECTIFYING', 1, 'W01', 1, :by, 0,
                                now(), now()
                            FROM org_unit b, round r WHERE r.unit_id = :county AND b.parent_id = :township AND b.code LIKE 'L%'
                                AND NOT EXISTS (SELECT FROM rectification_case c WHERE c.branch_id = b.id)""").bind(
                            "by",
                            account).bind("county", world.county()).bind("township", world.township()).execute();
            handle.createUpdate(
                    """
                            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                created_at)
                            SELECT c.id, c.ancestors, 'W01', 1, false, '书记缺职', '走访', 'OPEN', now()
                            FROM rectification_case c, generate_series(1, 3) WHERE c.a4 = :township AND NOT EXISTS (
                                SELECT FROM problem p WHERE p.case_id = c.id)""").bind(
                            "township",
                            world.township()).execute();
            handle.createUpdate("""
                    INSERT INTO notice (at, case_id, kind, unit_id, ancestors)
                    SELECT now(), c.id, 'SUBMIT', u.id, u.ancestors
                    FROM rectification_case c, org_unit u, generate_series(1, 3)
                    WHERE u.id = :county AND c.a4 = :township AND NOT EXISTS (
                        SELECT FROM notice n WHERE n.case_id = c.id)""").bind("county", world.county()).bind(
                    "township", world.township()).execute();
        });
    }
}
