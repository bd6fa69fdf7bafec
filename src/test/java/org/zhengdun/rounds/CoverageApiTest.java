package org.zhengdun.rounds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.LocalDate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CoverageApiTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private Cast cast;
    private Api county;
    private long round;
    private int secondTownship;
    private int farBranch;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        secondTownship = world.unit(world.county(), UnitKind.TOWNSHIP, "二镇党委");
        farBranch = world.unit(secondTownship, UnitKind.BRANCH, "远村党支部");
        cast = new Cast(world);
        round = cast.openRound();
        county = new Api(cast.token(Role.COUNTY_ORG));
        screen(world.branch(1), "WEAK");
        screen(world.branch(2), "NORMAL");
    }

    @Test
    void countsScreenedBranchesByTownship() {
        county.get(path("")).statusCode(200).body("total.branches", is(4)).body("total.screened", is(2)).body(
                "total.notScreened", is(2)).body("total.weak", is(1)).body("units.unitId",
                        contains(world.township(), secondTownship)).body("units.screened", contains(2, 0));
    }

    @Test
    void countsBranchesDirectlyUnderTheCountyAsItsOwn() {
        world.unit(world.county(), UnitKind.BRANCH, "机关党支部");
        county.get(path("")).body("total.branches", is(5)).body("units.unitId",
                contains(world.county(), world.township(), secondTownship)).body("units.branches", contains(1, 3, 1));
    }

    @Test
    void leavesClosedBranchesOut() {
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET closed_on = '2020-01-01' WHERE id IN (?, ?)",
                farBranch, world.branch(1)));
        county.get(path("")).body("total.branches", is(2)).body("total.screened", is(1)).body("total.weak", is(0));
    }

    @Test
    void listsTheBranchesNobodyHasLookedAtPageByPage() {
        String next = county.get(path("/branches?screened=false&limit=1")).statusCode(200).body("items.branchId",
                contains(world.branch(3))).body("next", notNullValue()).extract().path("next");
        county.as().queryParam("screened", false).queryParam("limit", 1).queryParam("cursor", next).get(
                path("/branches")).then().statusCode(200).body("items.branchId", contains(farBranch)).body(
                        "items.parentName", contains("二镇党委"));
        county.get(path("/branches?screened=true")).body("items.branchId",
                contains(world.branch(1), world.branch(2))).body("items.result", contains("WEAK", "NORMAL"));
        county.get(path("/branches?branchKind=COMMUNITY")).body("items", empty());
    }

    @Test
    void hintsAtALongVacancyAndAtASecretaryToBeReplaced() {
        LocalDate today = LocalDate.now(Days.ZONE);
        vacant(world.branch(1), today.minusMonths(3).minusDays(1));
        vacant(world.branch(2), today.minusMonths(3).plusDays(1));
        county.get(path("/branches")).body("items.find { it.branchId == %d }.hints".formatted(world.branch(1)),
                contains("SECRETARY_VACANT_LONG", "SECRETARY_TO_REPLACE")).body(
                        "items.find { it.branchId == %d }.hints".formatted(world.branch(2)),
                        contains("SECRETARY_TO_REPLACE")).body(
                                "items.find { it.branchId == %d }.hints".formatted(world.branch(3)), empty());
    }

    @Test
    void aTownshipSeesItsOwnPartOfTheCountysRound() {
        Api other = new Api(world.user(Role.TOWNSHIP, secondTownship));
        other.get(path("")).statusCode(200).body("total.branches", is(1)).body("units.unitId",
                contains(secondTownship));
        other.get(path("?unit=" + world.township())).statusCode(404);
        other.get(path("/branches")).body("items.branchId", contains(farBranch));
        county.get(path("?unit=" + world.township())).body("total.unitName", equalTo("镇党委")).body("total.branches",
                is(3));
        county.get(path("?unit=" + World.create(jdbi).township())).statusCode(404);
        new Api(cast.token(Role.BRANCH)).get(path("")).statusCode(403);
        World foreign = World.create(jdbi);
        new Api(foreign.user(Role.COUNTY_ORG, foreign.county())).get(path("")).statusCode(404);
    }

    @Test
    void theCountsAreTheLengthsOfTheLists() {
        county.get(path("/branches?screened=true")).body("items", hasSize(2));
        county.get(path("/branches?screened=false")).body("items", hasSize(2));
        county.get(path("/branches")).body("items", hasSize(4));
    }

    private void screen(int branch, String result) {
        county.as().body("""
                {"branchId":%d,"method":"VISIT","result":"%s","findings":"情况","screenedOn":"%s"}""".formatted(branch,
                result, LocalDate.now(Days.ZONE))).post("/api/v1/rounds/" + round + "/screenings").then().statusCode(
                        201);
    }

    private void vacant(int branch, LocalDate since) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO branch_fact (branch_id, valid_from, branch_kind, urban, registered_poor_village, members,
                            secretary_status, secretary_vacant_since, secretary_to_replace, reported_by, reported_at)
                        VALUES (:branch, :since, 'VILLAGE', false, false, 30, 'VACANT', :since, true, :by, now())""").bind(
                        "branch", branch).bind("since", since).bind("by",
                                cast.person(Role.COUNTY_ORG).accountId()).execute());
    }

    private String path(String part) {
        return "/api/v1/rounds/" + round + "/coverage" + part;
    }
}
