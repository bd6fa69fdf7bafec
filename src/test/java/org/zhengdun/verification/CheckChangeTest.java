package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.hasKey;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A check whose team cannot finish it is mended: other members, or another check; and who reads what meanwhile. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class CheckChangeTest {

    private static final String ONE_ANSWER = "{\"code\":\"A1\",\"score\":3}";

    @Inject
    Jdbi jdbi;

    private World world;
    private World.Person proposer;
    private SampleCase subject;
    private Api county;
    private CheckTeam mistyped;
    private CheckTeam team;

    @BeforeEach
    void applyForAcceptance() {
        world = World.create(jdbi);
        proposer = world.person(Role.TOWNSHIP, world.township());
        subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "ACCEPTANCE");
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        mistyped = new CheckTeam(subject, county, "mistyped-" + subject.caseId());
        team = new CheckTeam(subject, county, "inspector-" + subject.caseId());
    }

    private ValidatableResponse replace(String check, String subjectName) {
        return county.put(check + "/team", subject.etag(), """
                {"reason":"账号录入有误","team":[
                {"subject":"%s","name":"王五","post":"科长","unit":"县委组织部","leader":true}]}""".formatted(subjectName));
    }

    private ValidatableResponse cancel(Api by, String check) {
        return by.post(check + "/cancel", subject.etag(), "{\"reason\":\"组长患病\"}");
    }

    @Test
    void aMistypedMemberIsReplacedBeforeAnythingIsRecorded() {
        String check = mistyped.formed();
        mistyped.inspector().get(check).statusCode(200);
        replace(check, team.leader()).statusCode(200).body("team.subject", contains(team.leader())).body(
                "formerTeam.subject", contains(mistyped.leader())).body("formerTeam.reason", contains("账号录入有误"));
        mistyped.inspector().get(check).statusCode(403);
        mistyped.answer(check, ONE_ANSWER).statusCode(403);
        team.answer(check, ONE_ANSWER).statusCode(200);
        new Api(proposer.token()).get(subject.path("timeline")).body("items[-1].kind", is("check.team-replaced")).body(
                "items[-1].reason", is("账号录入有误"));
        assertThat(audited("check.team-replaced")).isEqualTo(1);
    }

    @Test
    void whoComesBackToTheTeamSeesTheCaseAgain() {
        String check = mistyped.formed();
        replace(check, team.leader()).statusCode(200);
        replace(check, mistyped.leader()).statusCode(200).body("formerTeam.subject",
                contains(mistyped.leader(), team.leader()));
        mistyped.answer(check, ONE_ANSWER).statusCode(200);
        team.inspector().get(check).statusCode(403);
    }

    @Test
    void nobodyWithAPartInTheCaseComesOntoTheTeam() {
        String check = mistyped.formed();
        replace(check, proposer.subject()).statusCode(403).body("rule", is("participant-is-not-inspector"));
        mistyped.inspector().get(check).statusCode(200).body("team.subject", contains(mistyped.leader()));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                "UPDATE check_member SET account_id = ? WHERE check_id = ?", proposer.accountId(),
                id(check)))).hasMessageContaining("cannot be INSPECTOR");
    }

    @Test
    void aTeamThatRecordedIsNotReplacedButItsCheckCancelled() {
        String check = team.formed();
        team.answer(check, ONE_ANSWER).statusCode(200);
        replace(check, mistyped.leader()).statusCode(409);
        cancel(county, check).statusCode(200).body("state", is("CANCELLED")).body("cancelReason", is("组长患病")).body(
                "items.find { it.code == 'A1' }.score", is(3.0f));
        team.inspector().get(check).statusCode(403);
        cancel(county, check).statusCode(409);
        replace(check, mistyped.leader()).statusCode(409);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                "UPDATE check_answer SET score = 6 WHERE check_id = ?", id(check)))).hasMessageContaining("immutable");

        mistyped.formed();
        county.get(subject.path("checks")).body("items.state", contains("CANCELLED", "RUNNING"));
        new Api(proposer.token()).get(check).statusCode(200).body("state", is("CANCELLED")).body("$",
                not(hasKey("items")));
    }

    @Test
    void aCancelledCheckIsNoResult() {
        String check = team.formed();
        cancel(county, check).statusCode(200);
        county.post(subject.path("transitions"), subject.etag(), "{\"action\":\"TRANSFORM\"}").statusCode(409).body(
                "refusals[0].code", is("gate.check-not-completed"));
        assertThat(audited("check.cancelled")).isEqualTo(1);
    }

    @Test
    void aCheckEndsWithItsCase() {
        String check = team.formed();
        team.answer(check, ONE_ANSWER).statusCode(200);
        county.post(subject.path("transitions"), subject.etag(),
                "{\"action\":\"CANCEL\",\"reason\":\"村改社区，支部撤销\",\"outcome\":\"DISSOLVED\"}").statusCode(201);
        county.get(check).statusCode(200).body("state", is("CANCELLED")).body("cancelReason", is("村改社区，支部撤销")).body(
                "items.find { it.code == 'A1' }.score", is(3.0f));
        team.inspector().get(check).statusCode(403);
    }

    @Test
    void onlyTheLevelThatFormedTheCheckMendsIt() {
        String check = team.formed();
        Api city = new Api(world.user(Role.CITY_ORG, world.city()));
        cancel(city, check).statusCode(403).body("rule", is("wrong-level"));
        cancel(new Api(proposer.token()), check).statusCode(403);
        World elsewhere = World.create(jdbi);
        cancel(new Api(elsewhere.user(Role.COUNTY_ORG, elsewhere.county())), check).statusCode(404);
        county.put(check + "/team", subject.etag(),
                """
                        {"reason":"更换","team":[{"subject":"a","name":"王五","post":"科长","unit":"县委组织部","leader":false}]}""").statusCode(
                        422).body("errors.pointer", contains("/team"));
        county.put(check + "/team", "\"99\"", "{\"reason\":\" \",\"team\":[]}").statusCode(422);
    }

    @Test
    void officialsOfTheCityRecordInAJointTeam() {
        World.Person official = world.person(Role.CITY_ORG, world.city());
        String check = new CheckTeam(subject, county, official.subject()).formed();
        new Api(official.token()).put(check + "/answers", subject.etag(),
                "{\"items\":[" + ONE_ANSWER + "]}").statusCode(
                        200);
        new Api(world.user(Role.CITY_ORG, world.city())).put(check + "/answers", subject.etag(),
                "{\"items\":[" + ONE_ANSWER + "]}").statusCode(403).body("rule", is("not-on-the-team"));
    }

    @Test
    void untilItIsCompletedTheCheckedLearnThatItRunsAndNotWhatIsRecorded() {
        String check = team.formed();
        team.answer(check, team.allItems(check)).statusCode(200);
        Api checked = new Api(proposer.token());
        checked.get(check).statusCode(200).body("team", hasSize(1)).body("heldOn", is("2026-11-20")).body("state",
                is("RUNNING")).body("$", not(hasKey("items"))).body("$", not(hasKey("scorecard"))).body("$",
                        not(hasKey("gates"))).body("$", not(hasKey("passed")));
        checked.get(subject.path("checks")).body("items[0].state", is("RUNNING")).body("items[0].score",
                nullValue()).body("items[0].gates", nullValue());
        checked.get(subject.path("timeline")).body("items.kind", contains("check.formed"));
        county.get(check).body("items.find { it.code == 'A1' }.score", is(6.0f)).body("items", hasSize(28));
        team.inspector().put(check + "/ballots", subject.etag(), CheckTeam.BALLOTS).statusCode(200);
        team.complete(check).statusCode(200);
        new Api(proposer.token()).get(check).body("items", hasSize(28)).body("passed", is(true));
    }

    @Test
    void theEntityTagOfAHiddenCheckIsNotTheOneOfAnOpenOne() {
        String check = team.formed();
        team.answer(check, ONE_ANSWER).statusCode(200);
        String open = county.get(check).extract().header("ETag");
        String hidden = new Api(proposer.token()).get(check).extract().header("ETag");
        assertThat(hidden).isNotEqualTo(open);
        assertThat(hidden.split("-", -1)[0]).isEqualTo(open.split("-", -1)[0]);
    }

    private static long id(String check) {
        return Long.parseLong(check.substring(check.lastIndexOf('/') + 1));
    }

    private int audited(String action) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM audit_entry a JOIN acceptance_check k ON k.id::text = a.entity_id
                WHERE a.action = :action AND a.entity = 'check' AND k.case_id = :case""").bind("action", action).bind(
                "case", subject.caseId()).mapTo(Integer.class).one());
    }
}
