package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Definitions, entity tags, formats and rankings of figures. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FiguresApiTest {

    private static final String STATISTICS = "/api/v1/statistics/";

    @Inject
    Jdbi jdbi;

    private World world;
    private FormWorld form;
    private String county;
    private String cube;

    @BeforeEach
    void build() {
        world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        county = world.user(Role.COUNTY_ORG, world.county());
        cube = STATISTICS + "cube?year=2026&measures=listed,conversion-rate&rows=branchKind&unit=" + world.county();
    }

    @Test
    void publishesWhatEachIndicatorCounts() {
        as(county).get(STATISTICS + "definitions").then().statusCode(200).body("items",
                hasSize(Indicators.ALL.size())).body("items.code", hasItem("conversion-rate"));
        as(county).get(STATISTICS + "definitions/conversion-rate").then().statusCode(200).body("label",
                equalTo("Conversion rate")).body("unit", equalTo("PERCENT")).body("decimals", equalTo(2)).body(
                        "numerator.rows", equalTo("CASE")).body("denominator.condition", equalTo("true")).body(
                                "dimensions", hasItem("month")).body("additive", equalTo(false));
        as(county).get(STATISTICS + "definitions/nothing").then().statusCode(404);
        as(county).get(STATISTICS + "dimensions").then().statusCode(200).body("items[0].codes", hasItem("org:COUNTY"));
    }

    @Test
    void givesEqualFiguresOneTagUntilTheyChange() {
        form.confirmedCase(world.branch(1), 2026, 4);
        String tag = as(county).get(cube).header("ETag");
        String colleague = world.user(Role.COUNTY_ORG, world.county());
        String superior = world.user(Role.CITY_ORG, world.city());
        for (String token : List.of(county, colleague, superior)) {
            Response unchanged = as(token).header("If-None-Match", tag).get(cube);
            unchanged.then().statusCode(304).header("ETag", equalTo(tag)).header("Vary",
                    equalTo("Accept, Accept-Language, Authorization"));
            assertThat(unchanged.asString()).isEmpty();
        }
        as(county).accept("text/csv").header("If-None-Match", tag).get(cube).then().statusCode(200);
        given().auth().oauth2(county).header("Accept-Language", "zh").header("If-None-Match", tag).get(
                cube).then().statusCode(200);
        form.confirmedCase(world.branch(2), 2026, 4);
        as(county).header("If-None-Match", tag).get(cube).then().statusCode(200);
    }

    @Test
    void saysTheSameInEveryFormat() {
        form.set("rectification_case", form.confirmedCase(world.branch(1), 2026, 4), "state = 'TRANSFORMED'");
        form.set("rectification_case", form.confirmedCase(world.branch(2), 2026, 4), "branch_kind = 'AGENCY'");
        Response stat = as(county).accept("application/vnd.json-stat+json").get(cube);
        assertThat(stat.asString()).startsWith("{\"version\":\"2.0\"");
        stat.then().statusCode(200).body("id", equalTo(
                List.of("unit", "period", "branchKind", "measure"))).body("dimension.branchKind.category.index",
                        equalTo(List.of("VILLAGE", "AGENCY", "TOTAL"))).body("size", equalTo(List.of(1, 1, 3, 2)));
        assertThat(
                stat.jsonPath().getList("value").stream().map(value -> ((Number) value).doubleValue())).containsExactly(
                        1.0, 100.0, 1.0, 0.0, 2.0, 50.0);
        Response csv = as(county).accept("text/csv").get(cube);
        csv.then().statusCode(200).header("Content-Type", startsWith("text/csv")).header("ETag", startsWith("\""));
        assertThat(csv.asString().lines().skip(1).map(line -> line.replaceAll("^.*Z,", ""))).containsExactly(
                "1,100.00", "1,0.00", "2,50.00");
        as(county).accept("application/xml").get(cube).then().statusCode(406);
    }

    @Test
    void takesAnEmptyAcceptHeaderForNone() {
        as(county).header("Accept", "").get(cube).then().statusCode(200).contentType("application/json");
    }

    @Test
    void leavesATraceOfFilesAndNoneOfWhatIsLookedAt() {
        form.confirmedCase(world.branch(1), 2026, 4);
        as(county).get(cube).then().statusCode(200);
        String tag = as(county).accept("text/csv").get(cube).header("ETag");
        as(county).accept("text/csv").header("If-None-Match", tag).get(cube).then().statusCode(304);
        as(world.user(Role.AUDITOR, world.county())).get("/api/v1/audit?entity=figures").then().statusCode(200).body(
                "items.action", contains("figures.download")).body("items[0].after.target",
                        containsString("rows=branchKind"));
    }

    @Test
    void showsBothMomentsAndTheDifferenceInFiles() {
        form.confirmedCase(world.branch(1), 2026, 4);
        as(county).accept("application/vnd.json-stat+json").get(
                STATISTICS + "cube?year=2026&measures=listed&compareTo=2020-01-01&unit="
                        + world.county()).then().statusCode(
                                200).body("dimension.figure.category.index",
                                        equalTo(List.of("VALUE", "COMPARED", "DIFFERENCE"))).body("value",
                                                equalTo(List.of(1, 0, 1)));
    }

    @Test
    void refusesRankingUntilTheSettingsHaveItOn() {
        String ranking = STATISTICS + "ranking?measure=listed&year=2026&unit=" + world.county();
        as(county).get(ranking).then().statusCode(409).body("type", equalTo("urn:zhengdun:problem:ranking-off"));
        turnOn("{\"rankingOn\": true}");
        as(county).get(ranking).then().statusCode(200);
        as(world.user(Role.STATISTICS, world.county())).get(ranking).then().statusCode(403).body("rule",
                equalTo("ranking-not-published"));
        as(county).get(ranking.replace("listed", "nothing")).then().statusCode(422);
        as(county).get(ranking + "&level=PROVINCE").then().statusCode(422);
    }

    @Test
    void letsEqualUnitsShareARank() {
        turnOn("{\"rankingOn\": true, \"publicationOn\": true}");
        for (int cases : new int[]{1, 2, 2, 3}) {
            int township = world.unit(world.county(), UnitKind.TOWNSHIP, "镇党委");
            for (int i = 0; i < cases; i++) {
                form.confirmedCase(world.unit(township, UnitKind.BRANCH, "党支部"), 2026, 4);
            }
        }
        String ranking = STATISTICS + "ranking?measure=listed&year=2026&level=TOWNSHIP&unit=" + world.county();
        for (String token : List.of(county, world.user(Role.STATISTICS, world.county()))) {
            as(token).get(ranking).then().statusCode(200).body("items.rank", equalTo(List.of(1, 2, 2, 4))).body(
                    "items.value", equalTo(List.of(3, 2, 2, 1)));
        }
        as(county).get(ranking + "&order=LOWEST_FIRST").then().body("items.value", equalTo(List.of(1, 2, 2, 3)));
        as(county).get(ranking.replace("listed", "problem-closing-rate")).then().body("items", hasSize(0));
    }

    private void turnOn(String overrides) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO setting (unit_id, overrides, version, changed_at) VALUES (?, ?::jsonb, 1, now())",
                world.province(), overrides));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Accept-Language", "en");
    }
}
