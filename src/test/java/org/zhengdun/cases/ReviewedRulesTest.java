package org.zhengdun.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Ways around the rules that a review found. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReviewedRulesTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private CaseStory story;
    private CaseAtHand subject;

    @BeforeEach
    void nominate() {
        world = World.create(jdbi);
        cast = new Cast(world);
        story = new CaseStory(cast).nominate(cast.openRound(), world.branch(1));
        subject = new CaseAtHand(jdbi, cast, story.caseId());
    }

    @Test
    void aCompletedCheckIsJudgedAndNotRepeated() {
        story.confirm().plan().rectify().applyForAcceptance().check();
        subject.post(Role.COUNTY_ORG, "/checks", subject.etag(), """
                {"heldOn": "%s", "team": [{"subject": "somebody-else", "name": "钱组长", "post": "科长", "unit": "市委组织部",
                 "leader": true}]}""".formatted(CaseAtHand.today())).then().statusCode(409);
    }

    @Test
    void whatFellBackIsRevokedAndNeitherClosedNorCancelled() {
        story.confirm().plan().rectify().applyForAcceptance().check().transform();
        jdbi.useHandle(handle -> handle.execute("INSERT INTO look_back (case_id, due_on) VALUES (?, ?)", subject.id(),
                CaseAtHand.today()));
        story.relapse();
        subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.CANCEL).then().statusCode(409).body("refusals.code",
                hasItem("gate.relapse-on-record"));
        subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.CLOSE).then().statusCode(409).body("refusals.code",
                hasItem("gate.relapse-on-record"));
    }

    @Test
    void aMeasureOfAnUnapprovedPlanIsNotExtended() {
        story.confirm().move("township", "{\"action\": \"START_PLANNING\"}");
        long problem = subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[0].id");
        subject.post(Role.TOWNSHIP, "/measures", subject.etag(),
                """
                        {"problemId": %d, "kind": "ORDINARY", "description": "开会", "startsOn": "%s", "dueOn": "%2$s", "accountable":
                         {"name": "王委员", "post": "副书记", "unit": "镇党委"}}""".formatted(
                        problem, CaseAtHand.today())).then().statusCode(
                                201);
        long deadline = subject.get(Role.TOWNSHIP).jsonPath().getLong("deadlines.find { it.kind == 'MEASURE' }.id");
        subject.post(Role.TOWNSHIP, "/extensions", subject.etag(), """
                {"deadlineId": %d, "reason": "汛期", "progress": "过半", "newDueOn": "%s"}""".formatted(deadline,
                CaseAtHand.today().plusDays(5))).then().statusCode(422).body("errors.code",
                        contains("deadline.not-movable"));
    }

    @Test
    void aSuspensionKeepsAMeasureWithinItsCase() {
        story.confirm().plan();
        JsonPath detail = subject.get(Role.COUNTY_ORG).jsonPath();
        LocalDate caseDueOn = LocalDate.parse(detail.getString("dates.deadline"));
        long deadline = detail.getLong("deadlines.find { it.kind == 'MEASURE' }.id");
        subject.post(Role.TOWNSHIP, "/extensions", subject.etag(),
                """
                        {"deadlineId": %d, "kind": "SUSPENSION", "reason": "汛期", "progress": "过半", "resumesOn": "%s"}""".formatted(
                        deadline, caseDueOn.plusDays(1))).then().statusCode(422).body(
                                "errors.code", contains("date.after-case-deadline"));
    }

    @Test
    void aMeasureIsMetOnTheDayOfItsReport() {
        story.confirm().plan();
        long measure = subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[0].measures[0].id");
        subject.post(Role.TOWNSHIP, "/measures/" + measure + "/done", subject.etag(),
                "{\"doneOn\": \"%s\"}".formatted(CaseAtHand.today())).then().statusCode(201).body(
                        "deadlines.find { it.subjectId == %d && it.kind == 'MEASURE' }.endedOn".formatted(measure),
                        is(CaseAtHand.today().toString()));
    }

    @Test
    void aCaseIsDueWithinYears() {
        story.move("township", "{\"action\": \"SUBMIT\", \"meetingOn\": \"%s\"}".formatted(CaseAtHand.today()));
        subject.post(Role.COUNTY_ORG, "/transitions", subject.etag(), """
                {"action": "CONFIRM", "decidedOn": "%s", "documentNumber": "1", "deadline": "9999-12-31"}""".formatted(
                CaseAtHand.today())).then().statusCode(422).body("errors.pointer", contains("/deadline"));
    }

    @Test
    void statisticsReadNoFreeText() {
        subject.get(Role.STATISTICS).then().statusCode(200).body("problems.fact", everyItem(is("*"))).body(
                "problems.source", everyItem(is("*")));
    }

    @Test
    void plainTextIsNoBody() {
        cast.as(Role.COUNTY_ORG).contentType("text/plain").header("If-Match", subject.etag()).body("hello").post(
                "/api/v1/cases/" + subject.id() + "/remarks").then().statusCode(415);
    }

    @Test
    void aSampleOfAnUnknownRoundIsRefused() {
        cast.as(Role.CITY_ORG).contentType("application/json").body("""
                {"unitId": %d, "roundId": 999999999, "strata": [], "seedSource": "彩票"}""".formatted(world.city())).post(
                "/api/v1/samples").then().statusCode(422).body("errors.pointer", contains("/roundId"));
    }

    @Test
    void aMonthIsFourDigitsAndTwo() {
        cast.as(Role.COUNTY_ORG).queryParam("month", "+999999999-12").get(
                "/api/v1/helpers/attendance").then().statusCode(
                        400);
    }
}
