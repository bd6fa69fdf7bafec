package org.zhengdun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.deadlines.Obligation;
import org.zhengdun.deadlines.Term;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.SqlRecorder;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What waits for whom. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class TaskApiTest {

    @Inject
    Jdbi jdbi;
    @Inject
    Deadlines deadlines;
    @Inject
    SqlRecorder recorder;

    private final LocalDate today = LocalDate.now(Days.ZONE);
    private World world;
    private Cast cast;
    private Inbox inbox;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        inbox = new Inbox(cast);
    }

    private CaseStory nominated(int branch) {
        if (round == 0) {
            round = cast.openRound();
        }
        return new CaseStory(inbox).nominate(round, world.branch(branch));
    }

    @Test
    void everybodySeesExactlyWhatTheStateNeedsOfHimAndActingRemovesIt() {
        cast.waiveObservation();
        nominated(1).confirm().plan().rectify().applyForAcceptance().check().transform().close();
        assertThat(inbox.seen()).containsExactly("township SUBMIT_NOMINATION", "county_org REVIEW_NOMINATION",
                "township START_PLANNING", "township SUBMIT_PLAN", "county_org APPROVE_PLAN",
                "branch FINISH_MEASURE FINISH_MEASURE, township FINISH_MEASURE FINISH_MEASURE, helper FINISH_MEASURE FINISH_MEASURE",
                "branch FINISH_MEASURE REPORT_PROBLEM_DONE, township FINISH_MEASURE REPORT_PROBLEM_DONE, "
                        + "helper FINISH_MEASURE REPORT_PROBLEM_DONE",
                "branch FINISH_MEASURE, township FINISH_MEASURE CLOSE_PROBLEM, helper FINISH_MEASURE",
                "branch FINISH_MEASURE, township FINISH_MEASURE, helper FINISH_MEASURE",
                "branch REPORT_PROBLEM_DONE, township REPORT_PROBLEM_DONE, helper REPORT_PROBLEM_DONE",
                "township CLOSE_PROBLEM", "township SELF_CHECK", "township APPLY_FOR_ACCEPTANCE",
                "county_org FORM_CHECK", "inspector RECORD_CHECK", "county_org JUDGE_ACCEPTANCE",
                "county_org CLOSE_CASE", "");
    }

    @Test
    void aReturnedNominationAndAReturnedPlanComeBackToTheTownship() {
        CaseStory story = nominated(1).move("township",
                "{\"action\": \"SUBMIT\", \"meetingOn\": \"%s\"}".formatted(today));
        story.move("county_org", "{\"action\": \"RETURN\", \"reason\": \"材料不全\"}");
        assertThat(inbox.everybody()).isEqualTo("township SUBMIT_NOMINATION");
    }

    @Test
    void aProposingCountyIsNotAskedToReviewItsOwnNomination() {
        round = cast.openRound();
        long id = cast.send("county_org", "POST", "/cases", """
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                world.branch(1)), null).id();
        cast.send("township", "POST", "/cases/" + id + "/transitions",
                "{\"action\": \"SUBMIT\", \"meetingOn\": \"%s\"}".formatted(today),
                cast.send("township", "GET", "/cases/" + id, null, null).etag());
        assertThat(inbox.everybody()).isEmpty();
        assertThat(kinds(world.user(Role.COUNTY_ORG, world.county()))).containsExactly("REVIEW_NOMINATION");
    }

    @Test
    void aRequestedExtensionWaitsForTheCountyAndTheSecondOneForTheCity() {
        CaseStory story = nominated(1).confirm().plan();
        String path = "/cases/" + story.caseId();
        decide(story, path, "\"newDueOn\": \"%s\"".formatted(today.plusDays(100)), "county_org");
        decide(story, path, "\"newDueOn\": \"%s\"".formatted(today.plusDays(110)), "city_org");
    }

    @Test
    void aRequestedSuspensionWaitsInTheSameWay() {
        CaseStory story = nominated(1).confirm().plan();
        String path = "/cases/" + story.caseId();
        decide(story, path, "\"newDueOn\": \"%s\"".formatted(today.plusDays(100)), "county_org");
        decide(story, path, "\"kind\": \"SUSPENSION\", \"resumesOn\": \"%s\"".formatted(today.plusDays(9)), "city_org");
    }

    private void decide(CaseStory story, String path, String asked, String decider) {
        JsonPath detail = cast.as(Role.TOWNSHIP).get("/api/v1" + path).jsonPath();
        long deadline = detail.getLong("deadlines.find { it.kind == 'CASE' }.id");
        cast.send("township", "POST", path + "/extensions",
                "{\"deadlineId\": %d, \"reason\": \"汛期\", \"progress\": \"过半\", %s}".formatted(
                        deadline, asked),
                cast.send("township", "GET", path, null, null).etag());
        JsonPath tasks = inbox.of(Role.ofToken(decider).orElseThrow());
        assertThat(tasks.getList("items.kind")).containsExactly("DECIDE_EXTENSION");
        assertThat(inbox.everybody()).containsOnlyOnce("DECIDE_EXTENSION");
        cast.send(decider, "POST", tasks.getString("items[0].href").substring("/api/v1".length()),
                "{\"decision\": \"APPROVE\", \"reason\": \"属实\"}",
                cast.send("township", "GET", path, null, null).etag());
        assertThat(inbox.everybody()).doesNotContain("DECIDE_EXTENSION");
        story.refresh("township");
    }

    @Test
    void aLookBackWaitsFromAWeekBeforeItsDayAndARelapseForTheCountyAndTheCity() {
        CaseStory story = nominated(1).confirm().plan().rectify().applyForAcceptance().check().transform();
        assertThat(inbox.everybody()).isEmpty();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE deadline SET base_on = ?, changed_at = now() WHERE kind = 'LOOK_BACK' AND case_id = ? AND due_on < ?",
                today.plusDays(7), story.caseId(), today.plusMonths(4)));
        assertThat(inbox.everybody()).isEqualTo("township HOLD_LOOK_BACK");
        String path = inbox.of(Role.TOWNSHIP).getString("items[0].href").substring("/api/v1".length());
        cast.send("township", "POST", path,
                "{\"heldOn\": \"%s\", \"result\": \"RELAPSED\", \"facts\": \"班子再次停摆\"}".formatted(today),
                cast.send("township", "GET", "/cases/" + story.caseId(), null, null).etag());
        assertThat(inbox.everybody()).isEqualTo("county_org REVOKE, city_org REVOKE");
    }

    @Test
    void aFailedAcceptanceLeavesItsProblemsInTheInboxOfWhoSolvesThem() {
        CaseStory story = nominated(1).confirm().plan().rectify().applyForAcceptance().check().move("county_org",
                "{\"action\": \"FAIL_ACCEPTANCE\", \"reason\": \"群众不认可\", \"deadline\": \"%s\"}".formatted(
                        today.plusDays(80)));
        assertSolvable(story, today.plusDays(80));
    }

    @Test
    void aRevocationLeavesItsProblemsInTheInboxOfWhoSolvesThem() {
        CaseStory story = nominated(
                1).confirm().plan().rectify().applyForAcceptance().check().transform().relapse().move(
                        "city_org", "{\"action\": \"REVOKE\", \"reason\": \"反弹\", \"deadline\": \"%s\"}".formatted(
                                today.plusDays(70)));
        jdbi.useHandle(handle -> handle.execute("UPDATE problem SET due_on = ? WHERE case_id = ? AND state = 'OPEN'",
                today.plusDays(20), story.caseId()));
        assertSolvable(story, today.plusDays(20));
    }

    private void assertSolvable(CaseStory story, LocalDate dueOn) {
        assertThat(inbox.everybody()).isEqualTo(
                "branch REPORT_PROBLEM_DONE, township REPORT_PROBLEM_DONE, helper REPORT_PROBLEM_DONE");
        JsonPath task = inbox.of(Role.HELPER).setRootPath("items[0]");
        assertThat(task.getString("dueOn")).isEqualTo(dueOn.toString());
        assertThat(task.getString("light")).isEqualTo(dueOn.isBefore(today.plusDays(31)) ? "YELLOW" : "GREEN");
        String path = task.getString("href").substring("/api/v1".length());
        cast.send("helper", "POST", path, """
                {"action": "MARK_DONE", "evidence": {"text": "整改到位", "occurredOn": "%s"}}""".formatted(today),
                cast.send("township", "GET", "/cases/" + story.caseId(), null, null).etag());
        assertThat(inbox.everybody()).isEqualTo("township CLOSE_PROBLEM");
    }

    @Test
    void anOpenReportWaitsForItsTownship() {
        round = cast.openRound();
        LocalDate month = today.minusMonths(3).withDayOfMonth(1);
        long report = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at)
                SELECT :round, id, ancestors, :month::date, :month::date + 35, 2, now() FROM org_unit WHERE id = :unit
                RETURNING id""").bind("round", round).bind("unit", world.township()).bind("month", month).mapTo(
                Long.class).one());
        deadlines.set(Obligation.ofUnit(DeadlineKind.REPORT, report, world.township(), 7),
                new Term.Until(month, month.plusDays(35)), Note.byRule());
        assertThat(inbox.everybody()).isEqualTo("township SUBMIT_REPORT");
        JsonPath tasks = inbox.of(Role.TOWNSHIP);
        assertThat(tasks.getString("items[0].light")).isEqualTo("RED");
        assertThat(tasks.getLong("items[0].subjectId")).isEqualTo(report);
        assertThat(tasks.getInt("items[0].unitId")).isEqualTo(world.township());
        assertThat(tasks.getString("items[0].label")).isEqualTo("报送月报");
    }

    @Test
    void pagesHaveOneOrderWithoutGapOrRepetition() {
        nominated(1);
        nominated(2).confirm();
        nominated(3).confirm().plan();
        List<String> all = inbox.of(Role.TOWNSHIP).getList("items.kind");
        assertThat(all).containsExactly("START_PLANNING", "FINISH_MEASURE", "FINISH_MEASURE", "SUBMIT_NOMINATION");
        List<String> walked = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            JsonPath page = cast.as(Role.TOWNSHIP).get(
                    "/api/v1/me/tasks?limit=1" + (cursor == null ? "" : "&cursor=" + cursor)).then().statusCode(
                            200).extract().jsonPath();
            walked.addAll(page.getList("items.kind"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(walked).isEqualTo(all);
    }

    @Test
    void othersSeeNothingOfIt() {
        nominated(1);
        int neighbour = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        assertThat(kinds(world.user(Role.TOWNSHIP, neighbour))).isEmpty();
        assertThat(kinds(world.user(Role.BRANCH, world.branch(1)))).isEmpty();
        assertThat(kinds(world.user(Role.TOWNSHIP, world.township()))).containsExactly("SUBMIT_NOMINATION");
    }

    private List<String> kinds(String token) {
        return new org.zhengdun.support.Api(token).get("/api/v1/me/tasks").statusCode(200).extract().jsonPath().getList(
                "items.kind");
    }

    @Test
    void manyTasksCostAsManyStatementsAsOne() {
        nominated(1);
        List<String> one = recorder.during(() -> inbox.of(Role.TOWNSHIP));
        nominated(2).confirm();
        nominated(3).confirm().plan();
        assertThat(recorder.during(() -> inbox.of(Role.TOWNSHIP))).containsExactlyElementsOf(one);
        assertThat(one).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tasksThatAreMovesBelongToTheRolesOfTheLifecycle() {
        JsonPath lifecycle = cast.as(Role.TOWNSHIP).get("/api/v1/lifecycle").jsonPath();
        Map<String, Set<String>> asked = TaskSource.ALL.stream().filter(
                source -> Inbox.MOVES.containsKey(source.kind().name())).collect(
                        Collectors.toMap(source -> source.kind().name(), source -> source.roles().stream().map(
                                Role::tokenName).collect(Collectors.toSet())));
        assertThat(asked.keySet()).isEqualTo(Inbox.MOVES.keySet());
        asked.forEach((kind, roles) -> assertThat(roles).as(kind).containsExactlyInAnyOrderElementsOf(
                lifecycle.getList("actions.find { it.action == '" + Inbox.MOVES.get(kind) + "' }.roles")));
    }
}
