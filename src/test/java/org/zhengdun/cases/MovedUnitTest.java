package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Cases of a township that goes to another county. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MovedUnitTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private int otherCounty;
    private long round;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        cast = new Cast(world);
        otherCounty = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
        round = cast.openRound();
    }

    private CaseStory inAcceptance(int branch) {
        return new CaseStory(cast).nominate(round,
                world.branch(branch)).confirm().plan().rectify().applyForAcceptance();
    }

    private ValidatableResponse move(boolean dryRun) {
        return moving(dryRun).then();
    }

    private Response moving(boolean dryRun) {
        return cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match", "\"0\"").queryParam(
                "dryRun", dryRun).body("{\"parentId\": %d, \"reason\": \"区划调整\"}".formatted(otherCounty)).post(
                        "/api/v1/org-units/" + world.township() + "/moves");
    }

    @Test
    void theOldCountyLosesTheCaseAndTheNewOneHasItOnTheNextRequest() {
        long id = inAcceptance(1).caseId();
        CaseList before = new CaseList(cast.token(Role.COUNTY_ORG));
        CaseList after = new CaseList(world.user(Role.COUNTY_ORG, otherCounty));
        CaseList township = new CaseList(cast.token(Role.TOWNSHIP));
        assertAgree(before, List.of(id));
        assertAgree(after, List.of());
        move(false).statusCode(201);
        assertAgree(before, List.of());
        assertAgree(after, List.of(id));
        assertAgree(township, List.of(id));
        assertThat(before.read(id)).isEqualTo(404);
        assertThat(after.read(id)).isEqualTo(200);
    }

    private static void assertAgree(CaseList cases, List<Long> expected) {
        assertThat(cases.all()).isEqualTo(expected);
        assertThat(cases.count(Map.of())).isEqualTo(expected.size());
        expected.forEach(id -> assertThat(cases.read(id)).isEqualTo(200));
    }

    @Test
    void aDryRunTellsTheSameAsTheMoveAndMovesNothing() {
        inAcceptance(1);
        int grants = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM access_grant WHERE a4 = ?").bind(0, world.township()).mapTo(
                        Integer.class).one());
        cast.token(Role.PROVINCE_ORG);
        Map<String, Integer> places = stale();
        String told = move(true).statusCode(201).body("units", equalTo(4)).body("openCases", equalTo(1)).body("grants",
                equalTo(grants)).extract().asString();
        assertThat(new CaseList(cast.token(Role.COUNTY_ORG)).all()).hasSize(1);
        assertThat(move(false).statusCode(201).extract().asString()).isEqualTo(told);
        assertThat(places).isEmpty();
    }

    @Test
    void everyRowThatStandsAtAMovedUnitFollowsIt() {
        inAcceptance(1).check().transform();
        inAcceptance(2);
        new CaseStory(cast).nominate(round, world.branch(3));
        move(false).statusCode(201);
        assertThat(stale()).isEmpty();
        assertThat(moved()).contains("rectification_case", "problem", "notice", "access_grant");
    }

    @Test
    void everyTableWithAPathMovesOrSaysWhyNot() {
        assertThat(names("""
                SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE a.attname = 'ancestors' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND c.relnamespace = 'public'::regnamespace""")).containsExactlyInAnyOrderElementsOf(names("""
                SELECT table_name FROM placed_table UNION ALL SELECT table_name FROM unmoved_place"""));
        assertThat(names("""
                SELECT p.table_name FROM placed_table p WHERE 2 <> (SELECT count(*) FROM pg_trigger t
                WHERE t.tgrelid = p.name AND t.tgname LIKE 'place_is_current_on_%')""")).as(
                "guarded by guard_places()").isEmpty();
        assertThat(names("SELECT table_name FROM placed_table")).contains("rectification_case", "problem", "round",
                "notice", "access_grant");
    }

    @Test
    void nominationsAndMovesOfCasesDuringAMoveStandWhereItLeadTo() throws InterruptedException, ExecutionException {
        CaseAtHand known = new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(round, world.branch(1)).caseId());
        String etag = known.etag();
        List<Callable<Response>> requests = new ArrayList<>(List.of(() -> moving(false),
                () -> known.move(Role.TOWNSHIP, etag, CaseAction.SUBMIT)));
        for (int branch = 2; branch <= 3; branch++) {
            String body = """
                    {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                     "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                    world.branch(branch));
            requests.add(() -> cast.as(Role.TOWNSHIP).contentType("application/json").body(body).post(
                    "/api/v1/cases"));
        }
        cast.token(Role.PROVINCE_ORG);
        List<Integer> statuses = AtOnce.all(requests).stream().map(Response::statusCode).toList();
        // a round of the old county takes no branch of the new one: such a nomination came after the move
        assertThat(statuses.subList(0, 2)).containsOnly(201);
        assertThat(statuses.subList(2, 4)).isSubsetOf(201, 422);
        assertThat(stale()).isEmpty();
        assertThat(new CaseList(cast.token(Role.COUNTY_ORG)).all()).isEmpty();
    }

    /** Rows of each table whose path is not the one of their unit. */
    private Map<String, Integer> stale() {
        Map<String, Integer> stale = new LinkedHashMap<>();
        names("SELECT table_name FROM placed_table").forEach(table -> {
            int rows = count(table + " t JOIN org_unit u ON u.id = t.ancestors[cardinality(t.ancestors)]"
                    + " WHERE t.ancestors <> u.ancestors");
            if (rows > 0) {
                stale.put(table, rows);
            }
        });
        return stale;
    }

    private List<String> moved() {
        return names("SELECT table_name FROM placed_table").stream().filter(
                table -> count(table + " WHERE ancestors[4] = " + otherCounty) > 0).toList();
    }

    private int count(String from) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM " + from).mapTo(Integer.class).one());
    }

    private List<String> names(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
