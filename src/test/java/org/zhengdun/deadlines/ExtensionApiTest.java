package org.zhengdun.deadlines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A later date is asked for in time, granted by another and higher hand, and never hides the earlier ones. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ExtensionApiTest {

    @Inject
    Jdbi jdbi;

    private DatedCase subject;
    private final LocalDate today = DatedCase.today();
    private final LocalDate original = today.plusMonths(3);

    @BeforeEach
    void aCaseIsInWork() {
        subject = DatedCase.inWork(jdbi);
    }

    private static long id(Response created) {
        return created.then().statusCode(201).extract().jsonPath().getLong("id");
    }

    private List<String> words(DatedCase of, String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("case", of.story().caseId()).mapTo(
                String.class).list());
    }

    private void extend(Role decider, LocalDate to) {
        subject.decide(decider, id(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, to)), "APPROVE").then().statusCode(
                201).body("state", is("APPROVED"));
    }

    @Test
    void theCountyGrantsTheFirstAndTheCityTheSecond() {
        extend(Role.COUNTY_ORG, original.plusDays(30));
        long second = id(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(60)));
        subject.decide(Role.COUNTY_ORG, second, "APPROVE").then().statusCode(403).body("rule", is("wrong-level"));
        subject.decide(Role.CITY_ORG, second, "APPROVE").then().statusCode(201);
        JsonNode deadline = subject.deadline(DeadlineKind.CASE);
        assertThat(deadline.get("originalDueOn").textValue()).isEqualTo(original.toString());
        assertThat(deadline.get("dueOn").textValue()).isEqualTo(original.plusDays(60).toString());
        assertThat(deadline.get("history").findValuesAsText("newDueOn")).containsExactly(original.toString(),
                original.plusDays(30).toString(), original.plusDays(60).toString());
        assertThat(DueFromParts.recount(deadline.get("dueBasis"), deadline)).isEqualTo(original.plusDays(60));
        assertThat(subject.detail().at("/dates/deadline").textValue()).isEqualTo(original.plusDays(60).toString());
        assertThat(subject.detail().at("/dates/originalDeadline").textValue()).isEqualTo(original.toString());
    }

    @Test
    void aThirdOneIsBeyondTheLimit() {
        extend(Role.COUNTY_ORG, original.plusDays(10));
        extend(Role.CITY_ORG, original.plusDays(20));
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(30)).then().statusCode(409).body("type",
                is("urn:zhengdun:problem:state-conflict"));
    }

    @Test
    void aDecidedOneIsAConflictForWhoMayDecideAndTheVersionComesFirst() {
        long asked = id(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(30)));
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
        subject.decide(Role.COUNTY_ORG, asked, "REJECT").then().statusCode(409).body("type",
                is("urn:zhengdun:problem:state-conflict"));
        subject.decide(Role.CITY_ORG, asked, "APPROVE").then().statusCode(409);
        subject.decide(Role.TOWNSHIP, asked, "APPROVE").then().statusCode(403);
        var county = subject.cast().as(Role.COUNTY_ORG).contentType("application/json").body(
                "{\"decision\": \"APPROVE\", \"reason\": \"情况属实\"}");
        String path = subject.path() + "/extensions/" + asked + "/decision";
        county.post(path).then().statusCode(428);
        county.header("If-Match", "\"0\"").post(path).then().statusCode(412);
        assertThat(subject.deadline(DeadlineKind.CASE).get("dueOn").textValue()).isEqualTo(
                original.plusDays(30).toString());
    }

    @Test
    void aRefusedOneLeavesTheDateAndDoesNotCount() {
        long asked = id(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(30)));
        subject.decide(Role.COUNTY_ORG, asked, "REJECT").then().statusCode(201).body("state", is("REJECTED"));
        assertThat(subject.deadline(DeadlineKind.CASE).get("dueOn").textValue()).isEqualTo(original.toString());
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(409);
        extend(Role.COUNTY_ORG, original.plusDays(30));
    }

    @Test
    void onTheDueDayItMayStillBeAskedAndOnTheNextNoMore() {
        subject.dueOn(DeadlineKind.CASE, today).ask(Role.TOWNSHIP, DeadlineKind.CASE,
                today.plusDays(5)).then().statusCode(
                        201);
        DatedCase late = DatedCase.inWork(jdbi).dueOn(DeadlineKind.CASE, today.minusDays(1));
        late.ask(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(409).body("detail",
                is("期限 %s 已过,延期须在到期前申请".formatted(today.minusDays(1))));
    }

    @Test
    void whatIsAskedMustBeLaterAndWithinTheLimit() {
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original).then().statusCode(422).body("errors.pointer",
                contains("/newDueOn"));
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(90)).then().statusCode(201);
        DatedCase other = DatedCase.inWork(jdbi);
        other.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(91)).then().statusCode(422).body(
                "errors.pointer", contains("/newDueOn"));
        other.ask(Role.TOWNSHIP, DeadlineKind.PLAN, original).then().statusCode(422).body("errors.pointer",
                contains("/deadlineId"));
        other.post(Role.TOWNSHIP, "/extensions", """
                {"deadlineId": 1, "reason": "汛期", "progress": "无", "newDueOn": "2099-01-01"}""").then().statusCode(
                422).body("errors.pointer", contains("/deadlineId"));
        assertThat(words(other, "SELECT 'asked' FROM extension WHERE case_id = :case")).isEmpty();
    }

    @Test
    void aMeasureIsExtendedWithinItsCaseAndThePlanStaysFresh() {
        LocalDate due = today.plusMonths(2);
        subject.ask(Role.TOWNSHIP, DeadlineKind.MEASURE, original.plusDays(1)).then().statusCode(422);
        long asked = id(subject.ask(Role.TOWNSHIP, DeadlineKind.MEASURE, due.plusDays(10)));
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
        assertThat(subject.detail().at("/problems/0/measures/0/dueOn").textValue()).isEqualTo(
                due.plusDays(10).toString());
        subject.refresh();
        subject.story().rectify().applyForAcceptance();
        assertThat(subject.detail().get("state").textValue()).isEqualTo("ACCEPTANCE");
    }

    @Test
    void oneRequestForEachDeadlineWaitsAtATime() {
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(5)).then().statusCode(201);
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(6)).then().statusCode(409).body("detail",
                is("该期限已有待批的延期或挂账申请"));
        subject.ask(Role.TOWNSHIP, DeadlineKind.MEASURE, original).then().statusCode(201);
    }

    @Test
    void whoAsksNeverDecides() {
        World.Person both = subject.world().person(Role.TOWNSHIP, subject.world().township());
        subject.world().grant(both.accountId(), Role.COUNTY_ORG, subject.world().county());
        String token = TestStack.identity().accessToken(both.subject(), Set.of("township", "county_org"));
        long asked = given().auth().oauth2(token).contentType("application/json").header(
                "If-Match", subject.etag()).body(
                        """
                                {"deadlineId": %d, "reason": "汛期", "progress": "过半", "newDueOn": "%s"}""".formatted(
                                subject.id(DeadlineKind.CASE), original.plusDays(5))).post(
                                        subject.path() + "/extensions").then().statusCode(
                                                201).extract().jsonPath().getLong("id");
        given().auth().oauth2(token).contentType("application/json").header("If-Match",
                subject.etag()).body("{\"decision\": \"APPROVE\", \"reason\": \"同意\"}").post(
                        subject.path() + "/extensions/" + asked + "/decision").then().statusCode(403).body("rule",
                                is("requester-is-not-approver"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE extension SET state = 'APPROVED', decided_by = requested_by, closed_at = now()
                WHERE id = :id""").bind("id", asked).execute())).hasMessageContaining("requester_is_not_approver");
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
    }

    @Test
    void whoGrantedBecomesAParticipantOfTheCase() {
        extend(Role.COUNTY_ORG, original.plusDays(5));
        assertThat(words(subject, """
                SELECT p.part FROM case_participant p JOIN extension x ON x.decided_by = p.account_id
                WHERE p.case_id = :case AND x.case_id = :case""")).containsExactly("EXTENSION_APPROVER");
    }

    @Test
    void aPendingRequestBlocksSelfCheckAndAcceptance() {
        subject.story().rectify();
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(5)).then().statusCode(201);
        subject.post(Role.TOWNSHIP, "/transitions",
                "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"自查\"}").then().statusCode(
                        409).body("refusals.code", contains("gate.extension-pending"));
        subject.cast().as(Role.TOWNSHIP).get(subject.path()).then().body(
                "blockedTransitions.find { it.action == 'SELF_CHECK' }.missing.code",
                hasItem("gate.extension-pending"));
    }

    @Test
    void theEndOfTheCaseCancelsWhatWaits() {
        long asked = id(subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(5)));
        subject.refresh();
        subject.story().move("county_org", "{\"action\": \"CANCEL\", \"reason\": \"撤并\", \"outcome\": \"MERGED\"}");
        subject.cast().as(Role.TOWNSHIP).get(subject.path() + "/extensions").then().statusCode(200).body("items.state",
                contains("CANCELLED"));
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(409);
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, original.plusDays(5)).then().statusCode(409);
    }

    @Test
    void aMachineThatPullsStatisticsSeesNoNamesAndNoWords() {
        extend(Role.COUNTY_ORG, original.plusDays(5));
        subject.cast().as(Role.STATISTICS).get(subject.path() + "/extensions").then().statusCode(200).body(
                "items[0].requestedBy", is("*")).body("items[0].reason", is("*"));
        subject.cast().as(Role.STATISTICS).get(subject.path()).then().body(
                "deadlines.history.flatten().findAll { it.reason != null }.size()", is(0));
    }
}
