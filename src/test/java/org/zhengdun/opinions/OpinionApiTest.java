package org.zhengdun.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OpinionApiTest {

    private static final String TASKS = "/api/v1/me/opinions";

    @Inject
    Jdbi jdbi;
    private final LocalDate today = LocalDate.now(Days.ZONE);
    private World world;
    private Cast cast;
    private Api county;
    private Api police;
    private Api audit;
    private long caseId;

    @BeforeEach
    void submitNomination() {
        world = World.create(jdbi);
        cast = new Cast(world);
        caseId = new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).caseId();
        move(Role.TOWNSHIP, "{\"action\":\"SUBMIT\",\"meetingOn\":\"%s\"}".formatted(today));
        county = new Api(cast.token(Role.COUNTY_ORG));
        police = officer("POLICE");
        audit = officer("AUDIT");
    }

    @Test
    void theDepartmentSeesItsNominationAndAnswersOnce() {
        ask("POLICE", "AUDIT").statusCode(201).body("items.department", contains("POLICE", "AUDIT")).body(
                "items.status", contains("OPEN", "OPEN")).body("items[0].dueOn",
                        equalTo(today.plusDays(10).toString()));
        police.get(TASKS + "?open=true").statusCode(200).body("items.caseId", contains((int) caseId)).body(
                "items[0].branchName", equalTo("1村党支部")).body("items[0].problems.category", contains("W04", "W10"));
        int task = task(police);
        police.get("/api/v1/me/tasks").body("items.kind", contains("ANSWER_OPINION")).body("items[0].subjectId",
                equalTo(task)).body("items[0].dueOn", equalTo(today.plusDays(10).toString()));
        police.get(TASKS + "/" + task).header("ETag", startsWith("\"0-"));
        answer(police, task, "\"0\"", "DISAGREE", "近两年无治安案件").statusCode(200).header("ETag",
                equalTo("\"1\"")).body("status", equalTo("ANSWERED"));
        answer(police, task, "\"1\"", "AGREE", "").statusCode(409);
        police.get(TASKS + "?open=true").body("items", empty());
        police.get("/api/v1/me/tasks").body("items", empty());
        audit.get("/api/v1/me/tasks").body("items.kind", contains("ANSWER_OPINION"));
        county.get(opinions()).body("items.status", contains("ANSWERED", "OPEN")).body("items[0].text",
                equalTo("近两年无治安案件")).body("items[0].answeredBy", notNullValue());
    }

    @Test
    void onlyTheDepartmentThatWasAskedSeesAndAnswers() {
        ask("POLICE").statusCode(201);
        int task = task(police);
        audit.get(TASKS).statusCode(200).body("items", empty());
        audit.get("/api/v1/me/tasks").statusCode(200).body("items", empty());
        audit.get(TASKS + "/" + task).statusCode(404);
        answer(audit, task, "\"0\"", "AGREE", "").statusCode(404);
        World other = World.create(jdbi);
        World.Person elsewhere = other.person(Role.COUNTY_DEPT, other.county());
        other.seat(elsewhere, "POLICE");
        new Api(elsewhere.token()).get(TASKS + "/" + task).statusCode(404);
        new Api(elsewhere.token()).get(TASKS).body("items", empty());
        answer(new Api(world.user(Role.COUNTY_DEPT, world.county())), task, "\"0\"", "AGREE", "").statusCode(404);
        answer(county, task, "\"0\"", "AGREE", "").statusCode(403);
        police.get("/api/v1/cases/" + caseId).statusCode(403);
        police.get(opinions()).statusCode(403);
    }

    @Test
    void branchAndTownshipSeeNothingBeforeTheDecisionAndTheOpinionsAfterIt() {
        String before = caseAsTownship();
        ask("POLICE", "AUDIT").statusCode(201);
        answer(police, task(police), "\"0\"", "DISAGREE", "近两年无治安案件").statusCode(200);
        for (Role role : List.of(Role.TOWNSHIP, Role.BRANCH)) {
            Api reader = new Api(cast.token(role));
            reader.get(opinions()).statusCode(200).body("items", empty());
            reader.get("/api/v1/cases/" + caseId + "/timeline").body("items.kind",
                    not(hasItem("opinion.request")));
        }
        assertThat(caseAsTownship()).as("the case shows no trace").isEqualTo(before);
        assertThat(cast.as(Role.TOWNSHIP).get("/api/v1/notices").asString()).doesNotContain("pinion");
        confirm();
        for (Role role : List.of(Role.TOWNSHIP, Role.BRANCH)) {
            new Api(cast.token(role)).get(opinions()).body("items.status", contains("ANSWERED", "MISSING")).body(
                    "items[0].text", equalTo("近两年无治安案件")).body("items[0].answeredBy", nullValue());
        }
    }

    @Test
    void afterTheDecisionNoAnswerIsTakenAndNobodyIsAsked() {
        ask("POLICE").statusCode(201);
        int task = task(police);
        confirm();
        answer(police, task, "\"0\"", "AGREE", "").statusCode(409);
        police.get(TASKS + "?open=false").body("items.status", contains("MISSING"));
        ask("AUDIT").statusCode(409);
    }

    @Test
    void answerAndDecisionComeOneAfterTheOther() throws Exception {
        ask("POLICE").statusCode(201);
        int task = task(police);
        String tag = etag();
        List<Integer> answers = AtOnce.all(List.of(
                () -> answer(police, task, "\"0\"", "AGREE", "").extract().statusCode(),
                () -> county.post("/api/v1/cases/" + caseId + "/transitions", tag,
                        "{\"action\":\"REJECT\",\"reason\":\"不符合条件\"}").extract().statusCode()));
        assertThat(answers.get(1)).isEqualTo(201);
        county.get(opinions()).body("items.status", contains(answers.getFirst() == 200 ? "ANSWERED" : "MISSING"));
        assertThat(answers.getFirst()).isIn(200, 409);
    }

    @Test
    void aReturnedNominationStaysHiddenKeepsItsOpinionsAndMayBeAskedAboutAgain() {
        ask("POLICE").statusCode(201);
        answer(police, task(police), "\"0\"", "SUPPLEMENT", "信访件三件").statusCode(200);
        move(Role.COUNTY_ORG, "{\"action\":\"RETURN\",\"reason\":\"补充材料\"}");
        new Api(cast.token(Role.TOWNSHIP)).get(opinions()).body("items", empty());
        county.get(opinions()).body("items.answer", contains("SUPPLEMENT"));
        move(Role.TOWNSHIP, "{\"action\":\"SUBMIT\",\"meetingOn\":\"%s\"}".formatted(today));
        ask("POLICE").statusCode(201).body("items.status", contains("ANSWERED", "OPEN"));
        move(Role.COUNTY_ORG, "{\"action\":\"REJECT\",\"reason\":\"不符合条件\"}");
        new Api(cast.token(Role.TOWNSHIP)).get(opinions()).body("items.status", contains("ANSWERED", "MISSING"));
    }

    @Test
    void aDepartmentIsAskedOnceInAReview() {
        ask("POLICE").statusCode(201);
        ask("POLICE").statusCode(409).body("type", equalTo("urn:zhengdun:problem:already-exists"));
        ask("AUDIT", "AUDIT").statusCode(422).body("errors[0].pointer", equalTo("/departments/1"));
        county.get(opinions()).body("items.department", contains("POLICE"));
    }

    @Test
    void refusesUnusableRequestsAndAnswers() {
        county.post(opinions(), etag(), "{\"departments\":[]}").statusCode(422);
        county.post(opinions(), etag(), "{\"departments\":[\"NAVY\"]}").statusCode(422);
        county.post(opinions(), etag(), "{\"departments\":[\"POLICE\"],\"dueOn\":\"2020-01-01\"}").statusCode(
                422).body("errors[0].pointer", equalTo("/dueOn"));
        county.as().body("{\"departments\":[\"POLICE\"]}").post(opinions()).then().statusCode(428);
        new Api(cast.token(Role.TOWNSHIP)).post(opinions(), etag(), "{\"departments\":[\"POLICE\"]}").statusCode(403);
        ask("POLICE").statusCode(201);
        int task = task(police);
        answer(police, task, "\"0\"", "DISAGREE", "").statusCode(422).body("errors[0].pointer", equalTo("/text"));
        answer(police, task, "\"7\"", "AGREE", "").statusCode(412);
        police.as().body("{\"answer\":\"AGREE\"}").post(opinions() + "/" + task + "/answer").then().statusCode(428);
    }

    @Test
    void aLateAnswerIsTakenAndMarked() {
        ask("POLICE").statusCode(201);
        TestStack.superuser().useHandle(handle -> {
            handle.execute("ALTER TABLE department_opinion DISABLE TRIGGER opinion_kept");
            handle.execute("UPDATE department_opinion SET due_on = '2026-01-01' WHERE case_id = ?", caseId);
            handle.execute("ALTER TABLE department_opinion ENABLE TRIGGER opinion_kept");
        });
        county.get(opinions()).body("items.status", contains("OVERDUE"));
        answer(police, task(police), "\"0\"", "AGREE", "").statusCode(200).body("status", equalTo("ANSWERED_LATE"));
    }

    @Test
    void anAnswerCannotBeRewrittenInTheDatabase() {
        ask("POLICE").statusCode(201);
        answer(police, task(police), "\"0\"", "AGREE", "").statusCode(200);
        for (String sql : List.of("UPDATE department_opinion SET answer = 'DISAGREE' WHERE case_id = ?",
                "DELETE FROM department_opinion WHERE case_id = ?")) {
            boolean refused = false;
            try {
                jdbi.useHandle(handle -> handle.execute(sql, caseId));
            } catch (UnableToExecuteStatementException kept) {
                refused = true;
            }
            assertThat(refused).as(sql).isTrue();
        }
    }

    @Test
    void theGrantNamesTheDepartment() {
        Api sysadmin = new Api(cast.token(Role.SYSADMIN));
        sysadmin.as().body(grant("county_dept")).post("/api/v1/grants").then().statusCode(201).body("department",
                equalTo("PETITION"));
        sysadmin.as().body(grant("county_org")).post("/api/v1/grants").then().statusCode(422).body(
                "errors[0].pointer", equalTo("/department"));
        police.get("/api/v1/me").body("grants.department", contains("POLICE")).body("grants.size()", is(1));
    }

    private String grant(String role) {
        return """
                {"subject":"%s","displayName":"县信访局","role":"%s","department":"PETITION","orgUnitId":%d}""".formatted(
                world.newCode(), role, world.county());
    }

    private Api officer(String department) {
        World.Person person = world.person(Role.COUNTY_DEPT, world.county());
        world.seat(person, department);
        return new Api(person.token());
    }

    private ValidatableResponse ask(String... departments) {
        return county.post(opinions(), etag(),
                "{\"departments\":[\"%s\"]}".formatted(String.join("\",\"", departments)));
    }

    private int task(Api department) {
        return department.get(TASKS).extract().path("items[0].id");
    }

    private ValidatableResponse answer(Api who, int task, String etag, String answer, String text) {
        return who.post(opinions() + "/" + task + "/answer", etag,
                "{\"answer\":\"%s\",\"text\":%s}".formatted(answer, text.isEmpty() ? "null" : "\"" + text + "\""));
    }

    private void confirm() {
        move(Role.COUNTY_ORG, """
                {"action":"CONFIRM","decidedOn":"%s","documentNumber":"县组发12号"}""".formatted(today));
    }

    private void move(Role role, String body) {
        new Api(cast.token(role)).post("/api/v1/cases/" + caseId + "/transitions", etag(), body).statusCode(201);
    }

    private String etag() {
        return cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + caseId).header("ETag");
    }

    private String caseAsTownship() {
        return cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + caseId).asString()
                + cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + caseId + "/timeline").asString();
    }

    private String opinions() {
        return "/api/v1/cases/" + caseId + "/opinions";
    }
}
