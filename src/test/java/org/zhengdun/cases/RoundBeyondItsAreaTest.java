package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A round after a township with cases and screenings of it has gone to another county (ADR 19). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RoundBeyondItsAreaTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private int otherCounty;
    private long round;
    private CaseAtHand subject;
    private Api left;
    private Api joined;
    private Api city;

    @BeforeEach
    void listAndScreenAndMove() {
        world = World.create(jdbi);
        cast = new Cast(world);
        otherCounty = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
        world.unit(world.unit(world.county(), UnitKind.TOWNSHIP, "留镇党委"), UnitKind.BRANCH, "留村党支部");
        round = cast.openRound();
        subject = new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(round, world.branch(1)).confirm().caseId());
        screen(world.branch(1)).then().statusCode(201);
        move(world.township(), otherCounty);
        left = new Api(cast.token(Role.COUNTY_ORG));
        joined = new Api(world.user(Role.COUNTY_ORG, otherCounty));
        city = new Api(cast.token(Role.CITY_ORG));
    }

    private Response screen(int branch) {
        return cast.as(Role.TOWNSHIP).contentType("application/json").body(
                """
                        {"branchId": %d, "method": "VISIT", "result": "WEAK", "findings": "半年未开会", "screenedOn": "%s"}""".formatted(
                        branch, CaseAtHand.today())).post(path("/screenings"));
    }

    private void move(int unit, int target) {
        Response read = cast.as(Role.PROVINCE_ORG).get("/api/v1/org-units/" + unit);
        cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match", read.header("ETag")).body(
                "{\"parentId\": %d, \"reason\": \"区划调整\"}".formatted(target)).post(
                        "/api/v1/org-units/" + unit + "/moves").then().statusCode(201);
    }

    private String path(String part) {
        return "/api/v1/rounds/" + round + part;
    }

    @Test
    void theRoundOfACaseIsReadByWhoReadsTheCase() {
        joined.get(subject.path()).statusCode(200).body("roundId", is((int) round)).body("round.name",
                equalTo("年度整顿")).body("round.unitName", equalTo("县委")).body("round.year", is(YearRounds.thisYear()));
        joined.get(path("")).statusCode(200).body("unitId", is(world.county()));
        joined.get("/api/v1/rounds?limit=1").body("items.id", contains((int) round));
        joined.get("/api/v1/rounds?year=1999").body("items", empty());
        cast.as(Role.TOWNSHIP).get(path("")).then().statusCode(200);
        cast.as(Role.TOWNSHIP).get("/api/v1/rounds").then().body("items.id", contains((int) round));
        assertThat(new CaseList(joined.token()).walk(50, Map.of("roundId", round))).containsExactly(subject.id());
        Api stranger = new Api(world.user(Role.COUNTY_ORG, world.unit(world.city(), UnitKind.COUNTY, "远县县委")));
        stranger.get(path("")).statusCode(404);
        stranger.get(path("/summary")).statusCode(404);
        stranger.get("/api/v1/rounds").body("items", empty());
    }

    @Test
    void everybodyCountsInTheRoundWhatHeSees() {
        left.get(path("/summary")).statusCode(200).body("total.listed", is(0)).body("total.branches", is(1)).body(
                "units.unitId", not(hasItem(world.township())));
        joined.get(path("/summary")).statusCode(200).body("total.listed", is(1)).body("total.branches", is(1)).body(
                "units.unitId", contains(world.township()));
        city.get(path("/summary")).body("total.listed", is(1)).body("total.branches", is(2));
        for (Api one : List.of(left, joined, city)) {
            long listed = one.get(path("/summary")).extract().jsonPath().getLong("total.listed");
            assertThat(new CaseList(one.token()).count(Map.of("roundId", round))).isEqualTo((int) listed);
        }
    }

    @Test
    void aScreeningStaysInTheRoundInWhichItWasMade() {
        left.get(path("/coverage")).body("total.branches", is(1)).body("total.screened", is(0));
        left.get(path("/screenings")).body("items", empty());
        left.get(path("/screenings/" + world.branch(1))).statusCode(404);
        joined.get(path("/coverage")).body("total.branches", is(1)).body("total.screened", is(1)).body("units.unitId",
                contains(world.township()));
        joined.get(path("/coverage?unit=" + world.township())).statusCode(200).body("total.screened", is(1));
        joined.get(path("/coverage/branches")).body("items.branchId", contains(world.branch(1)));
        joined.get(path("/screenings")).body("items.branchId", contains(world.branch(1)));
        joined.get(path("/screenings/" + world.branch(1) + "/versions")).statusCode(200).body("items", hasSize(1));
        city.get(path("/coverage")).body("total.branches", is(2)).body("total.screened", is(1));
        city.get(path("/coverage/branches?screened=true")).body("items.branchId", contains(world.branch(1)));
        assertThat(screen(world.branch(2)).statusCode()).as(
                "a branch that left is screened in a round of its new county").isEqualTo(
                        422);
    }

    @Test
    void theOldRoundIsClosedWithoutTheCasesThatLeft() {
        joined.post(path("/close"), "\"0\"", "").statusCode(403);
        left.as().header("If-Match", "\"0\"").post(path("/close")).then().statusCode(200);
        subject.get(Role.CITY_ORG).then().body("state", equalTo("CONFIRMED"));
    }

    @Test
    void whatKeepsARoundOpenIsNamedOnlyWithinItsArea() {
        int stayed = world.unit(world.county(), UnitKind.TOWNSHIP, "三镇党委");
        String kept = new StoredCases(jdbi, world, cast, round).below(stayed, CaseState.RECTIFYING, null) + "";
        for (Role role : List.of(Role.COUNTY_ORG, Role.CITY_ORG)) {
            List<String> messages = cast.as(role).header("If-Match", "\"0\"").post(path("/close")).then().statusCode(
                    409).extract().path("refusals.message");
            assertThat(messages).hasSize(1).allSatisfy(
                    message -> assertThat(message).doesNotContain(subject.get(Role.CITY_ORG).<String>path("number")));
        }
        assertThat(kept).isNotEmpty();
    }

    @Test
    void theNewCountyCarriesTheCaseOverIntoItsOwnRound() {
        int year = YearRounds.thisYear() + 1;
        int next = joined.as().body(
                """
                        {"unitId": %d, "year": %d, "name": "邻县整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        otherCounty, year)).post("/api/v1/rounds").then().statusCode(201).extract().path("id");
        long old = new YearRounds(cast, world).after(1);
        YearRounds.end(jdbi, round);
        joined.post(subject.path() + "/carry-overs", subject.etag(), YearRounds.into(old)).statusCode(422);
        joined.post(subject.path() + "/carry-overs", subject.etag(), YearRounds.into(next)).statusCode(201).body(
                "roundId", is(next)).body("round.name", equalTo("邻县整顿"));
        joined.get(path("/summary")).body("total.listed", is(1)).body("total.carriedOver", is(0));
        joined.get("/api/v1/rounds/" + next + "/summary").body("total.listed", is(1)).body("total.carriedOver",
                is(1)).body("total.repeated", is(0));
        left.get("/api/v1/rounds/" + next).statusCode(404);
        joined.get("/api/v1/rounds").body("items.id", contains(next, (int) round));
    }

    @Test
    void aUnitThatMovesOnKeepsTheRoundsOfItsCases() {
        int thirdCounty = world.unit(world.city(), UnitKind.COUNTY, "三县县委");
        int thirdTownship = world.unit(thirdCounty, UnitKind.TOWNSHIP, "三县镇党委");
        move(world.branch(1), thirdTownship);
        Api third = new Api(world.user(Role.COUNTY_ORG, thirdCounty));
        third.get(path("")).statusCode(200);
        third.get(path("/coverage")).body("total.screened", is(1)).body("units.unitId", contains(thirdTownship));
        joined.get(path("/summary")).body("total.listed", is(0));
        move(world.branch(1), world.unit(world.county(), UnitKind.TOWNSHIP, "归镇党委"));
        left.get(path("/summary")).body("total.listed", is(1));
    }

    @Test
    void aCaseHandedToASuccessorElsewhereKeepsItsRound() {
        int thirdCounty = world.unit(world.city(), UnitKind.COUNTY, "三县县委");
        int successor = world.unit(world.unit(thirdCounty, UnitKind.TOWNSHIP, "三县镇党委"), UnitKind.BRANCH, "联合党支部");
        Response read = cast.as(Role.PROVINCE_ORG).get("/api/v1/org-units/" + world.branch(1));
        cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match", read.header("ETag")).body(
                "{\"successorId\": %d, \"reason\": \"并村\"}".formatted(successor)).post(
                        "/api/v1/org-units/" + world.branch(1) + "/merge").then().statusCode(201);
        Api third = new Api(world.user(Role.COUNTY_ORG, thirdCounty));
        third.get(subject.path()).statusCode(200).body("roundId", is((int) round));
        third.get(path("")).statusCode(200);
        third.get(path("/summary")).body("total.listed", is(1));
    }
}
