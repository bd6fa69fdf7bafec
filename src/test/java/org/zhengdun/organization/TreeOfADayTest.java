package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What the tree was on a day, after renames, moves and closures. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TreeOfADayTest {

    private static final String UNITS = "/api/v1/org-units/";
    private static final String LIST = "/api/v1/org-units";
    private static final LocalDate TODAY = LocalDate.now(Days.ZONE);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Inject
    Jdbi jdbi;

    private World world;
    private Api province;
    private int otherCounty;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        province = new Api(world.user(Role.PROVINCE_ORG, world.province()));
        otherCounty = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
    }

    @Test
    void yesterdayHasTheNamesAndParentsOfYesterday() {
        rename(world.county(), "新县县委");
        rename(world.county(), "再改县委");
        move(world.township(), otherCounty);
        province.get(on(UNITS + world.branch(1), YESTERDAY)).statusCode(200).body("path[3]",
                equalTo(world.county())).body("ancestors[3].name", equalTo("县委")).body("parentId",
                        equalTo(world.township()));
        province.get(on(UNITS + world.township(), YESTERDAY)).body("parentId", equalTo(world.county()));
        province.get(on(UNITS + world.branch(1), TODAY)).body("path[3]", equalTo(otherCounty)).body(
                "ancestors[3].name", equalTo("邻县县委"));
        province.get(on(UNITS + world.county(), TODAY)).body("name", equalTo("再改县委"));
        String code = province.get(UNITS + world.county()).extract().path("code");
        province.get(on(UNITS + "by-code/" + code, YESTERDAY)).body("name", equalTo("县委"));
    }

    @Test
    void listsOfADayFollowTheTreeOfTheDay() {
        move(world.township(), otherCounty);
        rename(world.branch(2), "改名支部");
        assertThat(ids("?under=%d&asOf=%s", world.county(), YESTERDAY)).containsExactly(world.county(),
                world.township(), world.branch(1), world.branch(2), world.branch(3));
        assertThat(ids("?under=%d&asOf=%s", otherCounty, YESTERDAY)).containsExactly(otherCounty);
        assertThat(ids("?under=%d&asOf=%s", world.county(), TODAY)).containsExactly(world.county());
        assertThat(ids("?under=%d&asOf=%s", otherCounty, TODAY)).containsExactly(world.township(), world.branch(1),
                world.branch(2), world.branch(3), otherCounty);
        assertThat(ids("?under=%d&mode=children&asOf=%s", world.county(), YESTERDAY)).containsExactly(
                world.township());
        assertThat(ids("?under=%d&mode=self&asOf=%s", world.branch(2), YESTERDAY)).containsExactly(world.branch(2));
        province.get(LIST + "?under=%d&name=2&asOf=%s".formatted(world.county(), YESTERDAY)).body("items.name",
                contains("2村党支部"));
        assertThat(ids("?under=%d&asOf=%s&name=2", world.county(), TODAY)).isEmpty();
        assertThat(ids("?under=%d&kind=BRANCH&asOf=%s", world.county(), YESTERDAY)).hasSize(3);
    }

    @Test
    void pagesOfADayJoinStatesThatPassedAndStatesThatHold() {
        rename(world.branch(1), "甲");
        rename(world.branch(3), "丙");
        List<Integer> whole = ids("?asOf=%2$s", 0, YESTERDAY);
        assertThat(whole).hasSize(8).contains(world.branch(1), world.branch(2), world.branch(3));
        List<Integer> walked = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            JsonPath page = province.get(on(LIST, YESTERDAY) + "&limit=1" + (cursor == null
                    ? ""
                    : "&cursor=" + cursor)).statusCode(200).extract().jsonPath();
            walked.addAll(page.getList("items.id", Integer.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(walked).isEqualTo(whole);
    }

    @Test
    void severalFormerStatesHaveTheirOwnDays() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO org_unit_history (id, valid_from, valid_to, code, name, kind, parent_id, ancestors)
                    SELECT id, '-infinity', '2020-03-01', code, '老县委', kind, parent_id, ancestors
                    FROM org_unit WHERE id = ?""", world.county());
            handle.execute("UPDATE org_unit SET state_since = '2020-03-01' WHERE id = ?", world.county());
        });
        rename(world.county(), "新县委");
        assertThat(nameOn(LocalDate.of(2020, 2, 29))).isEqualTo("老县委");
        assertThat(nameOn(LocalDate.of(2020, 3, 1))).isEqualTo("县委");
        assertThat(nameOn(YESTERDAY)).isEqualTo("县委");
        assertThat(nameOn(TODAY)).isEqualTo("新县委");
    }

    private String nameOn(LocalDate day) {
        return province.get(on(UNITS + world.county(), day)).statusCode(200).extract().path("name");
    }

    @Test
    void aClosedUnitWasOpenBefore() {
        province.post(UNITS + world.branch(1) + "/closing", "\"0\"",
                "{\"effectiveOn\": \"%s\", \"reason\": \"撤销\"}".formatted(YESTERDAY)).statusCode(201);
        province.get(on(UNITS + world.branch(1), YESTERDAY)).body("closedOn", equalTo(YESTERDAY.toString()));
        province.get(on(UNITS + world.branch(1), YESTERDAY.minusDays(1))).body("closedOn", nullValue());
        province.get(LIST + "?under=%d&mode=self&asOf=%s".formatted(world.branch(1),
                YESTERDAY.minusDays(1))).body("items[0].closedOn", nullValue());
    }

    @Test
    void aUnitIsNotInTheTreeBeforeItsOpening() {
        int young = create("");
        int old = create(", \"openedOn\": \"2024-05-01\"");
        province.get(on(UNITS + young, TODAY)).body("openedOn", equalTo(TODAY.toString()));
        province.get(on(UNITS + young, YESTERDAY)).statusCode(404);
        province.get(on(UNITS + old, LocalDate.of(2024, 5, 1))).statusCode(200);
        province.get(on(UNITS + old, LocalDate.of(2024, 4, 30))).statusCode(404);
        assertThat(ids("?under=%d&asOf=%s", world.township(), YESTERDAY)).contains(old).doesNotContain(young);
        assertThat(ids("?under=%d&asOf=%s", young, YESTERDAY)).isEmpty();
    }

    private int create(String more) {
        return province.as().body("""
                {"code": "%s", "name": "支部", "parentId": %d, "kind": "BRANCH", "branchKind": "VILLAGE"%s}""".formatted(
                world.newCode(), world.township(), more)).post(LIST).then().statusCode(
                        201).extract().path("id");
    }

    @Test
    void aUnitDoesNotOpenInTheFuture() {
        province.as().body("""
                {"code": "%s", "name": "支部", "parentId": %d, "kind": "COMMITTEE", "openedOn": "%s"}""".formatted(
                world.newCode(), world.township(), TODAY.plusDays(1))).post(LIST).then().statusCode(
                        422).body("errors.pointer", contains("/openedOn"));
    }

    @Test
    void theFutureIsNotKnownAndADayMustBeADay() {
        province.get(on(LIST, TODAY.plusDays(1))).statusCode(422).body("errors.pointer", contains("?asOf"));
        province.get(on(UNITS + world.county(), TODAY.plusDays(1))).statusCode(422).body("errors.pointer",
                contains("?asOf"));
        province.get(LIST + "?asOf=2026-02-30").statusCode(400).body("errors.pointer", contains("?asOf"));
        province.get(UNITS + world.county() + "?asOf=yesterday").statusCode(400);
    }

    @Test
    void thePastShowsNothingThatTheCallerHasLost() {
        Api oldCounty = new Api(world.user(Role.COUNTY_ORG, world.county()));
        Api newCounty = new Api(world.user(Role.COUNTY_ORG, otherCounty));
        move(world.township(), otherCounty);
        oldCounty.get(on(UNITS + world.township(), YESTERDAY)).statusCode(404);
        oldCounty.get(on(LIST, YESTERDAY)).body("items.id", contains(world.county()));
        newCounty.get(on(UNITS + world.township(), YESTERDAY)).statusCode(200).body("parentId",
                equalTo(world.county())).body("ancestors[3].kind", nullValue());
        newCounty.get(on(LIST, YESTERDAY)).body("items.id", contains(otherCounty));
    }

    private List<Integer> ids(String query, int unit, LocalDate day) {
        return province.get(LIST + query.formatted(unit, day)).statusCode(200).extract().path("items.id");
    }

    private static String on(String path, LocalDate day) {
        return path + "?asOf=" + day;
    }

    private void rename(int unit, String name) {
        String etag = province.get(UNITS + unit).extract().header("ETag");
        province.as().header("If-Match", etag).body("{\"name\": \"%s\"}".formatted(name)).patch(
                UNITS + unit).then().statusCode(200);
    }

    private void move(int unit, int target) {
        String etag = province.get(UNITS + unit).extract().header("ETag");
        province.post(UNITS + unit + "/moves", etag,
                "{\"parentId\": %d, \"reason\": \"区划调整\"}".formatted(target)).statusCode(201);
    }
}
