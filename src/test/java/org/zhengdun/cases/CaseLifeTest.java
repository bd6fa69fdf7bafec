package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Objects;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseLifeTest {

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

    private CaseStory nominated() {
        return new CaseStory(cast).nominate(round, world.branch(1));
    }

    @Test
    void leadsOneCaseFromNominationToClosing() {
        CaseStory story = nominated().confirm().plan().rectify().applyForAcceptance().check().transform().close();

        cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId()).then().statusCode(200).header("ETag",
                startsWith(version(story))).body("state", is("CLOSED")).body("outcome", is("TRANSFORMED")).body(
                        "problems.state", is(List.of("CLOSED", "CLOSED"))).body("allowedTransitions", empty());
        List<String> moves = cast.as(Role.COUNTY_ORG).get(
                "/api/v1/cases/" + story.caseId() + "/timeline").then().statusCode(200).extract().path(
                        "items.findAll { it.kind.startsWith('move.') }.kind");
        assertThat(moves).containsExactly("move.NOMINATE", "move.SUBMIT", "move.CONFIRM", "move.START_PLANNING",
                "move.SUBMIT_PLAN", "move.APPROVE_PLAN", "move.SELF_CHECK", "move.APPLY_FOR_ACCEPTANCE",
                "move.TRANSFORM", "move.CLOSE");
        assertThat(count("notice", story)).isEqualTo(moves.size());
    }

    @Test
    void aClosedBranchThatFallsBackBecomesANewCycle() {
        CaseStory first = nominated().confirm().plan().rectify().applyForAcceptance().check().transform().close();
        CaseStory second = nominated();

        cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + second.caseId()).then().body("cycle", is(2)).body("formerCaseId",
                is((int) first.caseId()));
    }

    @Test
    void refusesASecondActiveCaseOfABranch() {
        nominated();
        cast.as(Role.TOWNSHIP).contentType("application/json").body(nomination()).post(
                "/api/v1/cases").then().statusCode(409).body("type", is("urn:zhengdun:problem:already-exists"));
    }

    @Test
    void refusesTheProposersOwnDecision() {
        Response created = cast.as(Role.COUNTY_ORG).contentType("application/json").body(nomination()).post(
                "/api/v1/cases");
        long id = created.jsonPath().getLong("id");
        String submitted = cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match",
                created.header("ETag")).body("{\"action\": \"SUBMIT\", \"meetingOn\": \"2026-01-05\"}").post(
                        "/api/v1/cases/" + id + "/transitions").then().statusCode(201).extract().header("ETag");
        cast.as(Role.COUNTY_ORG).contentType("application/json").header("If-Match", submitted).body(
                "{\"action\": \"CONFIRM\", \"decidedOn\": \"2026-01-06\", \"documentNumber\": \"1\"}").post(
                        "/api/v1/cases/" + id + "/transitions").then().statusCode(403).body("rule",
                                is("proposer-is-not-decider"));
        cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + id).then().body("allowedTransitions.action",
                contains("CANCEL"));
    }

    @Test
    void refusesADecisionByTheTownshipNamingTheRule() {
        CaseStory story = nominated();
        cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match", story.etag()).body(
                "{\"action\": \"CONFIRM\", \"decidedOn\": \"2026-01-06\", \"documentNumber\": \"1\"}").post(
                        "/api/v1/cases/" + story.caseId() + "/transitions").then().statusCode(403).body("rule",
                                is("wrong-level"));
    }

    @Test
    void listsEveryUnmetGateAtOnce() {
        CaseStory story = nominated().confirm().move("township", "{\"action\": \"START_PLANNING\"}");
        cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match", story.etag()).body(
                "{\"action\": \"SUBMIT_PLAN\"}").post(
                        "/api/v1/cases/" + story.caseId() + "/transitions").then().statusCode(409).body("type",
                                is("urn:zhengdun:problem:gates-not-met")).body("refusals.code",
                                        hasItem("gate.problem-without-measure"));
        cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId()).then().header("ETag",
                startsWith(version(story))).body(
                        "blockedTransitions.action", contains("SUBMIT_PLAN"));
    }

    @Test
    void refusesANominationWithoutAFactAtItsPointer() {
        cast.as(Role.TOWNSHIP).contentType("application/json").body(
                """
                        {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                         "problems": [{"category": "W04", "source": "走访"}, {"category": "W99", "fact": " ", "source": "走访"}]}""".formatted(
                        round, world.branch(1))).post("/api/v1/cases").then().statusCode(422).body("errors.pointer",
                                contains("/problems/0/fact", "/problems/1/fact"));
        int stored = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM rectification_case WHERE round_id = :round").bind("round", round).mapTo(
                        Integer.class).one());
        assertThat(stored).isZero();
    }

    private String nomination() {
        return """
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round, world.branch(1));
    }

    private int count(String table, CaseStory story) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE case_id = :case").bind("case",
                        story.caseId()).mapTo(Integer.class).one());
    }

    /** The part of the entity tag that names the version. */
    private static String version(CaseStory story) {
        return Objects.requireNonNull(story.etag()).replaceFirst("\"$", "-");
    }
}
