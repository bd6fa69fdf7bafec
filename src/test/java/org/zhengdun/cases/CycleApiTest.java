package org.zhengdun.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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

/** All cycles of a branch, with what is known about relapses. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CycleApiTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cast.waiveObservation();
        round = cast.openRound();
    }

    private CaseStory confirmed() {
        return new CaseStory(cast).nominate(round, world.branch(1)).confirm();
    }

    private CaseStory transformed() {
        return confirmed().plan().rectify().applyForAcceptance().check().transform();
    }

    private ValidatableResponse cycles(Role role) {
        return cast.as(role).get("/api/v1/branches/" + world.branch(1) + "/cycles").then();
    }

    private static String body(CaseAction action) {
        return Moves.body(action, CaseAtHand.today()).toString();
    }

    @Test
    void aBranchThatWasNeverListedHasNoCycles() {
        new CaseStory(cast).nominate(round, world.branch(1)).move("township", body(CaseAction.SUBMIT)).move(
                "county_org", body(CaseAction.REJECT));
        cycles(Role.TOWNSHIP).statusCode(200).body("items", empty());
    }

    @Test
    void aBranchListedAgainAfterClosingHasRelapsed() {
        CaseStory first = transformed().close();
        CaseStory second = confirmed();
        cycles(Role.TOWNSHIP).statusCode(200).body("items.caseId",
                contains((int) second.caseId(), (int) first.caseId())).body("items.cycle", contains(2, 1)).body(
                        "items.state", contains("CONFIRMED", "CLOSED")).body("items[0].formerCaseId",
                                is((int) first.caseId())).body("items.relisted", contains(true, false)).body(
                                        "items[1].relapses", contains("RELISTED_IN_WINDOW")).body("items.relapsed",
                                                contains(false, true)).body("items[1].closedAt",
                                                        notNullValue()).body("items[0].closedAt", nullValue());
    }

    @Test
    void aBranchListedAgainAfterTheWindowHasNotRelapsed() {
        CaseStory first = transformed().close();
        confirmed();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET transformed_at = transformed_at - interval '13 months' WHERE id = ?",
                first.caseId()));
        cycles(Role.COUNTY_ORG).body("items[1].relapses", contains("RELISTED_LATER")).body("items[1].relapsed",
                is(false));
    }

    @Test
    void aRevokedTransformationIsARelapseOfTheSameCycle() {
        CaseStory story = transformed();
        jdbi.useHandle(handle -> handle.execute("INSERT INTO look_back (case_id, due_on) VALUES (?, ?)",
                story.caseId(), CaseAtHand.today()));
        story.relapse().move("city_org", body(CaseAction.REVOKE));
        cycles(Role.CITY_ORG).body("items", hasSize(1)).body("items[0].state", is("RECTIFYING")).body(
                "items[0].revocations", is(1)).body("items[0].relapses", contains("REVOKED")).body("items[0].relapsed",
                        is(true));
    }

    @Test
    void aCarriedOverCycleNamesItsYears() {
        CaseStory story = confirmed();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, story.caseId());
        YearRounds.end(jdbi, subject.get(Role.COUNTY_ORG).jsonPath().getLong("roundId"));
        subject.post(Role.COUNTY_ORG, "/carry-overs", subject.etag(), YearRounds.into(
                new YearRounds(cast, world).after(1))).then().statusCode(201);
        cycles(Role.TOWNSHIP).body("items[0].firstYear", is(YearRounds.thisYear())).body("items[0].year",
                is(YearRounds.thisYear() + 1)).body("items[0].years", is(2));
    }

    @Test
    void hidesABranchOutsideTheScopeLikeOneThatDoesNotExist() {
        confirmed();
        Cast others = new Cast(World.create(jdbi));
        others.as(Role.COUNTY_ORG).get("/api/v1/branches/" + world.branch(1) + "/cycles").then().statusCode(404);
        cast.as(Role.COUNTY_ORG).get("/api/v1/branches/" + world.township() + "/cycles").then().statusCode(404);
        cast.as(Role.COUNTY_ORG).get("/api/v1/branches/999999999/cycles").then().statusCode(404);
    }
}
