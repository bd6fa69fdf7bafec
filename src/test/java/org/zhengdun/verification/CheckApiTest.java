package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class CheckApiTest {

    private final Jdbi jdbi;
    private final AcceptanceResults results;
    private World.Person proposer;
    private SampleCase subject;
    private Api county;
    private CheckTeam team;

    @Inject
    CheckApiTest(Jdbi jdbi, AcceptanceResults results) {
        this.jdbi = jdbi;
        this.results = results;
    }

    @BeforeEach
    void applyForAcceptance() {
        World world = World.create(jdbi);
        proposer = world.person(Role.TOWNSHIP, world.township());
        subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "ACCEPTANCE");
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        team = new CheckTeam(subject, county, "inspector-" + subject.caseId());
    }

    @Test
    void pinsTheNationalChecklistAndLetsTheTeamSeeTheCase() {
        String check = team.formed();

        team.inspector().get(check).statusCode(200).body("checklistId", is(1)).body("edition", is(1)).body("items",
                hasSize(28)).body("team.leader", contains(true)).body("passed", is(false));
        team.inspector().get("/api/v1/checklists/1").statusCode(200);
    }

    @Test
    void formsOneUnfinishedCheckAtATimeAndOnlyInAcceptance() {
        team.formed();
        team.form().statusCode(409).body("type", is("urn:zhengdun:problem:already-exists"));
        subject.put("RECTIFYING");
        team.form().statusCode(409).body("type", is("urn:zhengdun:problem:state-conflict"));
    }

    @Test
    void keepsProposersAndHelpersOffTheTeam() {
        county.post(subject.path("checks"), subject.etag(), CheckTeam.team(proposer.subject())).statusCode(403).body(
                "rule", is("participant-is-not-inspector"));

        String helper = "helper-" + subject.caseId();
        county.post(subject.path("helpers"), subject.etag(), helperBody(helper)).statusCode(201);
        county.post(subject.path("checks"), subject.etag(), CheckTeam.team(helper)).statusCode(403).body("rule",
                is("helper-is-not-inspector"));
    }

    @Test
    void keepsInspectorsFromHelping() {
        team.formed();
        county.post(subject.path("helpers"), subject.etag(), helperBody(team.leader())).statusCode(
                403).body("rule", is("inspector-takes-no-other-part"));
    }

    @Test
    void theDatabaseKeepsHelpersAndInspectorsApartToo() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_assignment (account_id, case_id, role, unit_id, valid_from)
                VALUES (:account, :case, 'INSPECTOR', 1, now())""").bind("account", proposer.accountId()).bind("case",
                subject.caseId()).execute())).hasMessageContaining("cannot be INSPECTOR");
    }

    @Test
    void refusesTeamsWithoutLeaderAndForeignChecklists() {
        county.post(subject.path("checks"), subject.etag(),
                CheckTeam.team("x").replace("true", "false")).statusCode(422).body("errors[0].pointer", is("/team"));
        county.post(subject.path("checks"), subject.etag(),
                CheckTeam.team("x").replace("{\"heldOn\"", "{\"checklistId\":999999,\"heldOn\"")).statusCode(422).body(
                        "errors[0].pointer", is("/checklistId"));
    }

    @Test
    void onlyTheTeamRecords() {
        String check = team.formed();
        county.put(check + "/answers", subject.etag(), "{\"items\":[{\"code\":\"A1\",\"score\":3}]}").statusCode(
                403).body("rule", is("not-on-the-team"));
    }

    @Test
    void refusesScoresAndBallotsThatCannotBe() {
        String check = team.formed();
        team.answer(check, """
                {"code":"A1","score":6.5},{"code":"B1","notApplicable":true},{"code":"V1","score":1}""").statusCode(
                422).body("errors.pointer",
                        contains("/items/0/score", "/items/1/notApplicable", "/items/2/score"));
        team.inspector().put(check + "/ballots", subject.etag(),
                CheckTeam.BALLOTS.replace("\"dissatisfied\":2", "\"dissatisfied\":3")).statusCode(422).body(
                        "errors.pointer", contains("/aspects/0"));
    }

    @Test
    void namesEverythingThatCompletionMisses() {
        String check = team.formed();
        team.answer(check, "{\"code\":\"A1\",\"score\":6}").statusCode(200).body("scorecard.score", is(6.0f));

        team.complete(check).statusCode(422).body("errors.pointer",
                hasItems("/items/A1/evidence", "/items/A2", "/items/V1", "/ballots"));
    }

    @Test
    void completesWithArithmeticAndGates() {
        String check = team.formed();
        team.answer(check, team.allItems(check)).statusCode(200);
        team.answer(check, """
                {"code":"A2","notApplicable":true},{"code":"C2","score":2.5,"evidence":"照片"}""").statusCode(200);
        team.inspector().put(check + "/ballots", subject.etag(), CheckTeam.BALLOTS).statusCode(200);

        team.complete(check).statusCode(200).body("state", is("COMPLETED")).body("scorecard.earned",
                is(87.5f)).body("scorecard.possible", is(95)).body("scorecard.notApplicable", is(5)).body(
                        "scorecard.score", is(92.1f)).body("assessment.raters", is(19)).body(
                                "assessment.satisfaction.percent", is(89.5f)).body("gates.passed",
                                        everyItem(is(true))).body("conclusion", is("同意通过"));
        county.get(subject.path("checks")).statusCode(200).body("items.passed", contains(true)).body("items.score",
                contains(92.1f));

        AcceptanceResult result = results.latest(subject.caseId()).orElseThrow();
        assertThat(result.completed()).isTrue();
        assertThat(result.failedGates(Sheets.GATES)).isEmpty();
        assertThat(result.failedItems(Sheets.GATES)).extracting(AcceptanceResult.FailedItem::code).containsExactly(
                "C2");
    }

    @Test
    void aCompletedCheckIsImmutable() {
        String check = team.formed();
        team.answer(check, team.allItems(check));
        team.inspector().put(check + "/ballots", subject.etag(), CheckTeam.BALLOTS).statusCode(200);
        team.complete(check).statusCode(200);

        team.answer(check, "{\"code\":\"A1\",\"score\":1}").statusCode(409);
        team.complete(check).statusCode(409).body("type", is("urn:zhengdun:problem:state-conflict"));
        assertThatThrownBy(() -> update("UPDATE check_answer SET score = 1 WHERE check_id IN "
                + "(SELECT id FROM acceptance_check WHERE case_id = ?)")).hasMessageContaining("immutable");
        assertThatThrownBy(() -> update("UPDATE acceptance_check SET state = 'RUNNING', completed_at = NULL "
                + "WHERE case_id = ?")).hasMessageContaining("immutable");
    }

    @Test
    void listsEveryGateThatFailed() {
        String check = team.formed();
        team.answer(check, team.allItems(check).replaceAll("\"score\":\\d+", "\"score\":1").replace(
                "\"V1\",\"vetoTriggered\":false", "\"V1\",\"vetoTriggered\":true")).statusCode(200);
        team.inspector().put(check + "/ballots", subject.etag(), CheckTeam.BALLOTS.replace("\"satisfied\":14",
                "\"satisfied\":2").replace("\"dissatisfied\":2", "\"dissatisfied\":14")).statusCode(200);
        team.complete(check).statusCode(200).body("gates.findAll { !it.passed }.name",
                contains("SCORE", "SATISFACTION", "DISSATISFACTION", "VETO")).body("scorecard.vetoes",
                        contains("V1"));

        assertThat(results.latest(subject.caseId()).orElseThrow().failedGates(Sheets.GATES)).extracting(
                Message::code).containsExactly("acceptance-gate.score", "acceptance-gate.satisfaction",
                        "acceptance-gate.dissatisfaction", "acceptance-gate.veto");
    }

    private static String helperBody(String name) {
        return """
                {"kind":"WORK_TEAM","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"2026-03-01"}""".formatted(
                name);
    }

    private void update(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql, subject.caseId()));
    }
}
