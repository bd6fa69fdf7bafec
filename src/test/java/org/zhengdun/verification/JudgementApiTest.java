package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Who judges an acceptance, when, and on what check. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class JudgementApiTest {

    private final Jdbi jdbi;
    private final Days days;
    private World world;
    private World.Person official;
    private Api county;
    private SampleCase subject;

    @Inject
    JudgementApiTest(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    @BeforeEach
    void applyForAcceptance() {
        world = World.create(jdbi);
        official = world.person(Role.COUNTY_ORG, world.county());
        county = new Api(official.token());
        subject = SampleCase.create(jdbi, world, world.branch(1), world.person(Role.TOWNSHIP, world.township()),
                "ACCEPTANCE");
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSADMIN", "AUDITOR"})
    void administratorsNeitherHelpNorInspect(Role role) {
        World.Person administrator = world.person(role, world.county());
        help(administrator.subject()).statusCode(403).body("rule", is("administrators-apart"));
        county.post(subject.path("checks"), subject.etag(), CheckTeam.team(administrator.subject())).statusCode(
                403).body("rule", is("administrators-apart"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_assignment (account_id, case_id, role, unit_id, valid_from)
                VALUES (:account, :case, 'HELPER', 1, now())""").bind("account", administrator.accountId()).bind(
                "case", subject.caseId()).execute())).hasMessageContaining("administers the system");
    }

    @Test
    void aRevokedAdministratorMayHelp() {
        World.Person administrator = world.person(Role.SYSADMIN, world.county());
        jdbi.useHandle(handle -> handle.execute("UPDATE access_grant SET revoked_at = now() WHERE account_id = ?",
                administrator.accountId()));
        help(administrator.subject()).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"action\":\"TRANSFORM\"}",
            "{\"action\":\"BASICALLY_PASS\",\"tasks\":[\"巩固\"],\"secondCheckOn\":\"%s\"}",
            "{\"action\":\"FAIL_ACCEPTANCE\",\"reason\":\"未达标\",\"deadline\":\"%s\"}"})
    void whoHelpsOrHelpedDoesNotJudge(String move) {
        help(official.subject()).statusCode(201);
        move(county, move).statusCode(403).body("rule", is("helper-is-not-inspector"));
        jdbi.useHandle(handle -> handle.execute("UPDATE helper_assignment SET until = since WHERE case_id = ?",
                subject.caseId()));
        move(county, move).statusCode(403).body("rule", is("helper-is-not-inspector"));
        county.get("/api/v1/cases/" + subject.caseId()).statusCode(200).body("allowedTransitions.action",
                contains("CANCEL")).body("blockedTransitions.missing.code.flatten().unique()",
                        contains("rule.helper-is-not-inspector"));
        move(new Api(world.user(Role.COUNTY_ORG, world.county())), move).statusCode(409).body("refusals[0].code",
                is("gate.check-not-completed"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCheckThatFailsOutrightIsNoBasicPass(boolean veto) {
        CheckTeam team = new CheckTeam(subject, county, "inspector-" + subject.caseId());
        String check = team.formed();
        String answers = team.allItems(check);
        team.answer(check, veto
                ? answers.replace("\"V1\",\"vetoTriggered\":false", "\"V1\",\"vetoTriggered\":true")
                : answers).statusCode(200);
        team.inspector().put(check + "/ballots", subject.etag(), veto
                ? CheckTeam.BALLOTS
                : CheckTeam.BALLOTS.replace("\"satisfied\":14", "\"satisfied\":2").replace("\"dissatisfied\":2",
                        "\"dissatisfied\":14")).statusCode(200);
        team.complete(check).statusCode(200);

        move(county, "{\"action\":\"BASICALLY_PASS\",\"tasks\":[\"巩固\"],\"secondCheckOn\":\"%s\"}").statusCode(
                409).body("refusals.code",
                        contains(veto ? "acceptance-gate.veto" : "acceptance-gate.dissatisfaction"));
    }

    @Test
    void checksAreHeldBetweenTheApplicationAndToday() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET acceptance_since = now() - interval '3 days' WHERE id = ?",
                subject.caseId()));
        form(4).statusCode(422).body("errors.pointer", contains("/heldOn"));
        form(-1).statusCode(422).body("errors.pointer", contains("/heldOn"));
        form(3).statusCode(201);
    }

    private ValidatableResponse form(int daysAgo) {
        return county.post(subject.path("checks"), subject.etag(), CheckTeam.team("x-" + subject.caseId()).replace(
                "2026-11-20", days.today().minusDays(daysAgo).toString()));
    }

    private ValidatableResponse help(String name) {
        return county.post(subject.path("helpers"), subject.etag(),
                """
                        {"kind":"WORK_TEAM","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"2026-03-01"}""".formatted(
                        name));
    }

    private ValidatableResponse move(Api by, String move) {
        return by.post(subject.path("transitions"), subject.etag(), move.formatted(days.today().plusDays(30)));
    }
}
