package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What is left to do when acceptance begins is done and closed during acceptance, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConsolidationTest {

    private static final String DONE = "{\"action\": \"MARK_DONE\", \"evidence\": {\"text\": \"任命文件\", \"occurredOn\": \"%s\"}}".formatted(
            CaseAtHand.today());
    private static final String CLOSE = "{\"action\": \"CLOSE\"}";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private CaseStory story;
    private CaseAtHand subject;

    @BeforeEach
    void planTheCase() {
        world = World.create(jdbi);
        cast = new Cast(world);
        story = new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).confirm().plan();
        subject = new CaseAtHand(jdbi, cast, story.caseId());
    }

    private long problem(int place) {
        return subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[" + place + "].id");
    }

    private Response move(Role role, long problem, String body) {
        return subject.post(role, "/problems/" + problem + "/transitions", subject.etag(), body);
    }

    private Response finish(int place) {
        long measure = subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[" + place + "].measures[0].id");
        return subject.post(Role.HELPER, "/measures/" + measure + "/done", subject.etag(),
                "{\"doneOn\": \"%s\"}".formatted(CaseAtHand.today()));
    }

    /** Accepted with the second problem pending, the first one closed. */
    private void applyWithOnePending() {
        finish(0).then().statusCode(201);
        move(Role.HELPER, problem(0), DONE).then().statusCode(201);
        move(Role.TOWNSHIP, problem(0), CLOSE).then().statusCode(201);
        story.refresh("township").move("township",
                """
                        {"action": "SELF_CHECK", "selfCheck": "一项待拨款", "pending": [{"problemId": %d, "reason": "等待拨款"}]}""".formatted(
                        problem(1))).move("township", "{\"action\": \"APPLY_FOR_ACCEPTANCE\"}");
    }

    private Response move(CaseAction action) {
        return subject.move(Role.COUNTY_ORG, subject.etag(), action);
    }

    private void letTheSecondCheckBeDue() {
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET second_check_on = ? WHERE id = ?",
                CaseAtHand.today(), subject.id()));
    }

    @Test
    void whatIsPendingIsFinishedDuringAcceptance() {
        applyWithOnePending();
        story.check();
        move(CaseAction.TRANSFORM).then().statusCode(409).body("refusals.code", contains("gate.problem-open"));
        finish(1).then().statusCode(201);
        move(Role.TOWNSHIP, problem(1), "{\"action\": \"MARK_DONE\"}").then().statusCode(422).body("errors.pointer",
                contains("/evidence"));
        move(Role.HELPER, problem(1), DONE).then().statusCode(201).body("problems[1].pendingReason", is("等待拨款"));
        move(Role.TOWNSHIP, problem(1), CLOSE).then().statusCode(201).body("problems.state",
                contains("CLOSED", "CLOSED"));
        move(CaseAction.TRANSFORM).then().statusCode(201).body("state", is("TRANSFORMED"));
    }

    @Test
    void nothingElseIsChangedDuringAcceptance() {
        applyWithOnePending();
        String before = subject.trace();
        move(Role.TOWNSHIP, problem(0), "{\"action\": \"REOPEN\", \"reason\": \"反复\"}").then().statusCode(409);
        long measure = subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[1].measures[0].id");
        subject.post(Role.TOWNSHIP, "/measures/" + measure + "/accountable", subject.etag(),
                "{\"name\": \"陈镇长\", \"post\": \"镇长\", \"unit\": \"镇政府\"}").then().statusCode(409);
        subject.post(Role.TOWNSHIP, "/problems", subject.etag(),
                "{\"category\": \"W04\", \"fact\": \"未开会\", \"source\": \"走访\"}").then().statusCode(409);
        assertThat(subject.trace()).isEqualTo(before);
    }

    @Test
    void eachTaskOfConsolidationIsDoneAndClosedBeforeTheSecondCheckDecides() {
        story.rectify().applyForAcceptance().check();
        LocalDate second = CaseAtHand.today().plusDays(30);
        subject.post(Role.COUNTY_ORG, "/transitions", subject.etag(), """
                {"action": "BASICALLY_PASS", "tasks": ["补齐班子", "补记三会一课"], "secondCheckOn": "%s"}""".formatted(
                second)).then().statusCode(201).body("problems", hasSize(4)).body("problems[2].fact", is("补齐班子")).body(
                        "problems[2].source", startsWith("ACCEPTANCE_CHECK:")).body("problems[3].dueOn",
                                is(second.toString())).body("problems[3].pendingReason", notNullValue()).body(
                                        "planStale", is(false));
        letTheSecondCheckBeDue();
        story.refresh("township").check();
        move(CaseAction.TRANSFORM).then().statusCode(409).body("refusals.code", contains("gate.problem-open"));
        story.rectify();
        move(CaseAction.TRANSFORM).then().statusCode(201).body("problems.state", everyItem(is("CLOSED")));
    }

    @Test
    void tasksAreGivenOneByOne() {
        story.rectify().applyForAcceptance().check();
        for (String tasks : List.of("[]", "[\" \"]")) {
            subject.post(Role.COUNTY_ORG, "/transitions", subject.etag(), """
                    {"action": "BASICALLY_PASS", "tasks": %s, "secondCheckOn": "%s"}""".formatted(tasks,
                    CaseAtHand.today().plusDays(30))).then().statusCode(422);
        }
    }

    @Test
    void theSecondCheckIsNotHeldBeforeItsDay() {
        story.rectify().applyForAcceptance().check().move("county_org", """
                {"action": "BASICALLY_PASS", "tasks": ["补齐班子"], "secondCheckOn": "%s"}""".formatted(
                CaseAtHand.today().plusDays(1)));
        String team = """
                {"heldOn": "%s", "team": [{"subject": "%s", "name": "孙组长", "post": "科长", "unit": "市委组织部",
                 "leader": true}]}""".formatted(CaseAtHand.today(), cast.person(Role.INSPECTOR).subject());
        subject.post(Role.COUNTY_ORG, "/checks", subject.etag(), team).then().statusCode(422).body("errors.pointer",
                contains("/heldOn")).body("errors.code", contains("check.before-second-check"));
        letTheSecondCheckBeDue();
        subject.post(Role.COUNTY_ORG, "/checks", subject.etag(), team).then().statusCode(201);
    }

    @Test
    void aProblemReopenedAfterTheSelfCheckHoldsUpTheApplication() {
        story.rectify().move("township", "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查\"}");
        move(Role.TOWNSHIP, problem(0), "{\"action\": \"REOPEN\", \"reason\": \"反复\"}").then().statusCode(201);
        String apply = "{\"action\": \"APPLY_FOR_ACCEPTANCE\"}";
        subject.post(Role.TOWNSHIP, "/transitions", subject.etag(), apply).then().statusCode(409).body("refusals.code",
                contains("gate.problem-unexplained"));
        story.refresh("township").rectify();
        subject.post(Role.TOWNSHIP, "/transitions", subject.etag(), apply).then().statusCode(201).body(
                "blockedTransitions", empty());
    }
}
