package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Faults that a review over HTTP found once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReviewedAccessTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
    }

    @Test
    void repeatsNoAnswerOnceTheRightIsLost() {
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1));
        String key = UUID.randomUUID().toString();
        assertThat(remark(story, key).statusCode()).isEqualTo(201);
        Response replayed = remark(story, key);
        assertThat(List.of(replayed.statusCode(), replayed.header("Idempotency-Replayed"))).containsExactly(201,
                "true");

        long account = cast.person(Role.COUNTY_ORG).accountId();
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE access_grant SET revoked_at = now() WHERE account_id = :id").bind(
                        "id", account).execute());
        world.grant(account, Role.COUNTY_ORG, world.unit(world.city(), UnitKind.COUNTY, "邻县"));

        cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + story.caseId()).then().statusCode(404);
        assertThat(remark(story, key).statusCode()).isEqualTo(404);
    }

    @Test
    void repeatsTheAnswerWhateverWasGrantedSince() {
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1));
        String key = UUID.randomUUID().toString();
        String first = remark(story, key).asString();
        world.grant(cast.person(Role.COUNTY_ORG).accountId(), Role.COUNTY_ORG,
                world.unit(world.city(), UnitKind.COUNTY, "邻县"));
        Response replayed = remark(story, key);
        assertThat(List.of(replayed.statusCode(), replayed.asString())).containsExactly(201, first);
    }

    @Test
    void nominatesOnlyWithinTheDaysOfTheRound() {
        int year = LocalDate.now(Days.ZONE).getYear();
        for (int other : new int[]{year - 1, year + 1}) {
            long elsewhen = cast.send("county_org", "POST", "/rounds",
                    """
                            {"unitId": %d, "year": %d, "name": "轮次", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                            world.county(), other),
                    null).id();
            cast.as(Role.TOWNSHIP).contentType("application/json").body(
                    """
                            {"roundId": %d, "branchId": %d, "mainCategory": "W01", "cause": "班子涣散",
                             "problems": [{"category": "W01", "fact": "一年未开会", "source": "走访"}]}""".formatted(elsewhen,
                            world.branch(1))).post("/api/v1/cases").then().statusCode(422).body("errors.pointer",
                                    contains("/roundId")).body("errors[0].code", is("round.not-running"));
        }
    }

    @Test
    void readsNumbersMomentsAndYearsInOneFormOnly() {
        for (String odd : List.of("limit=%2B5", "limit=05", "limit=%D9%A1", "roundId=%2B1")) {
            cast.as(Role.COUNTY_ORG).urlEncodingEnabled(false).get("/api/v1/cases?" + odd).then().statusCode(400);
        }
        cast.as(Role.COUNTY_ORG).get("/api/v1/statistics/annual-form?year=2026&unit=" + world.county()
                + "&asOf=2026-05-01T10:00:00").then().statusCode(422).body("errors[0].code",
                        is("date.without-offset"));
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1));
        for (String year : List.of("0000", "1899", "2200", "9999")) {
            cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match", story.etag()).body(
                    "{\"action\": \"SUBMIT\", \"meetingOn\": \"" + year + "-01-01\"}").post(
                            "/api/v1/cases/" + story.caseId() + "/transitions").then().statusCode(422).body(
                                    "errors[0].pointer", is("/meetingOn"));
        }
    }

    @Test
    void listsForSuperiorsTheRoundsThatTheyCanRead() {
        for (Role role : List.of(Role.COUNTY_ORG, Role.CITY_ORG, Role.PROVINCE_ORG, Role.TOWNSHIP)) {
            cast.as(role).get("/api/v1/rounds").then().statusCode(200).body("items.id", hasItem((int) round));
            List<Integer> listed = cast.as(role).get("/api/v1/rounds").jsonPath().getList("items.id");
            listed.forEach(id -> cast.as(role).get("/api/v1/rounds/" + id).then().statusCode(200));
        }
    }

    @Test
    void refusesCharactersThatNoNameHasInAPath() {
        cast.as(Role.COUNTY_ORG).urlEncodingEnabled(false).get("/api/v1/org-units/by-code/%00").then().statusCode(404);
        cast.as(Role.COUNTY_ORG).urlEncodingEnabled(false).get("/api/v1/catalogue/categories/%00").then().statusCode(
                404);
    }

    @Test
    void refusesInstantsOutsideTheCalendar() {
        cast.as(Role.AUDITOR).queryParam("from", "+999999999-12-31T00:00:00Z").get("/api/v1/audit").then().statusCode(
                400).body("errors[0].pointer", is("?from"));
    }

    @Test
    void keepsASettingThatAnEmptyObjectIsSentFor() {
        String path = "/api/v1/settings/" + world.county();
        String etag = cast.as(Role.PROVINCE_ORG).get(path).header("ETag");
        cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match", etag).body(
                "{\"planDueDays\": {}}").patch(path).then().statusCode(400).body("errors[0].pointer",
                        is("/planDueDays"));
    }

    private Response remark(CaseStory story, String key) {
        return cast.as(Role.COUNTY_ORG).contentType("application/json").header("If-Match", story.etag()).header(
                "Idempotency-Key", key).body("{\"text\": \"已约谈\"}").post(
                        "/api/v1/cases/" + story.caseId() + "/remarks");
    }
}
