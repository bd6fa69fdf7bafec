package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;

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

/** The deadlines that the life of a case opens, moves and ends. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseDeadlinesTest {

    private static final String DISAGREEING = """
            SELECT concat_ws(' ', d.kind, d.subject_id) FROM deadline d JOIN rectification_case c ON c.id = d.case_id
            LEFT JOIN measure m ON d.kind = 'MEASURE' AND m.id = d.subject_id
            LEFT JOIN look_back l ON d.kind = 'LOOK_BACK' AND l.id = d.subject_id
            WHERE c.id = :case AND (d.kind <> 'SECOND_CHECK' OR d.state = 'OPEN') AND d.due_on IS DISTINCT FROM CASE d.kind WHEN 'CASE' THEN c.deadline
                WHEN 'PLAN' THEN c.plan_due_on WHEN 'MEASURE' THEN m.due_on WHEN 'LOOK_BACK' THEN l.due_on
                ELSE c.second_check_on END
            UNION ALL SELECT 'path of ' || d.id FROM deadline d JOIN rectification_case c ON c.id = d.case_id
            WHERE c.id = :case AND (d.ancestors, d.unit_id) IS DISTINCT FROM (c.ancestors, c.responsible_unit_id)""";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private final LocalDate today = LocalDate.now(Days.ZONE);

    @BeforeEach
    void someoneWorks() {
        world = World.create(jdbi);
        cast = new Cast(world);
    }

    private CaseStory nominated() {
        return new CaseStory(cast).nominate(cast.openRound(), world.branch(1));
    }

    private ValidatableResponse seen(CaseStory story) {
        List<String> disagreeing = jdbi.withHandle(handle -> handle.createQuery(DISAGREEING).bind("case",
                story.caseId()).mapTo(String.class).list());
        assertThat(disagreeing).as("dates that differ from their deadline").isEmpty();
        return cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + story.caseId()).then().statusCode(200);
    }

    private static String of(String kind, String field) {
        return "deadlines.findAll { it.kind == '" + kind + "' }." + field;
    }

    @Test
    void confirmationOpensTheDeadlinesOfCaseAndPlan() {
        CaseStory story = nominated();
        seen(story).body("deadlines.size()", is(0));
        seen(story.confirm()).body("deadlines.kind", contains("CASE", "PLAN")).body(of("CASE", "dueOn"),
                contains(today.plusMonths(3).toString())).body(of("PLAN", "dueOn"),
                        contains(today.plusDays(30).toString())).body(of("PLAN", "dueBasis.budget"),
                                contains(30)).body("dates.planDueOn", is(today.plusDays(30).toString())).body(
                                        "dates.deadline", is(today.plusMonths(3).toString()));
    }

    @Test
    void aSubmittedPlanMeetsItsDeadlineAndAReturnedOneReopensIt() {
        CaseStory story = nominated().confirm().plan();
        seen(story).body(of("PLAN", "state"), contains("MET")).body(of("PLAN", "endedOn"),
                contains(today.toString())).body(of("MEASURE", "state"), contains("OPEN", "OPEN"));
        CaseStory other = new CaseStory(cast).nominate(seen(story).extract().jsonPath().getLong("roundId"),
                world.branch(2)).confirm();
        other.move("township", "{\"action\": \"START_PLANNING\"}");
        planOneMeasureEach(other);
        other.move("township", "{\"action\": \"SUBMIT_PLAN\"}").move("county_org",
                "{\"action\": \"RETURN_PLAN\", \"reason\": \"措施不实\"}");
        seen(other).body(of("PLAN", "state"), contains("OPEN")).body(of("PLAN", "history.kind"),
                contains(List.of("SET", "MET", "REOPENED"))).body(of("PLAN", "history[0][2].reason"),
                        is("措施不实"));
    }

    private void planOneMeasureEach(CaseStory story) {
        List<Integer> problems = seen(story).extract().path("problems.id");
        problems.forEach(problem -> cast.send("township", "POST", "/cases/" + story.caseId() + "/measures",
                """
                        {"problemId": %d, "kind": "ORDINARY", "description": "开会", "startsOn": "%s", "dueOn": "%2$s",
                         "accountable": {"name": "王委员", "post": "副书记", "unit": "镇党委"}}""".formatted(problem,
                        today),
                etag(story)));
        story.refresh("township");
    }

    private String etag(CaseStory story) {
        return cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId()).header("ETag");
    }

    @Test
    void theWholeLifeMeetsEveryDeadline() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().transform();
        seen(story).body("deadlines.findAll { it.kind != 'LOOK_BACK' }.state.unique()", contains("MET")).body(
                of("LOOK_BACK", "state"), contains("OPEN", "OPEN", "OPEN")).body(of("LOOK_BACK", "dueOn"),
                        contains(today.plusMonths(3).toString(), today.plusMonths(6).toString(),
                                today.plusMonths(12).toString()));
    }

    @Test
    void aFailedAcceptanceAndARevocationSetANewDateAndKeepTheOldOnes() {
        LocalDate second = today.plusDays(100);
        LocalDate third = today.plusDays(200);
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().move("county_org", """
                {"action": "BASICALLY_PASS", "tasks": ["巩固"], "secondCheckOn": "%s"}""".formatted(
                today.plusDays(20)));
        seen(story).body(of("SECOND_CHECK", "dueOn"), contains(today.plusDays(20).toString()));
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET second_check_on = ? WHERE id = ?",
                today, story.caseId()));
        story.check().move("county_org", """
                {"action": "FAIL_ACCEPTANCE", "reason": "整改不到位", "deadline": "%s"}""".formatted(second));
        seen(story).body(of("CASE", "dueOn"), contains(second.toString())).body(of("CASE", "originalDueOn"),
                contains(today.plusMonths(3).toString())).body("dates.secondCheckOn", nullValue());
        story.rectify().applyForAcceptance().check().transform().relapse().move("city_org", """
                {"action": "REVOKE", "reason": "反弹", "deadline": "%s"}""".formatted(third));
        seen(story).body(of("CASE", "history.newDueOn"), contains(List.of(today.plusMonths(3).toString(),
                second.toString(), second.toString(), third.toString()))).body(of("CASE", "history.kind"),
                        contains(List.of("SET", "SET", "MET", "SET"))).body(of("CASE", "state"),
                                contains("OPEN")).body(of("LOOK_BACK", "state").replace("state", "state.unique()"),
                                        contains("MET", "CANCELLED"));
    }

    @Test
    void aCancelledCaseCancelsWhatIsOpen() {
        CaseStory story = nominated().confirm().plan().move("county_org",
                "{\"action\": \"CANCEL\", \"reason\": \"撤并\", \"outcome\": \"MERGED\"}");
        seen(story).body("deadlines.findAll { it.kind != 'PLAN' }.state.unique()", contains("CANCELLED")).body(
                of("CASE", "history[0][1].reason"), is("撤并"));
    }
}
