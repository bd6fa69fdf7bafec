package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
import org.zhengdun.shared.time.Days;
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
                List.of("unit", "period", "figure", "branchKind", "measure"))).body(
                        "dimension.branchKind.category.index", equalTo(List.of("VILLAGE", "AGENCY", "TOTAL"))).body(
                                "dimension.figure.category.index",
                                equalTo(List.of("VALUE", "NUMERATOR", "DENOMINATOR"))).body("size",
                                        equalTo(List.of(1, 1, 3, 3, 2)));
        assertThat(stat.jsonPath().getList("value", Double.class)).containsExactly(1.0, 100.0, 1.0, 0.0, 2.0, 50.0, 1.0,
                1.0, 1.0, 0.0, 2.0, 1.0, null, 1.0, null, 1.0, null, 2.0);
        Response csv = as(county).accept("text/csv").get(cube);
        csv.then().statusCode(200).header("Content-Type", startsWith("text/csv")).header("ETag", startsWith("\""));
        assertThat(csv.asString().lines().skip(1).map(line -> line.replaceAll("^.*Z,", ""))).containsExactly(
                "1,100.00", "1,0.00", "2,50.00", "1,1", "1,0", "2,1", ",1", ",1", ",2");
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
            as(token).get(ranking).then().statusCode(200).body("items.rank", equalTo(List.of(1, 2, 2, 4, 5))).body(
                    "items.value", equalTo(List.of(3, 2, 2, 1, 0)));
        }
        as(county).get(ranking + "&order=LOWEST_FIRST").then().body("items.value", equalTo(List.of(0, 1, 2, 2, 3)));
        as(county).get(ranking.replace("listed", "problem-closing-rate")).then().body("items", hasSize(5)).body(
                "items.rank", everyItem(nullValue()));
        as(county).get(ranking.replace("level=TOWNSHIP", "level=BRANCH")).then().body("items.size()",
                equalTo(8 + 3)).body("items.findAll { it.value == 0 }.size()", equalTo(3));
        as(county).get(ranking.replace("level=TOWNSHIP", "level=NEXT")).then().body("items", hasSize(5));
        as(county).get(ranking.replace("level=TOWNSHIP", "level=NEXT") + "&asOf=2026-11-01").then().statusCode(200);
    }

    @Test
    void givesBothMomentsWithNumeratorAndDenominator() {
        form.set("rectification_case", form.confirmedCase(world.branch(1), 2026, 4), "state = 'TRANSFORMED'");
        String path = STATISTICS + "cube?year=2026&measures=conversion-rate&compareTo=2020-01-01&unit="
                + world.county();
        as(county).get(path).then().body("cells[0].numerator", equalTo(1)).body("cells[0].comparedNumerator",
                equalTo(0)).body("cells[0].comparedDenominator", equalTo(0));
        as(county).accept("application/vnd.json-stat+json").get(path).then().body("dimension.figure.category.index",
                equalTo(List.of("VALUE", "NUMERATOR", "DENOMINATOR", "COMPARED", "COMPARED_NUMERATOR",
                        "COMPARED_DENOMINATOR", "DIFFERENCE")));
    }

    /** No two questions may give files that say the same of different figures. */
    @Test
    void saysInNameAndFileWhatWasCounted() {
        form.confirmedCase(world.branch(1), 2026, 4);
        long round = jdbi.withHandle(
                handle -> handle.createQuery("SELECT max(id) FROM round WHERE unit_id = :unit").bind(
                        "unit", world.county()).mapTo(Long.class).one());
        String base = STATISTICS + "cube?measures=listed&unit=" + world.county();
        List<String> questions = List.of("&year=2026", "&year=2026&branchKind=VILLAGE", "&year=2026&branchKind=AGENCY",
                "&year=2026&state=RECTIFYING", "&year=2026&category=" + form.category(4), "&round=" + round,
                "&year=2026&asOf=2026-11-01T00:00:00Z", "&year=2026&asOf=2026-11-02T00:00:00Z",
                "&year=2026&compareTo=2026-11-01T00:00:00Z", "&year=2026&compareTo=" + LocalDate.now(Days.ZONE),
                "&from=2026-01&to=2026-12");
        Set<String> names = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        for (String question : questions) {
            names.add(as(county).accept("text/csv").get(base + question).then().statusCode(200).extract().header(
                    "Content-Disposition"));
            String csv = as(county).accept("text/csv").get(base + question).asString();
            labels.add(csv.lines().skip(1).findFirst().orElseThrow().replaceAll("[0-9T:.-]+Z,[0-9,]*$", ""));
            assertThat(
                    as(county).accept("text/csv").get(base + question).asString().lines().findFirst().orElseThrow()).as(
                            question).matches("\\uFEFF\\p{ASCII}+");
        }
        assertThat(names).hasSize(questions.size());
        assertThat(labels).hasSize(questions.size());
    }

    /** What could not be logged is not missing. */
    @Test
    void countsAttendanceFromTheDayTheCaseWasEntered() {
        YearMonth last = YearMonth.now(Days.ZONE).minusMonths(1);
        long listed = form.confirmedCase(world.branch(1), last.getYear(), 4);
        form.helper(listed, "FIRST_SECRETARY", last.minusMonths(8).atDay(1).toString());
        String path = STATISTICS + "cube?measures=first-secretary-attendance&from=" + last.minusMonths(8) + "&to="
                + last
                + "&unit=" + world.branch(1);
        as(county).get(path).then().body("cells[0].denominator", equalTo(0));
        form.set("rectification_case", listed, "created_at = '" + last.minusMonths(1).atDay(20) + "T12:00:00+08:00'");
        as(county).get(path).then().body("cells[0].denominator", equalTo(2));
    }

    @Test
    void keepsOneTagAllDayForToday() {
        form.confirmedCase(world.branch(1), 2026, 4);
        LocalDate today = LocalDate.now(Days.ZONE);
        String path = cube + "&asOf=" + today + "&compareTo=" + today;
        Response first = as(county).get(path);
        first.then().statusCode(200).body("query.asOf", nullValue()).body("query.compareTo", nullValue()).body(
                "cells[0].difference", equalTo(0)).body("cells[0].rowsHref", not(containsString("asOf")));
        as(county).header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        as(county).get(cube + "&asOf=1969-01-01").then().statusCode(422).body("errors[0].pointer", equalTo("?asOf"));
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
