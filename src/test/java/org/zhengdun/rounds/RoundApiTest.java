package org.zhengdun.rounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RoundApiTest {

    private static final String ROUNDS = "/api/v1/rounds";

    @Inject
    Jdbi jdbi;
    @Inject
    Rounds rounds;
    @Inject
    Units units;
    private World world;
    private String county;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        county = world.user(Role.COUNTY_ORG, world.county());
    }

    @Test
    void aRoundKeepsTheSettingsItWasOpenedWith() {
        long id = opened(county, world.county(), 2026);
        String province = world.user(Role.PROVINCE_ORG, world.province());
        String tag = as(province).get("/api/v1/settings/" + world.county()).header("ETag");
        as(province).header("If-Match", tag).contentType("application/json").body("{\"planDueDays\":99}").patch(
                "/api/v1/settings/" + world.county()).then().statusCode(200);
        as(county).get(ROUNDS + "/" + id).then().statusCode(200).header("ETag", startsWith("\"0-")).body(
                "settings.planDueDays",
                equalTo(30)).body("state", equalTo("OPEN")).body("openedBy", notNullValue());
        assertThat(rounds.byId(id).settings().planDueDays()).isEqualTo(30);
    }

    @Test
    void aCountyHasOneRoundAYear() {
        opened(county, world.county(), 2026);
        open(county, world.county(), 2026).statusCode(409).body("type", equalTo("urn:zhengdun:problem:already-exists"));
        open(county, world.county(), 2027).statusCode(201);
    }

    @Test
    void onlyACountyOrASuperiorHoldsARound() {
        open(county, world.township(), 2026).statusCode(422).body("errors[0].pointer", equalTo("/unitId"));
        open(county, world.city(), 2026).statusCode(422).body("errors[0].code", equalTo("reference.unknown"));
        open(world.user(Role.TOWNSHIP, world.township()), world.township(), 2026).statusCode(403);
    }

    @Test
    void aRoundEndsAfterItsStart() {
        as(county).contentType("application/json").body(body(world.county(), 2026, "2026-03-01", "2026-03-01")).post(
                ROUNDS).then().statusCode(422).body("errors[0].pointer", equalTo("/endsOn"));
    }

    @Test
    void aRoundDoesNotEndBeforeItsYear() {
        as(county).contentType("application/json").body(body(world.county(), 2027, "2026-01-01", "2026-12-31")).post(
                ROUNDS).then().statusCode(422).body("errors[0].code", equalTo("round.ends-before-its-year"));
        as(county).contentType("application/json").body(body(world.county(), 2026, "2025-12-01", "2027-01-31")).post(
                ROUNDS).then().statusCode(201);
    }

    @Test
    void aTownshipSeesTheRoundsOfItsSuperiorsAndNoOthers() {
        long own = opened(county, world.county(), 2026);
        long above = opened(world.user(Role.CITY_ORG, world.city()), world.city(), 2026);
        World other = World.create(jdbi);
        long foreign = opened(other.user(Role.COUNTY_ORG, other.county()), other.county(), 2026);
        String township = world.user(Role.TOWNSHIP, world.township());
        as(township).get(ROUNDS).then().statusCode(200).body("items.id", hasItem((int) own)).body("items.id",
                hasItem((int) above)).body("items.id", not(hasItem((int) foreign)));
        as(township).get(ROUNDS + "/" + above).then().statusCode(200);
        as(township).get(ROUNDS + "/" + foreign).then().statusCode(404);
    }

    @Test
    void walksThePagesNewestFirst() {
        long first = opened(county, world.county(), 2025);
        long second = opened(county, world.county(), 2026);
        long third = opened(county, world.county(), 2027);
        JsonPath page = as(county).get(ROUNDS + "?limit=2").then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("items.id", Long.class)).containsExactly(third, second);
        as(county).queryParam("limit", 2).queryParam("cursor", page.getString("next")).get(ROUNDS).then().body(
                "items.id[0]", equalTo((int) first));
        as(county).get(ROUNDS + "?year=2026&state=OPEN").then().body("items.id", contains((int) second));
        as(county).get(ROUNDS + "?state=ENDED").then().statusCode(400).body("errors[0].pointer", equalTo("?state"));
    }

    @Test
    void aClosedRoundTakesNoNominations() {
        long id = opened(county, world.county(), 2026);
        int[] branch = units.find(world.branch(1)).orElseThrow().path();
        assertThat(rounds.open(id, branch, "/roundId").year()).isEqualTo(2026);
        as(county).post(ROUNDS + "/" + id + "/close").then().statusCode(428);
        as(county).header("If-Match", "\"0\"").post(ROUNDS + "/" + id + "/close").then().statusCode(200).header("ETag",
                "\"1\"").body("state", equalTo("CLOSED"));
        as(county).header("If-Match", "\"1\"").post(ROUNDS + "/" + id + "/close").then().statusCode(409);
        assertThatThrownBy(() -> rounds.open(id, branch, "/roundId")).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.errors().getFirst().message().code()).isEqualTo("round.closed"));
    }

    @Test
    void aRoundOfAnotherCountyIsUnknownToABranch() {
        long id = opened(county, world.county(), 2026);
        World other = World.create(jdbi);
        int[] branch = units.find(other.branch(1)).orElseThrow().path();
        assertThatThrownBy(() -> rounds.open(id, branch, "/roundId")).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.errors().getFirst().message().code()).isEqualTo("round.unknown"));
    }

    @Test
    void aCountySeesTheRoundOfItsCityButDoesNotCloseIt() {
        long above = opened(world.user(Role.CITY_ORG, world.city()), world.city(), 2026);
        as(county).header("If-Match", "\"0\"").post(ROUNDS + "/" + above + "/close").then().statusCode(403);
    }

    private static long opened(String token, int unitId, int year) {
        return open(token, unitId, year).statusCode(201).extract().jsonPath().getLong("id");
    }

    private static ValidatableResponse open(String token, int unitId, int year) {
        return as(token).contentType("application/json").body(
                body(unitId, year, year + "-01-01", year + "-12-31")).post(ROUNDS).then();
    }

    private static String body(int unitId, int year, String startsOn, String endsOn) {
        return """
                {"unitId":%d,"year":%d,"name":"年度整顿","startsOn":"%s","endsOn":"%s"}""".formatted(unitId, year,
                startsOn, endsOn);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
