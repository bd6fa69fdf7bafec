package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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

/** A merge or closing of branches goes round no rule of their cases. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class EndingObstaclesTest {

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

    private CaseStory confirmed(int branch) {
        return new CaseStory(cast).nominate(round, world.branch(branch)).confirm();
    }

    private CaseStory inAcceptance(int branch) {
        return confirmed(branch).plan().rectify().applyForAcceptance();
    }

    private CaseStory transformed(int branch) {
        return inAcceptance(branch).check().transform();
    }

    private CaseAtHand atHand(CaseStory story) {
        return new CaseAtHand(jdbi, cast, story.caseId());
    }

    private Response end(int branch, String how, String body, boolean dryRun) {
        String path = "/api/v1/org-units/" + world.branch(branch);
        String etag = cast.as(Role.PROVINCE_ORG).get(path).then().extract().header("ETag");
        return cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match", etag).queryParam("dryRun",
                dryRun).body(body).post(path + "/" + how);
    }

    private ValidatableResponse merge(int branch, int successor, boolean dryRun) {
        return end(branch, "merge",
                "{\"successorId\": %d, \"reason\": \"并村\"}".formatted(world.branch(successor)), dryRun).then();
    }

    private ValidatableResponse form(CaseAtHand subject, World.Person leader) {
        return subject.post(Role.COUNTY_ORG, "/checks", subject.etag(),
                """
                        {"heldOn": "%s", "team": [{"subject": "%s", "name": "孙组长", "post": "科长", "unit": "市委组织部", "leader": true}]}""".formatted(
                        CaseAtHand.today(), leader.subject())).then();
    }

    private void revoke(World.Person person) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE access_grant SET revoked_at = now() WHERE account_id = ? AND role = 'BRANCH'",
                person.accountId()));
    }

    private void assertStays(CaseAtHand subject, int branch, Runnable attempts) {
        String before = subject.trace();
        attempts.run();
        assertThat(subject.trace()).isEqualTo(before);
        cast.as(Role.PROVINCE_ORG).get("/api/v1/org-units/" + world.branch(branch)).then().body("closedOn",
                nullValue());
    }

    @Test
    void membersOfTheSuccessorDoNotVerifyTheCaseThatItTookOver() {
        World.Person member = world.person(Role.BRANCH, world.branch(2));
        CaseAtHand subject = atHand(inAcceptance(1));
        merge(1, 2, false).statusCode(201).body("cases.fate", contains("HANDED_OVER"));
        revoke(member);
        form(subject, member).statusCode(403).body("detail", containsString("支部"));
        form(subject, world.person(Role.COUNTY_ORG, world.county())).statusCode(201);
    }

    @Test
    void noCaseGoesToTheBranchOfWhoVerifiesIt() {
        World.Person leader = world.person(Role.BRANCH, world.branch(2));
        CaseAtHand subject = atHand(inAcceptance(1));
        String number = subject.get(Role.COUNTY_ORG).path("number");
        form(subject, leader).statusCode(201);
        assertStays(subject, 1, () -> {
            for (boolean dryRun : new boolean[]{true, false}) {
                merge(1, 2, dryRun).statusCode(409).body("type", is("urn:zhengdun:problem:gates-not-met")).body(
                        "refusals.code", contains("org.inspector-of-successor")).body("refusals[0].message",
                                containsString(number));
            }
        });
        merge(1, 3, true).statusCode(201);
        revoke(leader);
        merge(1, 2, false).statusCode(201);
    }

    @Test
    void theDatabaseHandsNoCaseOverToTheBranchOfWhoVerifiesIt() {
        World.Person leader = world.person(Role.BRANCH, world.branch(2));
        CaseAtHand subject = atHand(inAcceptance(1));
        form(subject, leader).statusCode(201);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET branch_id = ? WHERE id = ?", world.branch(2),
                subject.id()))).hasMessageContaining("cannot be BRANCH_MEMBER");
    }

    @Test
    void aRelapseOnRecordDoesNotVanishWithItsBranch() {
        CaseAtHand fallen = atHand(transformed(1).relapse());
        CaseAtHand active = atHand(confirmed(2));
        String number = fallen.get(Role.COUNTY_ORG).path("number");
        assertStays(fallen, 1, () -> {
            for (boolean dryRun : new boolean[]{true, false}) {
                assertKept(merge(1, 2, dryRun), number);
                assertKept(merge(2, 1, dryRun), number);
                assertKept(end(1, "closing", "{\"reason\": \"撤销\"}", dryRun).then(), number);
            }
        });
        fallen.move(Role.CITY_ORG, fallen.etag(), CaseAction.REVOKE).then().statusCode(201);
        merge(1, 2, false).statusCode(201).body("cases.fate", contains("HANDED_OVER", "CANCELLED_AS_MERGED"));
        fallen.get(Role.COUNTY_ORG).then().body("state", is("RECTIFYING"));
        active.get(Role.COUNTY_ORG).then().body("state", is("CANCELLED"));
    }

    private static void assertKept(ValidatableResponse refused, String number) {
        refused.statusCode(409).body("refusals.code", contains("org.case-not-cancelled",
                "gate.relapse-on-record")).body("refusals[0].message", containsString(number));
    }

    @Test
    void aTransformedBranchWithNothingOnRecordIsStillClosed() {
        transformed(1);
        end(1, "closing", "{\"reason\": \"撤销\"}", false).then().statusCode(201).body("cases.fate",
                contains("CANCELLED_AS_DISSOLVED"));
    }

    @Test
    void theCyclesOfAMergedBranchSayWhereItsCaseWent() {
        CaseAtHand subject = atHand(confirmed(1));
        cycles(Role.TOWNSHIP, 1).body("items[0].handedOver", nullValue());
        merge(1, 2, false).statusCode(201);
        JsonPath former = cycles(Role.TOWNSHIP, 1).body("items.caseId",
                contains((int) subject.id())).extract().jsonPath();
        assertThat(former.getInt("items[0].handedOver.branchId")).isEqualTo(world.branch(2));
        assertThat(former.getString("items[0].handedOver.branchName")).isEqualTo("2村党支部");
        cycles(Role.TOWNSHIP, 2).body("items.caseId", contains((int) subject.id())).body("items[0].handedOver",
                nullValue());
        cycles(Role.TOWNSHIP, 3).body("items.caseId", not(hasItem((int) subject.id())));
    }

    private ValidatableResponse cycles(Role role, int branch) {
        return cast.as(role).get("/api/v1/branches/" + world.branch(branch) + "/cycles").then().statusCode(200);
    }

    @Test
    void noBranchEndsMoreThanAYearAgo() {
        for (boolean dryRun : new boolean[]{true, false}) {
            end(3, "closing", "{\"effectiveOn\": \"1950-01-01\", \"reason\": \"补录\"}", dryRun).then().statusCode(
                    422).body("errors.pointer", contains("/effectiveOn")).body("errors[0].message",
                            containsString(CaseAtHand.today().minusDays(366).toString()));
        }
    }
}
