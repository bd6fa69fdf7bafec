package org.zhengdun.verification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What fails at acceptance becomes work with a new deadline; the failed check stays. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class FailedItemsTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Days days;

    /** SHA-256 of {"problems":[]}. */
    private static final String PLAN_OF_NOTHING = "aa390952e01e1064e20cc0c8f9c054cc264258d109f0166fcd62c8b11e4b7fc5";

    private World world;
    private Api county;
    private SampleCase subject;
    private CheckTeam team;
    private String check;

    @BeforeEach
    void failACheck() {
        world = World.create(jdbi);
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        subject = SampleCase.create(jdbi, world, world.branch(1), world.person(Role.TOWNSHIP, world.township()),
                "ACCEPTANCE");
        subject.addHelpers(world.person(Role.COUNTY_ORG, world.county()));
        team = new CheckTeam(subject, county, "inspector-" + subject.caseId());
        check = completed("\"A1\",\"score\":4", "\"C2\",\"score\":6.5", "\"V1\",\"vetoTriggered\":true");
    }

    /** A completed check with full marks but for these answers to A1 (6 points), C2 (10 points) and the veto V1. */
    private String completed(String a1, String c2, String v1) {
        String formed = subject.path("checks/" + county.post(subject.path("checks"), subject.etag(),
                CheckTeam.team(team.leader()).replace("2026-11-20", days.today().toString())).statusCode(
                        201).extract().jsonPath().getLong("id"));
        team.answer(formed, team.allItems(formed).replace("\"A1\",\"score\":6", a1).replace("\"C2\",\"score\":10",
                c2).replace("\"V1\",\"vetoTriggered\":false", v1)).statusCode(200);
        team.inspector().put(formed + "/ballots", subject.etag(), CheckTeam.BALLOTS).statusCode(200);
        team.complete(formed).statusCode(200);
        return formed;
    }

    private ValidatableResponse fail() {
        return county.post(subject.path("transitions"), subject.etag(), """
                {"action": "FAIL_ACCEPTANCE", "reason": "未达标", "deadline": "%s"}""".formatted(
                days.today().plusDays(45))).statusCode(201);
    }

    @Test
    void eachFailedItemAndVetoBecomesOneOpenProblemWithTheNewDeadline() {
        String id = check.substring(check.lastIndexOf('/') + 1);
        fail().body("problems.source", contains("ACCEPTANCE_CHECK:%s/A1".formatted(id),
                "ACCEPTANCE_CHECK:%s/C2".formatted(id), "ACCEPTANCE_CHECK:%s/V1".formatted(id))).body("problems.fact",
                        contains("班子成员配备齐全,书记到位履职,职位空缺已依规补齐(得分 4/6)", "清单所列问题逐项整改、逐项销号,佐证材料真实(得分 6.5/10)",
                                "整顿材料弄虚作假,或隐瞒不报突出问题(一票否决)")).body("problems.state",
                                        everyItem(is("OPEN"))).body("problems.category",
                                                everyItem(is("W01"))).body("problems.dueOn",
                                                        everyItem(is(days.today().plusDays(45).toString())));
        county.get(check).statusCode(200).body("state", is("COMPLETED")).body("passed", is(false));
    }

    /** A standard such as "no vote-buying" names a problem; so do texts. */
    @Test
    void machinesSeeOfACheckWhetherItPassedAndNoStandards() {
        Api machine = new Api(world.user(Role.STATISTICS, world.county()));
        machine.get(check).statusCode(200).body("passed", is(false)).body("items", nullValue()).body("conclusion",
                nullValue()).body("scorecard", nullValue()).body("team", hasSize(0)).body("gates.name",
                        contains("SATISFACTION", "DISSATISFACTION", "RATERS", "PARTY_MEMBERS"));
        county.get(check).body("items", notNullValue()).body("conclusion", notNullValue()).body("scorecard.vetoes",
                contains("V1"));
    }

    @Test
    void theyHoldUpTheNextApplicationButDoNotMakeThePlanStale() {
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET plan_hash = ? WHERE id = ?",
                PLAN_OF_NOTHING, subject.caseId()));
        fail();
        Api township = new Api(world.user(Role.TOWNSHIP, world.township()));
        String selfCheck = "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查\"}";
        township.post(subject.path("transitions"), subject.etag(), selfCheck).statusCode(409).body("refusals.code",
                contains("gate.problem-unexplained"));
        jdbi.useHandle(handle -> handle.execute("UPDATE problem SET pending_reason = '待换届' WHERE case_id = ?",
                subject.caseId()));
        township.post(subject.path("transitions"), subject.etag(), selfCheck).statusCode(201);
        township.post(subject.path("transitions"), subject.etag(),
                "{\"action\": \"APPLY_FOR_ACCEPTANCE\"}").statusCode(201);
    }

    @Test
    void reasonsForPendingProblemsAreForgotten() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                     pending_reason, created_at)
                SELECT id, ancestors, 'W01', 1, false, '书记空缺', '研判', 'OPEN', '待换届', now()
                FROM rectification_case WHERE id = :case""").bind("case", subject.caseId()).execute());
        fail().body("problems.size()", is(4)).body("problems.pendingReason", everyItem(nullValue()));
    }

    @Test
    void aBasicPassIsDecidedByTheSecondCheck() {
        SampleCase basically = subject = SampleCase.create(jdbi, world, world.branch(2),
                world.person(Role.TOWNSHIP, world.township()), "ACCEPTANCE");
        basically.addHelpers(world.person(Role.COUNTY_ORG, world.county()));
        team = new CheckTeam(basically, county, "inspector-" + basically.caseId());
        completed("\"A1\",\"score\":1", "\"C2\",\"score\":10", "\"V1\",\"vetoTriggered\":false");
        county.post(subject.path("transitions"), subject.etag(), """
                {"action": "BASICALLY_PASS", "tasks": ["补齐班子"], "secondCheckOn": "%s"}""".formatted(
                days.today().plusDays(30))).statusCode(201).body("state", is("ACCEPTANCE"));
        county.post(subject.path("transitions"), subject.etag(), "{\"action\": \"TRANSFORM\"}").statusCode(409).body(
                "refusals.code", contains("gate.check-not-completed", "gate.problem-open"));
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET second_check_on = ? WHERE id = ?",
                days.today(), subject.caseId()));
        check = completed("\"A1\",\"score\":0", "\"C2\",\"score\":10", "\"V1\",\"vetoTriggered\":true");
        county.post(subject.path("transitions"), subject.etag(), "{\"action\": \"TRANSFORM\"}").statusCode(409).body(
                "refusals.code", contains("acceptance-gate.veto", "gate.problem-open"));
        fail().body("problems.size()", is(3)).body("problems.pendingReason", everyItem(nullValue()));
        county.get(subject.path("checks")).body("items.passed", contains(true, false));
    }
}
