package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;

/** A stopped clock moves its date, is never overdue and gives back what it does not need. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SuspensionApiTest {

    @Inject
    Jdbi jdbi;

    private DatedCase subject;
    private final LocalDate today = DatedCase.today();
    private final LocalDate due = today.plusMonths(3);

    @BeforeEach
    void aCaseIsInWork() {
        subject = DatedCase.inWork(jdbi);
    }

    private void assertDue(DeadlineKind kind, LocalDate expected) {
        JsonNode deadline = subject.deadline(kind);
        assertThat(deadline.get("dueOn").textValue()).isEqualTo(expected.toString());
        assertThat(DueFromParts.recount(deadline.get("dueBasis"), deadline)).isEqualTo(expected);
    }

    @Test
    void theDateMovesByTheSuspendedDays() {
        subject.suspend(DeadlineKind.CASE, today.plusDays(40)).then().statusCode(201).body("suspendedUntil",
                is(today.plusDays(40).toString())).body("lightReason.code", is("light.SUSPENDED"));
        assertDue(DeadlineKind.CASE, due.plusDays(40));
        assertThat(subject.detail().at("/dates/deadline").textValue()).isEqualTo(due.plusDays(40).toString());
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2));
    }

    @Test
    void resumedEarlyItGivesTheRestBack() {
        subject.suspend(DeadlineKind.MEASURE, today.plusDays(20)).then().statusCode(201);
        subject.resume(DeadlineKind.MEASURE).then().statusCode(201).body("suspendedUntil", nullValue());
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2));
        subject.resume(DeadlineKind.MEASURE).then().statusCode(409);
        subject.suspend(DeadlineKind.MEASURE, today.plusDays(5)).then().statusCode(201);
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2).plusDays(5));
        assertThat(subject.deadline(DeadlineKind.MEASURE).get("history").findValuesAsText("kind")).containsExactly(
                "SET",
                "SUSPENDED", "RESUMED", "SUSPENDED");
    }

    @Test
    void theSuspendedDaysOutliveALaterExtensionOnlyAsItsBase() {
        subject.suspend(DeadlineKind.CASE, today.plusDays(40)).then().statusCode(201);
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(60)).then().statusCode(409);
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        long asked = subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(60)).then().statusCode(
                201).extract().jsonPath().getLong("id");
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
        assertDue(DeadlineKind.CASE, due.plusDays(60));
        subject.suspend(DeadlineKind.CASE, today.plusDays(7)).then().statusCode(201);
        assertDue(DeadlineKind.CASE, due.plusDays(67));
    }

    @Test
    void whatIsSuspendedIsNotOverdueInAnyView() {
        subject.dueOn(DeadlineKind.CASE, today.minusDays(10)).suspend(DeadlineKind.CASE,
                today.plusDays(3)).then().statusCode(201).body("overdue", is(false)).body("light", is("GREEN"));
        subject.cast().as(Role.COUNTY_ORG).get("/api/v1/cases?overdue=true").then().body("items.size()", is(0));
        subject.cast().as(Role.COUNTY_ORG).get("/api/v1/cases?light=GREEN").then().body("items.overdue",
                contains(false)).body("items.light", contains("GREEN"));
        subject.resume(DeadlineKind.CASE).then().statusCode(201).body("overdue", is(true)).body("light", is("RED"));
        subject.cast().as(Role.COUNTY_ORG).get("/api/v1/cases?overdue=true").then().body("items.size()", is(1));
    }

    @Test
    void badSuspensionsAreRefused() {
        subject.suspend(DeadlineKind.CASE, today).then().statusCode(422).body("errors.pointer",
                contains("/resumesOn"));
        subject.suspend(DeadlineKind.CASE, today.minusDays(1)).then().statusCode(422);
        subject.suspend(DeadlineKind.CASE, today.plusDays(367)).then().statusCode(422);
        subject.suspend(DeadlineKind.PLAN, today.plusDays(5)).then().statusCode(409);
        subject.suspend(DeadlineKind.CASE, today.plusDays(5)).then().statusCode(201);
        subject.suspend(DeadlineKind.CASE, today.plusDays(6)).then().statusCode(409);
        subject.post(Role.TOWNSHIP, "/deadlines/" + subject.id(DeadlineKind.CASE) + "/suspension",
                "{\"reason\": \"汛期\", \"resumesOn\": \"2099-01-01\"}").then().statusCode(403);
        subject.post(Role.COUNTY_ORG, "/deadlines/999999999/suspension",
                "{\"reason\": \"汛期\", \"resumesOn\": \"2099-01-01\"}").then().statusCode(404);
    }

    @Test
    void anEndedCaseIsNotSuspended() {
        subject.story().move("county_org", "{\"action\": \"CANCEL\", \"reason\": \"撤并\", \"outcome\": \"MERGED\"}");
        subject.suspend(DeadlineKind.CASE, today.plusDays(5)).then().statusCode(409);
    }
}
