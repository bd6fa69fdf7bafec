package org.zhengdun.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The turns that a case takes besides the straight way. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseTurnsTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;

    @BeforeEach
    void someoneWorks() {
        world = World.create(jdbi);
        cast = new Cast(world);
    }

    private CaseStory nominated() {
        return new CaseStory(cast).nominate(cast.openRound(), world.branch(1));
    }

    private static String body(CaseAction action) {
        return Moves.body(action, CaseAtHand.today()).toString();
    }

    private ValidatableResponse seen(CaseStory story, Role role) {
        return cast.as(role).get("/api/v1/cases/" + story.caseId()).then().statusCode(200);
    }

    @Test
    void thePlanIsHashedWhenItIsApproved() {
        CaseStory story = nominated().confirm().plan();
        CaseStory other = new CaseStory(cast);
        seen(story, Role.COUNTY_ORG).body("state", is("RECTIFYING")).body("planHash.length()", is(64));
        seen(other.nominate(roundOf(story), world.branch(2)).confirm().move("township",
                body(CaseAction.START_PLANNING)), Role.TOWNSHIP).body("planHash", nullValue());
    }

    private long roundOf(CaseStory story) {
        return seen(story, Role.TOWNSHIP).extract().jsonPath().getLong("roundId");
    }

    @Test
    void aCaseThatOnlyBasicallyPassesNeedsASecondCheck() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().move("county_org",
                body(CaseAction.BASICALLY_PASS));
        seen(story, Role.COUNTY_ORG).body("state", is("ACCEPTANCE")).body("dates.secondCheckOn",
                is(CaseAtHand.today().plusDays(90).toString())).body("allowedTransitions.action",
                        contains("CANCEL")).body("blockedTransitions.action",
                                contains("TRANSFORM", "BASICALLY_PASS", "FAIL_ACCEPTANCE")).body(
                                        "blockedTransitions[0].missing.code",
                                        contains("gate.check-not-completed", "gate.problem-open"));
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET second_check_on = ? WHERE id = ?",
                CaseAtHand.today(), story.caseId()));
        seen(story.rectify().check().transform(), Role.COUNTY_ORG).body("state", is("TRANSFORMED"));
    }

    @Test
    void aFailedCaseGoesBackToWorkWithANewDeadlineAndItsHelpers() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().move("county_org",
                body(CaseAction.FAIL_ACCEPTANCE));
        seen(story, Role.HELPER).body("state", is("RECTIFYING")).body("failedAcceptances", is(1)).body(
                "dates.deadline", is(CaseAtHand.today().plusDays(90).toString())).body("dates.originalDeadline",
                        is(CaseAtHand.today().plusMonths(3).toString()));
        seen(story.rectify().applyForAcceptance(), Role.COUNTY_ORG).body("blockedTransitions[0].missing.code",
                contains("gate.check-not-completed"));
        seen(story.check().transform(), Role.COUNTY_ORG).body("outcome", is("TRANSFORMED"));
    }

    @Test
    void observationKeepsACaseOpenUntilTheLookBacksAreHeld() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().transform();
        seen(story, Role.COUNTY_ORG).body("allowedTransitions.action", contains("CANCEL")).body(
                "blockedTransitions.action", contains("REVOKE", "CLOSE")).body("blockedTransitions[0].missing.code",
                        contains("gate.no-relapse-on-record")).body("blockedTransitions[1].missing.code",
                                contains("gate.observation-running", "gate.look-back-open"));
        seen(story, Role.CITY_ORG).body("allowedTransitions", empty()).body("blockedTransitions.action",
                contains("REVOKE"));
    }

    @Test
    void theCityRevokesAfterARelapseAndItCounts() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().transform().relapse().move(
                "city_org", body(CaseAction.REVOKE));
        seen(story, Role.COUNTY_ORG).body("state", is("RECTIFYING")).body("relapses", is(1)).body("outcome",
                nullValue()).body("dates.observationEndsOn", nullValue());
        cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + story.caseId() + "/look-backs").then().body(
                "items.findAll { it.result == null }.cancelled.unique()", contains(true));
        seen(story.rectify().applyForAcceptance().check().transform(), Role.COUNTY_ORG).body("state",
                is("TRANSFORMED"));
    }

    @Test
    void aLookBackThatFindsARelapseLetsTheCountyRevoke() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().transform().relapse();
        seen(story, Role.COUNTY_ORG).header("ETag",
                startsWith(String.valueOf(story.etag()).replaceFirst("\"$", "-"))).body(
                        "allowedTransitions.action",
                        contains("REVOKE")).body("blockedTransitions.action", containsInAnyOrder("CLOSE", "CANCEL"));
    }

    @Test
    void anOpenProblemMayStayPendingWithItsReasonUntilAcceptance() {
        CaseStory story = nominated().confirm().plan();
        int problem = seen(story, Role.TOWNSHIP).extract().path("problems[0].id");
        int other = seen(story, Role.TOWNSHIP).extract().path("problems[1].id");
        story.move("township", """
                {"action": "SELF_CHECK", "selfCheck": "部分问题待解决", "pending": [
                  {"problemId": %d, "reason": "等待换届"}, {"problemId": %d, "reason": "等待拨款"}]}""".formatted(problem,
                other)).move("township", body(CaseAction.APPLY_FOR_ACCEPTANCE));
        seen(story, Role.TOWNSHIP).body("problems.pendingReason", contains("等待换届", "等待拨款"));
        seen(story, Role.COUNTY_ORG).body("blockedTransitions.find { it.action == 'TRANSFORM' }.missing.code",
                contains("gate.check-not-completed", "gate.problem-open"));
    }

    @Test
    void aMachineThatPullsStatisticsSeesNoNames() {
        CaseStory story = nominated().confirm().plan();
        String path = "/api/v1/cases/" + story.caseId();
        seen(story, Role.STATISTICS).body("problems.measures.accountable.name.flatten().unique()", contains("*"));
        cast.as(Role.STATISTICS).get(path + "/timeline").then().statusCode(200).body("items.actor.unique()",
                contains("*")).body("items.findAll { it.data != null || it.reason != null }", empty());
        cast.as(Role.TOWNSHIP).get(path + "/timeline").then().body("items.findAll { it.data != null }.size()",
                is(12));
    }
}
