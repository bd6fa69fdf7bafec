package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Whoever has a part in a case does not verify it, whoever verified it takes no other part; the database knows. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SeparationTest {

    private static final int ROUNDS = 50;
    private static final String INSPECT = """
            INSERT INTO case_assignment (account_id, case_id, role, unit_id, valid_from)
            VALUES (:account, :case, 'INSPECTOR', 1, now())""";
    private static final String MARK_DONE = """
            UPDATE problem SET state = 'DONE', done_by = :account, done_at = now() WHERE case_id = :case""";

    @Inject
    Jdbi jdbi;

    private World world;
    private World.Person official;
    private SampleCase subject;

    @BeforeEach
    void applyForAcceptance() {
        world = World.create(jdbi);
        official = world.person(Role.COUNTY_ORG, world.county());
        subject = ofBranch(world.branch(1), "ACCEPTANCE");
    }

    private SampleCase ofBranch(int branch, String state) {
        SampleCase made = SampleCase.create(jdbi, world, branch, world.person(Role.TOWNSHIP, world.township()), state);
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                     created_at)
                SELECT id, ancestors, 'W01', 1, false, '书记空缺', '研判', 'OPEN', now()
                FROM rectification_case WHERE id = :case""").bind("case", made.caseId()).execute());
        return made;
    }

    private void event(World.Person author, String kind) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_event (case_id, seq, at, kind, account_id, actor, role, unit_id)
                SELECT :case, coalesce(max(seq), 0) + 1, now(), :kind, :by, '某人', 'COUNTY_ORG', 1
                FROM case_event WHERE case_id = :case""").bind("case", subject.caseId()).bind("kind", kind).bind("by",
                author.accountId()).execute());
    }

    private ValidatableResponse form(World.Person member) {
        return new Api(official.token()).post(subject.path("checks"), subject.etag(),
                CheckTeam.team(member.subject()));
    }

    private ValidatableResponse judge(World.Person by) {
        return new Api(by.token()).post(subject.path("transitions"), subject.etag(), "{\"action\":\"TRANSFORM\"}");
    }

    @ParameterizedTest
    @CsvSource({"move.SUBMIT, PROPOSER", "problem.added, PLANNER", "measure.added, PLANNER", "measure.changed, PLANNER",
            "measure.accountable-replaced, PLANNER", "move.SUBMIT_PLAN, PLANNER", "measure.done, EXECUTOR",
            "problem.MARK_DONE, EXECUTOR", "problem.CLOSE, EXECUTOR", "move.SELF_CHECK, SELF_CHECKER",
            "move.APPLY_FOR_ACCEPTANCE, SELF_CHECKER", "deadline.suspended, EXTENSION_APPROVER",
            "deadline.resumed, EXTENSION_APPROVER", "carry-over, EXTENSION_APPROVER"})
    void whoWorkedOnTheCaseNeitherJoinsTheTeamNorJudges(String kind, String part) {
        World.Person worker = world.person(Role.COUNTY_ORG, world.county());
        event(worker, kind);
        assertThat(part(worker)).isEqualTo(part);
        form(worker).statusCode(403).body("rule", is("participant-is-not-inspector"));
        judge(worker).statusCode(403).body("rule", is("participant-is-not-inspector"));
        assertThatThrownBy(() -> sql(INSPECT, subject, worker)).hasMessageContaining("is " + part + " of case");
    }

    @Test
    void theCaseTellsAParticipantWhyHeDoesNotJudge() {
        event(official, "carry-over");
        World.Person colleague = world.person(Role.COUNTY_ORG, world.county());
        String missing = "blockedTransitions.find { it.action == '%s' }.missing.code";
        for (String judgement : List.of("TRANSFORM", "BASICALLY_PASS", "FAIL_ACCEPTANCE")) {
            new Api(official.token()).get("/api/v1/cases/" + subject.caseId()).statusCode(200).body(
                    missing.formatted(judgement),
                    contains("rule.participant-is-not-inspector"));
            new Api(colleague.token()).get("/api/v1/cases/" + subject.caseId()).body(missing.formatted(judgement),
                    hasItem("gate.check-not-completed"));
        }
        new Api(official.token()).get("/api/v1/cases/" + subject.caseId()).body("allowedTransitions.action",
                contains("CANCEL"));
    }

    @Test
    void whoApprovedThePlanMayJudge() {
        event(official, "move.CONFIRM");
        event(official, "move.APPROVE_PLAN");
        judge(official).statusCode(409).body("refusals[0].code", is("gate.check-not-completed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"move.TRANSFORM", "move.BASICALLY_PASS", "move.FAIL_ACCEPTANCE"})
    void whoJudgedTakesNoOtherPart(String judgement) {
        event(official, judgement);
        assertThat(part(official)).isEqualTo("INSPECTOR");
        assertThatThrownBy(() -> sql(MARK_DONE, subject, official)).hasMessageContaining("is INSPECTOR of case");
        new Api(world.user(Role.COUNTY_ORG, world.county())).post(subject.path("helpers"), subject.etag(),
                """
                        {"kind":"WORK_TEAM","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"2026-03-01"}""".formatted(
                        official.subject())).statusCode(403).body("rule", is("inspector-takes-no-other-part"));
    }

    @Test
    void evidenceAndClosingArePartsOfTheWork() {
        World.Person witness = world.person(Role.COUNTY_ORG, world.county());
        World.Person closer = world.person(Role.COUNTY_ORG, world.county());
        sql("""
                INSERT INTO evidence_note (case_id, problem_id, text, occurred_on, recorded_at, recorded_by)
                SELECT :case, id, '照片', current_date, now(), :account FROM problem WHERE case_id = :case""", subject,
                witness);
        sql("UPDATE problem SET closed_by = :account WHERE case_id = :case", subject, closer);
        form(witness).statusCode(403);
        judge(closer).statusCode(403).body("rule", is("participant-is-not-inspector"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "during", "revoked"})
    void whoEverBelongedToTheBranchDuringTheCaseDoesNotVerifyIt(String when) {
        World.Person member = world.person(Role.COUNTY_ORG, world.county());
        int branch = world.branch(2);
        if (when.equals("before")) {
            world.grant(member.accountId(), Role.BRANCH, branch);
        }
        subject = ofBranch(branch, "ACCEPTANCE");
        if (!when.equals("before")) {
            world.grant(member.accountId(), Role.BRANCH, branch);
        }
        if (when.equals("revoked")) {
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE access_grant SET revoked_at = now() WHERE account_id = ? AND role = 'BRANCH'",
                    member.accountId()));
        }
        form(member).statusCode(403).body("rule", is("branch-member-is-not-inspector"));
        judge(member).statusCode(403).body("rule", is("branch-member-is-not-inspector"));
    }

    @Test
    void aMemberOfAnotherBranchAndAFormerOneMayVerify() {
        World.Person neighbour = world.person(Role.COUNTY_ORG, world.county());
        world.grant(neighbour.accountId(), Role.BRANCH, world.branch(2));
        World.Person former = world.person(Role.COUNTY_ORG, world.county());
        int branch = world.unit(world.township(), UnitKind.BRANCH, "原任支部");
        world.grant(former.accountId(), Role.BRANCH, branch);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE access_grant SET revoked_at = now() WHERE account_id = ? AND role = 'BRANCH'",
                former.accountId()));
        form(neighbour).statusCode(201);
        subject = ofBranch(branch, "ACCEPTANCE");
        form(former).statusCode(201);
    }

    @Test
    void anInspectorIsNotMadeAMemberOfTheBranchWhileTheCaseRuns() {
        World.Person inspector = world.person(Role.COUNTY_ORG, world.county());
        form(inspector).statusCode(201);
        new Api(world.user(Role.SYSADMIN, world.county())).as().body(
                """
                        {"subject": "%s", "displayName": "王五", "role": "branch", "orgUnitId": %d}""".formatted(
                        inspector.subject(), world.branch(1))).post("/api/v1/grants").then().statusCode(403).body(
                                "rule",
                                is("inspector-takes-no-other-part"));
    }

    @Test
    void aPartIsNeverTakenBack() {
        assertThatThrownBy(() -> sql("DELETE FROM case_participant WHERE case_id = :case AND account_id <> :account",
                subject, official)).hasMessageContaining("permission denied");
    }

    @Test
    void ofWorkAndInspectionAtTheSameMomentExactlyOneHappens() throws InterruptedException, ExecutionException {
        int worked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SampleCase racing = ofBranch(world.unit(world.township(), UnitKind.BRANCH, "支部"), "RECTIFYING");
            World.Person person = world.person(Role.COUNTY_ORG, world.county());
            List<Callable<Boolean>> both = List.of(() -> succeeds(MARK_DONE, racing, person),
                    () -> succeeds(INSPECT, racing, person));
            List<Boolean> won = AtOnce.all(both);
            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(sides(racing, person)).isEqualTo(1);
            worked += won.getFirst() ? 1 : 0;
        }
        assertThat(worked).isBetween(0, ROUNDS);
    }

    @Test
    void ofAGrantOfTheBranchAndANominationAtTheSameMomentTheMembershipIsNotLost()
            throws InterruptedException, ExecutionException {
        for (int round = 0; round < ROUNDS; round++) {
            int branch = world.unit(world.township(), UnitKind.BRANCH, "支部");
            World.Person member = world.person(Role.COUNTY_ORG, world.county());
            List<Callable<Boolean>> both = List.of(() -> {
                subject = ofBranch(branch, "ACCEPTANCE");
                return true;
            }, () -> {
                world.grant(member.accountId(), Role.BRANCH, branch);
                return true;
            });
            AtOnce.all(both);
            assertThat(part(member)).isEqualTo("BRANCH_MEMBER");
        }
    }

    private boolean succeeds(String sql, SampleCase racing, World.Person person) {
        try {
            sql(sql, racing, person);
            return true;
        } catch (JdbiException refused) {
            assertThat(refused).hasMessageContaining("and cannot be");
            return false;
        }
    }

    private void sql(String sql, SampleCase of, World.Person person) {
        try (Handle handle = jdbi.open()) {
            handle.createUpdate(sql).bind("case", of.caseId()).bind("account", person.accountId()).execute();
        }
    }

    /** On how many sides of the case the account stands. */
    private int sides(SampleCase racing, World.Person person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT (SELECT count(*) FROM problem WHERE case_id = :case AND done_by = :account)
                     + (SELECT count(*) FROM case_assignment WHERE case_id = :case AND account_id = :account)""").bind(
                "case", racing.caseId()).bind("account", person.accountId()).mapTo(Integer.class).one());
    }

    private String part(World.Person person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT part FROM case_participant WHERE case_id = :case AND account_id = :account""").bind("case",
                subject.caseId()).bind("account", person.accountId()).mapTo(String.class).one());
    }
}
