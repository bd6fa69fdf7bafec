package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Branches that are closed or merged, and what becomes of their cases. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EndedBranchTest {

    private static final LocalDate TODAY = CaseAtHand.today();

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

    private CaseAtHand nominated(int branch) {
        return new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(round, world.branch(branch)).caseId());
    }

    private Response end(int unit, String how, String body, boolean dryRun) {
        @Nullable
        String etag = cast.as(Role.PROVINCE_ORG).get("/api/v1/org-units/" + unit).header("ETag");
        return cast.as(Role.PROVINCE_ORG).contentType("application/json").header("If-Match",
                etag == null ? "\"0\"" : etag).queryParam("dryRun",
                        dryRun).body(body).post("/api/v1/org-units/" + unit + "/" + how);
    }

    private Response close(int unit) {
        return end(unit, "closing", "{\"reason\": \"撤销\"}", false);
    }

    private Response merge(int unit, int successor, boolean dryRun) {
        return end(unit, "merge", "{\"successorId\": %d, \"reason\": \"并村\"}".formatted(successor), dryRun);
    }

    @Test
    void aClosedBranchTakesNoNewCaseAndKeepsItsOldOne() {
        CaseAtHand subject = nominated(1);
        close(world.branch(1)).then().statusCode(201).body("unit.closedOn", equalTo(TODAY.toString())).body(
                "cases", hasSize(1)).body("cases[0].id", equalTo((int) subject.id())).body("cases[0].state",
                        equalTo("NOMINATED")).body("cases[0].fate", equalTo("CANCELLED_AS_DISSOLVED"));
        subject.get(Role.TOWNSHIP).then().body("state", equalTo("CANCELLED")).body("outcome", equalTo("DISSOLVED"));
        assertThat(subject.marks(CaseAction.CANCEL)).isEqualTo("1 event, 1 audit row, 1 notice");
        CaseList county = new CaseList(cast.token(Role.COUNTY_ORG));
        assertThat(county.all()).containsExactly(subject.id());
        assertThat(county.count(Map.of())).isEqualTo(1);
        nominate(1).then().statusCode(422).body("errors.pointer", contains("/branchId")).body("errors.code",
                contains("branch.closed"));
        close(world.branch(1)).then().statusCode(409);
        merge(world.branch(1), world.branch(2), false).then().statusCode(409);
        merge(world.branch(2), world.branch(1), false).then().statusCode(422).body("errors.code",
                contains("org.successor-closed"));
    }

    private Response nominate(int branch) {
        return cast.as(Role.TOWNSHIP).contentType("application/json").body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                world.branch(branch))).post("/api/v1/cases");
    }

    @Test
    void anOpenCaseGoesToTheSuccessorWithEverything() {
        CaseAtHand subject = new CaseAtHand(jdbi, cast,
                new CaseStory(cast).nominate(round, world.branch(1)).confirm().plan().caseId());
        int elsewhere = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        int successor = world.unit(elsewhere, UnitKind.BRANCH, "联合党支部");
        String told = merge(world.branch(1), successor, true).then().statusCode(201).extract().path("cases[0].fate");
        assertThat(subject.get(Role.TOWNSHIP).<Integer>path("branch.id")).isEqualTo(world.branch(1));
        merge(world.branch(1), successor, false).then().statusCode(201).body("cases[0].fate", equalTo(told)).body(
                "cases[0].state", equalTo("RECTIFYING")).body("unit.successorId", equalTo(successor));
        assertThat(told).isEqualTo("HANDED_OVER");
        assertThat(subject.get(Role.TOWNSHIP).statusCode()).isEqualTo(404);
        JsonPath detail = subject.get(Role.COUNTY_ORG).jsonPath();
        assertThat(detail.getInt("branch.id")).isEqualTo(successor);
        assertThat(detail.getString("state")).isEqualTo("RECTIFYING");
        JsonPath last = cast.as(Role.COUNTY_ORG).get(subject.path() + "/timeline?limit=200").jsonPath();
        assertThat(last.getString("items[-1].kind")).isEqualTo("branch.merged");
        assertThat(last.getString("items[-1].reason")).isEqualTo("并村");
        assertThat(last.getString("items[-1].data.name")).isEqualTo("联合党支部");
        assertThat(new CaseList(world.user(Role.TOWNSHIP, elsewhere)).all()).containsExactly(subject.id());
        assertThat(number("SELECT count(*) FROM problem WHERE case_id = ? AND a4 <> " + elsewhere, subject)).isZero();
        assertThat(number("SELECT count(*) FROM audit_entry WHERE entity = 'case' AND entity_id = ?::text"
                + " AND action = 'case.hand-over'", subject)).isEqualTo(1);
    }

    private long number(String sql, CaseAtHand subject) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind(0, subject.id()).mapTo(Long.class).one());
    }

    @Test
    void theSuccessorKeepsItsOwnCaseAndTheOtherIsCancelledAsMerged() {
        CaseAtHand subject = nominated(1);
        CaseAtHand own = nominated(2);
        merge(world.branch(1), world.branch(2), false).then().statusCode(201).body("cases.fate",
                contains("CANCELLED_AS_MERGED"));
        subject.get(Role.TOWNSHIP).then().body("state", equalTo("CANCELLED")).body("outcome", equalTo("MERGED"));
        own.get(Role.TOWNSHIP).then().body("state", equalTo("NOMINATED"));
    }

    @Test
    void aConfirmedCaseIsNotCancelledForANominationOfTheSuccessor() {
        CaseAtHand confirmed = new CaseAtHand(jdbi, cast,
                new CaseStory(cast).nominate(round, world.branch(1)).confirm().caseId());
        CaseAtHand own = nominated(2);
        String told = merge(world.branch(1), world.branch(2), true).then().statusCode(
                201).extract().jsonPath().getString(
                        "cases");
        assertThat(merge(world.branch(1), world.branch(2), false).then().statusCode(201).body("cases.fate",
                contains("HANDED_OVER", "CANCELLED_AS_MERGED")).body("cases.id",
                        contains((int) confirmed.id(), (int) own.id())).extract().jsonPath().getString(
                                "cases")).isEqualTo(told);
        confirmed.get(Role.TOWNSHIP).then().body("state", equalTo("CONFIRMED")).body("branch.id",
                equalTo(world.branch(2)));
        own.get(Role.TOWNSHIP).then().body("state", equalTo("CANCELLED")).body("outcome", equalTo("MERGED"));
        assertThat(own.marks(CaseAction.CANCEL)).isEqualTo("1 event, 1 audit row, 1 notice");
    }

    @Test
    void noBranchEndsBeforeItsLastCaseScreeningOrFacts() {
        nominated(1);
        int successor = world.unit(world.township(), UnitKind.BRANCH, "联合党支部");
        cast.as(Role.TOWNSHIP).contentType("application/json").body(
                "{\"branchId\": %d, \"method\": \"VISIT\", \"result\": \"NORMAL\", \"screenedOn\": \"%s\"}".formatted(
                        world.branch(2), TODAY.minusDays(2))).post(
                                "/api/v1/rounds/" + round + "/screenings").then().statusCode(201);
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO branch_fact (branch_id, valid_from, branch_kind, urban, registered_poor_village, members,
                    secretary_status, secretary_to_replace, reported_by, reported_at)
                VALUES (?, ?, 'VILLAGE', false, false, 30, 'FILLED', false, ?, now())""", world.branch(3),
                TODAY.minusDays(4), cast.person(Role.TOWNSHIP).accountId()));
        for (int branch = 1; branch <= 3; branch++) {
            LocalDate last = TODAY.minusDays(2L * (branch - 1));
            for (String how : List.of("closing", "merge")) {
                end(world.branch(branch), how, "{\"effectiveOn\": \"%s\", \"reason\": \"早\"%s}".formatted(
                        last.minusDays(1),
                        how.equals("merge") ? ", \"successorId\": " + successor : ""),
                        true).then().statusCode(422).body("errors.pointer", contains("/effectiveOn")).body(
                                "errors[0].code", equalTo("org.closed-before-record")).body("errors[0].message",
                                        containsString(last.toString()));
            }
            end(world.branch(branch), "closing", "{\"effectiveOn\": \"%s\", \"reason\": \"撤\"}".formatted(last),
                    false).then().statusCode(201);
        }
    }

    @Test
    void noOpenCaseIsLeftWithoutATownshipAboveIt() {
        nominated(1);
        int organ = world.unit(world.county(), UnitKind.BRANCH, "机关党支部");
        merge(world.branch(1), organ, false).then().statusCode(422).body("errors.pointer", contains("/successorId"));
        String move = "{\"parentId\": %d, \"reason\": \"直管\"}".formatted(world.county());
        end(world.branch(1), "moves", move, false).then().statusCode(422).body("errors.pointer",
                contains("/parentId")).body("errors.code", contains("org.cases-without-township"));
        end(world.branch(2), "moves", move, false).then().statusCode(201);
        cast.as(Role.COUNTY_ORG).contentType("application/json").body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round, organ)).post(
                "/api/v1/cases").then().statusCode(422).body("errors.code", contains("branch.without-township"));
        int committee = world.unit(world.county(), UnitKind.COMMITTEE, "机关工委");
        end(world.branch(1), "moves", "{\"parentId\": %d, \"reason\": \"划转\"}".formatted(committee),
                false).then().statusCode(201);
    }

    @Test
    void aBranchWithoutOpenCasesIsMergedQuietly() {
        merge(world.branch(1), world.branch(2), false).then().statusCode(201).body("cases", hasSize(0));
    }

    @Test
    void openUnitsBelowAreNamedAndMustGoFirst() {
        close(world.township()).then().statusCode(409).body("type", equalTo("urn:zhengdun:problem:gates-not-met")).body(
                "refusals", hasSize(3)).body("refusals[0].message", containsString("1村党支部"));
        int other = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        merge(world.township(), other, false).then().statusCode(409);
        for (int branch = 1; branch <= 3; branch++) {
            close(world.branch(branch)).then().statusCode(201);
        }
        end(world.township(), "closing", "{\"effectiveOn\": \"%s\", \"reason\": \"早\"}".formatted(TODAY.minusDays(1)),
                false).then().statusCode(422).body("errors.code", contains("org.closed-before-child"));
        merge(world.township(), other, false).then().statusCode(201).body("unit.successorId", equalTo(other));
    }

    @Test
    void aClosedUnitTakesNoUnitBelowIt() {
        for (int branch = 1; branch <= 3; branch++) {
            close(world.branch(branch)).then().statusCode(201);
        }
        close(world.township()).then().statusCode(201);
        cast.as(Role.PROVINCE_ORG).contentType("application/json").body("""
                {"code": "%s", "name": "新支部", "parentId": %d, "kind": "BRANCH", "branchKind": "VILLAGE"}""".formatted(
                world.newCode(), world.township())).post("/api/v1/org-units").then().statusCode(422);
    }

    @Test
    void valuesThatCannotBeAreNamedAndNothingHappens() {
        CaseAtHand subject = nominated(1);
        String trace = subject.trace();
        World foreign = World.create(jdbi);
        merge(world.branch(1), foreign.branch(1), false).then().statusCode(422).body("errors.pointer",
                contains("/successorId"));
        merge(world.branch(1), world.branch(1), false).then().statusCode(422);
        merge(world.branch(1), world.township(), false).then().statusCode(422).body("errors.code",
                contains("org.successor-kind"));
        end(world.branch(1), "closing", "{\"effectiveOn\": \"%s\", \"reason\": \"早\"}".formatted(TODAY.plusDays(1)),
                false).then().statusCode(422).body("errors.pointer", contains("/effectiveOn"));
        end(world.branch(1), "closing", "{\"effectiveOn\": \"2026-13-01\", \"reason\": \"早\"}",
                false).then().statusCode(
                        422).body("errors.pointer", contains("/effectiveOn"));
        end(world.branch(1), "closing", "{\"reason\": \"\"}", false).then().statusCode(422).body("errors.pointer",
                contains("/reason"));
        end(world.branch(1), "merge", "{\"reason\": \"并\"}", false).then().statusCode(422).body("errors.pointer",
                contains("/successorId"));
        assertThat(subject.trace()).isEqualTo(trace);
        cast.as(Role.PROVINCE_ORG).get("/api/v1/org-units/" + world.branch(1)).then().body("closedOn", nullValue());
    }

    @Test
    void onlyTheProvinceClosesAndMerges() {
        for (Role role : List.of(Role.SYSADMIN, Role.CITY_ORG, Role.COUNTY_ORG, Role.TOWNSHIP)) {
            cast.as(role).contentType("application/json").header("If-Match", "\"0\"").body("{\"reason\": \"撤\"}").post(
                    "/api/v1/org-units/" + world.branch(1) + "/closing").then().statusCode(403);
        }
        World foreign = World.create(jdbi);
        end(foreign.branch(1), "closing", "{\"reason\": \"撤\"}", false).then().statusCode(404);
        cast.as(Role.PROVINCE_ORG).contentType("application/json").body("{\"reason\": \"撤\"}").post(
                "/api/v1/org-units/" + world.branch(1) + "/closing").then().statusCode(428);
    }

    @Test
    void aNominationThatRacesTheClosureLeavesNoOpenCaseOnAClosedBranch()
            throws InterruptedException, ExecutionException {
        cast.token(Role.TOWNSHIP);
        cast.token(Role.PROVINCE_ORG);
        for (int branch = 1; branch <= 3; branch++) {
            int number = branch;
            List<Callable<Response>> requests = List.of(() -> nominate(number), () -> close(world.branch(number)));
            List<Response> answers = AtOnce.all(requests);
            assertThat(answers.get(0).statusCode()).isIn(201, 422);
            assertThat(answers.get(1).statusCode()).isEqualTo(201);
            assertThat(answers.get(1).<List<?>>path("cases")).hasSize(answers.get(0).statusCode() == 201 ? 1 : 0);
        }
        assertThat(new CaseList(cast.token(Role.COUNTY_ORG)).walk(200, Map.of("state", "NOMINATED"))).isEmpty();
    }
}
