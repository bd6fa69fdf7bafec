package org.zhengdun.reminders;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What a case says about its reminders and escalations. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class RungApiTest {

    @Inject
    Jdbi jdbi;
    @Inject
    RungScan scan;

    private final LocalDate today = LocalDate.now(Days.ZONE);
    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
    }

    private CaseStory confirmed() {
        round = cast.openRound();
        return new CaseStory(cast).nominate(round, world.branch(1)).confirm();
    }

    private ValidatableResponse rungs(CaseStory story) {
        return cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId() + "/rungs").then().statusCode(200);
    }

    private static String of(String kind, String field) {
        return "items.findAll { it.deadlineKind == '" + kind + "' }." + field;
    }

    @Test
    void confirmationPlansTheRungsOfCaseAndPlan() {
        CaseStory story = confirmed();
        rungs(story).body(of("PLAN", "offsetDays"), contains(-7, -3, -1, 0, 1, 3, 7, 7, 15)).body(of("PLAN", "state"),
                everyItem(is("PLANNED"))).body(of("PLAN", "dueOn"), everyItem(is(today.plusDays(30).toString()))).body(
                        of("PLAN", "unitId"), contains(world.township(), world.township(), world.township(),
                                world.township(), world.township(), world.township(), world.township(),
                                world.county(), world.city())).body(of("CASE", "size()"), is(9));
    }

    @Test
    void aRoundRemindsAsTheSettingsOfItsDaySay() {
        String path = "/settings/" + world.county();
        cast.send("province_org", "PATCH", path, "{\"rungs\": {\"reminders\": [-10, 2], \"escalations\": [5]}}",
                cast.send("province_org", "GET", path, null, null).etag());
        rungs(confirmed()).body(of("PLAN", "offsetDays"), contains(-10, 2, 5));
    }

    @Test
    void rungsThatDoNotAscendAreRefused() {
        String path = "/api/v1/settings/" + world.county();
        cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match",
                cast.as(Role.PROVINCE_ORG).get(path).header("ETag")).body(
                        "{\"rungs\": {\"reminders\": [1, -1]}}").patch(path).then().statusCode(422).body(
                                "errors[0].pointer", is("/rungs/reminders"));
    }

    @Test
    void aSubmittedPlanShowsWhatItCancelledAndAReturnedOnePlansAgain() {
        CaseStory story = confirmed().plan();
        rungs(story).body(of("PLAN", "state"), everyItem(is("CANCELLED"))).body(of("PLAN", "cancelledBy"),
                everyItem(is("MET"))).body(of("PLAN", "cancelledOn"), everyItem(is(today.toString()))).body(
                        of("MEASURE", "state"), everyItem(is("PLANNED")));
    }

    private void post(String role, CaseStory story, String part, String body) {
        String path = "/cases/" + story.caseId();
        cast.send(role, "POST", path + part, body, cast.send(role, "GET", path, null, null).etag());
    }

    private long caseDeadline(CaseStory story) {
        return cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId()).jsonPath().getLong(
                "deadlines.find { it.kind == 'CASE' }.id");
    }

    /** The township asks for the case, the county grants it. */
    private void grant(CaseStory story, String asked) {
        post("township", story, "/extensions",
                "{\"deadlineId\": %d, \"reason\": \"汛期\", \"progress\": \"过半\", %s}".formatted(caseDeadline(story),
                        asked));
        long request = cast.as(Role.COUNTY_ORG).get(
                "/api/v1/cases/" + story.caseId() + "/extensions").jsonPath().getLong("items[0].id");
        post("county_org", story, "/extensions/" + request + "/decision",
                "{\"decision\": \"APPROVE\", \"reason\": \"属实\"}");
    }

    @Test
    void aGrantedExtensionShowsWhatItCancelledAndWhatItPlans() {
        CaseStory story = confirmed().plan();
        grant(story, "\"newDueOn\": \"%s\"".formatted(today.plusMonths(3).plusDays(40)));
        String cancelled = "findAll { it.state == 'CANCELLED' }.";
        rungs(story).body(of("CASE", cancelled + "cancelledBy.unique()"), contains("EXTENDED")).body(
                of("CASE", cancelled + "dueOn.unique()"), contains(today.plusMonths(3).toString())).body(
                        of("CASE", "findAll { it.state == 'PLANNED' }.dueOn"),
                        everyItem(is(today.plusMonths(3).plusDays(40).toString()))).body(of("CASE", "size()"), is(18));
    }

    @Test
    void aSuspensionShowsWhatItCancelledAndPlansForTheTimeAfterIt() {
        CaseStory story = confirmed().plan();
        grant(story, "\"kind\": \"SUSPENSION\", \"resumesOn\": \"%s\"".formatted(today.plusDays(20)));
        rungs(story).body(of("CASE", "findAll { it.state == 'CANCELLED' }.cancelledBy.unique()"),
                contains("SUSPENDED")).body(of("CASE", "findAll { it.state == 'PLANNED' }.dueOn.unique()"),
                        contains(today.plusMonths(3).plusDays(20).toString()));
    }

    @Test
    void aFiredRungStandsInTheRungsInTheTimelineAndInTheNotices() {
        CaseStory story = confirmed();
        scan.fire(today.plusDays(23));
        rungs(story).body(of("PLAN", "state"), contains("FIRED", "PLANNED", "PLANNED", "PLANNED", "PLANNED", "PLANNED",
                "PLANNED", "PLANNED", "PLANNED"));
        cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId() + "/timeline").then().statusCode(200).body(
                "items.last().kind", is("deadline.reminded")).body("items.last().data.offsetDays", is(-7));
        cast.as(Role.TOWNSHIP).get("/api/v1/notices").then().statusCode(200).body("items[0].kind",
                is("REMINDER")).body("items[0].caseId", is((int) story.caseId())).body("items[0].deadline.kind",
                        is("PLAN")).body("items[0].deadline.offsetDays", is(-7));
        story.move("township", "{\"action\": \"START_PLANNING\"}");
    }

    @Test
    void rungsOfAForeignCaseAreNotFound() {
        CaseStory story = confirmed();
        Cast others = new Cast(World.create(jdbi));
        others.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId() + "/rungs").then().statusCode(404);
    }
}
