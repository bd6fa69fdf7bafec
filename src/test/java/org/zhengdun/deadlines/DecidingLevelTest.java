package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Nobody moves a date alone: the county grants once for each deadline, the city every further time, never who asked. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DecidingLevelTest {

    private static final String APPROVE = "{\"decision\": \"APPROVE\", \"reason\": \"情况属实\"}";

    @Inject
    Jdbi jdbi;

    private DatedCase subject;
    private final LocalDate today = DatedCase.today();
    private final LocalDate due = today.plusMonths(3);

    @BeforeEach
    void aCaseIsInWork() {
        subject = DatedCase.inWork(jdbi);
    }

    private ValidatableResponse approve(String token, long asked) {
        return new Api(token).post(subject.path() + "/extensions/" + asked + "/decision", subject.etag(), APPROVE);
    }

    private long askedToSuspend(LocalDate resumesOn) {
        return DatedCase.asked(subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, resumesOn));
    }

    private void refusedForTheCountyAndGrantedByTheCity(long asked) {
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(403).body("rule", is("wrong-level"));
        subject.decide(Role.CITY_ORG, asked, "APPROVE").then().statusCode(201).body("state", is("APPROVED"));
    }

    @Test
    void whoAsksForASuspensionNeverGrantsIt() {
        World.Person both = subject.world().person(Role.TOWNSHIP, subject.world().township());
        subject.world().grant(both.accountId(), Role.COUNTY_ORG, subject.world().county());
        String token = TestStack.identity().accessToken(both.subject(), Set.of("township", "county_org"));
        long asked = DatedCase.asked(
                new Api(token).post(subject.path() + "/extensions", subject.etag(),
                        """
                                {"deadlineId": %d, "kind": "SUSPENSION", "reason": "汛期", "progress": "过半", "resumesOn": "%s"}""".formatted(
                                subject.id(DeadlineKind.CASE), today.plusDays(9))).extract().response());
        approve(token, asked).statusCode(403).body("rule", is("requester-is-not-approver"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                UPDATE extension SET state = 'APPROVED', decided_by = requested_by, closed_at = now()
                WHERE id = ?""", asked))).hasMessageContaining("requester_is_not_approver");
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
    }

    @Test
    void extensionsAndSuspensionsCountTogether() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(9));
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        refusedForTheCountyAndGrantedByTheCity(
                DatedCase.asked(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(5))));
        refusedForTheCountyAndGrantedByTheCity(askedToSuspend(today.plusDays(9)));
    }

    @Test
    void eachKindHasItsOwnLimit() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(9));
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        subject.suspend(Role.CITY_ORG, DeadlineKind.CASE, today.plusDays(9));
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(9)).then().statusCode(409).body("detail",
                is("已挂账 2 次,达到上限"));
        subject.extend(Role.CITY_ORG, DeadlineKind.CASE, due.plusDays(5));
    }

    @Test
    void aNewTermOpensTheLimitAndNotTheLevel() {
        World.Person deputy = subject.world().person(Role.COUNTY_ORG, subject.world().county());
        approve(deputy.token(), DatedCase.asked(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE,
                due.plusDays(5)))).statusCode(201);
        subject.extend(Role.CITY_ORG, DeadlineKind.CASE, due.plusDays(9));
        subject.refresh();
        subject.story().rectify().applyForAcceptance().check().move("county_org", """
                {"action": "FAIL_ACCEPTANCE", "reason": "未达标", "deadline": "%s"}""".formatted(due));
        long asked = DatedCase.asked(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(5)));
        approve(deputy.token(), asked).statusCode(403).body("rule", is("wrong-level"));
        subject.decide(Role.CITY_ORG, asked, "APPROVE").then().statusCode(201);
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(201);
    }

    @Test
    void whoStoppedAClockTakesPartInTheCase() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(9));
        List<String> parts = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT p.part FROM case_participant p JOIN extension x ON x.decided_by = p.account_id
                WHERE p.case_id = :case AND x.case_id = :case""").bind("case", subject.story().caseId()).mapTo(
                String.class).list());
        assertThat(parts).containsExactly("EXTENSION_APPROVER");
    }

    @Test
    void ofTwoDecisionsAtOnceOneHolds() throws InterruptedException, ExecutionException {
        long asked = askedToSuspend(today.plusDays(9));
        String etag = subject.etag();
        String path = subject.path() + "/extensions/" + asked + "/decision";
        List<Callable<Response>> decisions = List.of(APPROVE, APPROVE.replace("APPROVE", "REJECT")).stream().map(
                body -> decision(subject.world().user(Role.COUNTY_ORG, subject.world().county()), path, etag,
                        body)).toList();
        assertThat(AtOnce.all(decisions).stream().map(Response::statusCode).sorted()).containsExactly(201, 412);
    }

    private static Callable<Response> decision(String token, String path, String etag, String body) {
        return () -> new Api(token).post(path, etag, body).extract().response();
    }

    @Test
    void theDatabaseKnowsOnlyOneGrantOfTheCounty() {
        subject.extend(Role.COUNTY_ORG, DeadlineKind.CASE, due.plusDays(5));
        long asked = askedToSuspend(today.plusDays(9));
        long county = subject.cast().person(Role.COUNTY_ORG).accountId();
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                UPDATE extension SET state = 'APPROVED', decided_by = ?, decided_as = 'COUNTY_ORG', closed_at = now()
                WHERE id = ?""", county, asked))).hasMessageContaining("county_grants_once");
    }

    @Test
    void theDatabaseTakesARequestOfOneKindOnly() {
        long asked = askedToSuspend(today.plusDays(9));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                "UPDATE extension SET new_due_on = old_due_on + 1 WHERE id = ?", asked))).hasMessageContaining(
                        "extension_asks_for_one");
    }
}
