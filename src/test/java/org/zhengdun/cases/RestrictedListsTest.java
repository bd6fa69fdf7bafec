package org.zhengdun.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.statistics.FormWorld;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Lists tell no restricted category; whoever asks for one by name leaves a row that names the cases. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class RestrictedListsTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private String county;
    private long restricted;
    private long ordinary;

    @BeforeEach
    void listTwo() {
        world = World.create(jdbi);
        FormWorld form = new FormWorld(jdbi, world);
        restricted = form.confirmedCase(world.branch(1), 2026, 8);
        ordinary = form.confirmedCase(world.branch(2), 2026, 4);
        form.set("rectification_case", restricted, "main_category = 'W05'");
        form.closedProblem(restricted, "2026-07-01T00:00:00Z");
        jdbi.useHandle(handle -> handle.execute("UPDATE problem SET restricted = true WHERE case_id = ?", restricted));
        county = world.user(Role.COUNTY_ORG, world.county());
    }

    @Test
    void listsSayThatACategoryIsRestrictedAndNotWhich() {
        get("/api/v1/cases").body("items.find { it.id == " + restricted + " }.mainCategory", nullValue()).body(
                "items.find { it.id == " + restricted + " }.restricted", is(true)).body(
                        "items.find { it.id == " + ordinary + " }.restricted", nullValue()).body("items.mainCategory",
                                hasItem(notNullValue()));
        String machine = world.user(Role.STATISTICS, world.county());
        given().auth().oauth2(machine).get("/api/v1/cases").then().statusCode(200).body("items.restricted",
                everyItem(nullValue()));
        assertThat(traces()).isEmpty();
    }

    @Test
    void filteringByARestrictedCategoryLeavesOneRowWithTheCases() {
        get("/api/v1/cases?mainCategory=W05").body("items.id", contains((int) restricted)).body("items.mainCategory",
                everyItem(nullValue()));
        get("/api/v1/cases/count?mainCategory=W05");
        get("/api/v1/cases?mainCategory=W04");
        assertThat(traces()).containsExactly("case.list [" + restricted + "]", "case.list []");
    }

    @Test
    void rowsBehindFiguresTellNoRestrictedCategoryAndLeaveARowWhenAskedForIt() {
        String rows = "/api/v1/statistics/rows?year=2026&measure=problems&unit=" + world.county();
        get(rows).body("items.label", everyItem(not(containsString("W05"))));
        assertThat(traces()).isEmpty();
        get(rows + "&category=W05").body("items.caseId", contains((int) restricted));
        get(rows + "&rows=category&row=W05");
        get("/api/v1/statistics/rows?year=2026&measure=restricted-conversion&part=DENOMINATOR&unit=" + world.county());
        get(rows + "&rows=category&row=W04");
        assertThat(traces()).containsExactly("statistics.rows [" + restricted + "]",
                "statistics.rows [" + restricted + "]", "statistics.rows [" + restricted + "]");
    }

    @Test
    void figuresOfARestrictedCategoryOrByBranchLeaveARow() {
        String cube = "/api/v1/statistics/cube?year=2026&measures=listed&unit=" + world.county();
        get(cube + "&rows=category");
        get(cube + "&rows=org:BRANCH");
        assertThat(traces()).isEmpty();
        get(cube + "&category=W05");
        get(cube + "&rows=org:BRANCH&columns=category");
        assertThat(traces()).containsExactly("statistics.cube []", "statistics.cube []");
    }

    @Test
    void suggestionsForThatReasonLeaveARow() {
        given().auth().oauth2(world.user(Role.CITY_ORG, world.city())).get(
                "/api/v1/supervision-suggestions").then().statusCode(
                        200);
        assertThat(traces()).containsExactly("supervision.suggest [" + restricted + "]");
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(county).get(path).then().statusCode(200);
    }

    private List<String> traces() {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT action || ' ' || (after -> 'cases') FROM audit_entry
                        WHERE ancestors @> ARRAY[:province] AND action IN ('case.list', 'statistics.rows', 'statistics.cube', 'supervision.suggest')
                        ORDER BY id""").bind(
                        "province", world.province()).mapTo(String.class).list());
    }
}
