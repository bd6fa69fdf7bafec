package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;

/** A clock is stopped on request by another and higher hand, is then never overdue, and gives back what it does not need. */
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

    private ValidatableResponse cases(String filter) {
        return subject.cast().as(Role.COUNTY_ORG).get("/api/v1/cases?" + filter).then();
    }

    @Test
    void theClockStopsWithTheDecisionAndTheDateMovesByTheSuspendedDays() {
        long asked = DatedCase.asked(subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(40)));
        assertDue(DeadlineKind.CASE, due);
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201).body("kind", is("SUSPENSION")).body(
                "deadlineKind", is("CASE")).body("resumesOn", is(today.plusDays(40).toString())).body("newDueOn",
                        nullValue()).body("state", is("APPROVED"));
        assertDue(DeadlineKind.CASE, due.plusDays(40));
        JsonNode stopped = subject.deadline(DeadlineKind.CASE);
        assertThat(stopped.get("suspendedUntil").textValue()).isEqualTo(today.plusDays(40).toString());
        assertThat(stopped.at("/lightReason/code").textValue()).isEqualTo("light.SUSPENDED");
        assertThat(subject.detail().at("/dates/deadline").textValue()).isEqualTo(due.plusDays(40).toString());
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2));
    }

    @Test
    void resumedEarlyItGivesTheRestBack() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.MEASURE, today.plusDays(20));
        subject.resume(DeadlineKind.MEASURE).then().statusCode(201).body("suspendedUntil", nullValue());
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2));
        subject.resume(DeadlineKind.MEASURE).then().statusCode(409);
        subject.suspend(Role.CITY_ORG, DeadlineKind.MEASURE, today.plusDays(5));
        assertDue(DeadlineKind.MEASURE, today.plusMonths(2).plusDays(5));
        assertThat(subject.deadline(DeadlineKind.MEASURE).get("history").findValuesAsText("kind")).containsExactly(
                "SET", "SUSPENDED", "RESUMED", "SUSPENDED");
    }

    @Test
    void theSuspendedDaysOutliveALaterExtensionOnlyAsItsBase() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(40));
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(60)).then().statusCode(409);
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        subject.extend(Role.CITY_ORG, DeadlineKind.CASE, due.plusDays(60));
        assertDue(DeadlineKind.CASE, due.plusDays(60));
        subject.suspend(Role.CITY_ORG, DeadlineKind.CASE, today.plusDays(7));
        assertDue(DeadlineKind.CASE, due.plusDays(67));
    }

    @Test
    void whatIsOverdueIsNotSuspended() {
        subject.dueOn(DeadlineKind.CASE, today.minusDays(1)).askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE,
                today.plusDays(3)).then().statusCode(409).body("detail",
                        is("期限 %s 已过,挂账须在到期前申请".formatted(today.minusDays(1))));
        subject.dueOn(DeadlineKind.CASE, today).askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE,
                today.plusDays(3)).then().statusCode(201);
    }

    @Test
    void whatWasAskedInTimeAndDecidedLaterIsNotOverdueInAnyViewUntilTheClockRunsAgain() {
        long asked = DatedCase.asked(subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(3)));
        subject.dueOn(DeadlineKind.CASE, today.minusDays(10)).dueOn(DeadlineKind.MEASURE, today.minusDays(10));
        cases("overdue=true").body("items.size()", is(1));
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(201);
        cases("overdue=true").body("items.size()", is(0));
        cases("light=GREEN").body("items.overdue", contains(false)).body("items.light", contains("GREEN"));
        subject.resume(DeadlineKind.CASE).then().statusCode(201).body("overdue", is(true)).body("light", is("RED"));
        cases("overdue=true").body("items.size()", is(1));
    }

    @Test
    void whatIsAskedNamesItsDayWithinTheLimit() {
        for (LocalDate bad : new LocalDate[]{today, today.minusDays(1), today.plusDays(367)}) {
            subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, bad).then().statusCode(422).body("errors.pointer",
                    contains("/resumesOn"));
        }
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.MEASURE, due).then().statusCode(422).body("errors.code",
                contains("date.after-case-deadline"));
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.PLAN, today.plusDays(5)).then().statusCode(422).body(
                "errors.pointer", contains("/deadlineId"));
        subject.askToSuspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(403);
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(366)).then().statusCode(201);
    }

    @Test
    void aRequestNamesExactlyTheDayOfItsKind() {
        String ask = "{\"deadlineId\": " + subject.id(DeadlineKind.CASE)
                + ", \"reason\": \"汛期\", \"progress\": \"过半\"%s}";
        String newDueOn = ", \"newDueOn\": \"" + due.plusDays(5) + "\"";
        String resumesOn = ", \"resumesOn\": \"" + today.plusDays(5) + "\"";
        String suspension = ", \"kind\": \"SUSPENSION\"";
        for (String bad : new String[]{"", resumesOn, suspension, suspension + newDueOn, newDueOn + resumesOn,
                suspension + newDueOn + resumesOn, ", \"kind\": \"PAUSE\"" + resumesOn}) {
            subject.post(Role.TOWNSHIP, "/extensions", ask.formatted(bad)).then().statusCode(422);
        }
        subject.post(Role.TOWNSHIP, "/extensions", ask.formatted(resumesOn)).then().body("errors.pointer",
                contains("/newDueOn", "/resumesOn")).body("errors.code",
                        contains("extension.field-missing", "extension.field-of-other-kind"));
        subject.post(Role.TOWNSHIP, "/extensions", ask.formatted(suspension)).then().body("errors.pointer",
                contains("/resumesOn"));
        subject.post(Role.TOWNSHIP, "/extensions", ask.formatted(newDueOn + resumesOn)).then().body("errors.pointer",
                contains("/resumesOn"));
        subject.cast().as(Role.TOWNSHIP).get(subject.path() + "/extensions").then().body("items.size()", is(0));
    }

    @Test
    void oneRequestOfEitherKindWaitsAndBlocksTheSelfCheck() {
        subject.story().rectify();
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(201);
        subject.ask(Role.TOWNSHIP, DeadlineKind.CASE, due.plusDays(5)).then().statusCode(409);
        subject.post(Role.TOWNSHIP, "/transitions",
                "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"自查\"}").then().statusCode(409).body("refusals.code",
                        contains("gate.extension-pending"));
    }

    @Test
    void theTimelineTellsEachStep() {
        long refused = DatedCase.asked(subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)));
        subject.decide(Role.COUNTY_ORG, refused, "REJECT").then().statusCode(201).body("state", is("REJECTED"));
        assertDue(DeadlineKind.CASE, due);
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(5));
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        subject.cast().as(Role.TOWNSHIP).get(subject.path() + "/timeline").then().body("items.kind",
                hasItems("suspension.requested", "suspension.rejected", "suspension.approved", "deadline.resumed"));
    }

    @Test
    void aDayThatHasComeIsNoLongerGranted() {
        long asked = DatedCase.asked(subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)));
        jdbi.useHandle(handle -> handle.execute("UPDATE extension SET resumes_on = ? WHERE id = ?", today, asked));
        subject.decide(Role.COUNTY_ORG, asked, "APPROVE").then().statusCode(409).body("detail",
                is("申请的恢复日 %s 已到".formatted(today)));
        subject.decide(Role.COUNTY_ORG, asked, "REJECT").then().statusCode(201);
    }

    @Test
    void anEndedCaseIsNotSuspendedAndItsRequestFallsAway() {
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(201);
        subject.refresh();
        subject.story().move("county_org", "{\"action\": \"CANCEL\", \"reason\": \"撤并\", \"outcome\": \"MERGED\"}");
        subject.cast().as(Role.TOWNSHIP).get(subject.path() + "/extensions").then().body("items.state",
                contains("CANCELLED"));
        subject.askToSuspend(Role.TOWNSHIP, DeadlineKind.CASE, today.plusDays(5)).then().statusCode(409);
    }

    @Test
    void theClockOfACaseIsNotResumedWhileAMeasureWouldEndAfterIt() {
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.CASE, today.plusDays(90));
        subject.suspend(Role.COUNTY_ORG, DeadlineKind.MEASURE, today.plusDays(80));
        JsonNode measure = subject.deadline(DeadlineKind.MEASURE);
        subject.resume(DeadlineKind.CASE).then().statusCode(409).body("refusals.code",
                contains("resumption.measure-beyond-case")).body("refusals.message",
                        contains("措施 %s 的时限为 %s,晚于恢复后的对象期限 %s,请先恢复该措施".formatted(measure.get("subjectId"),
                                measure.get("dueOn").textValue(), due)));
        assertDue(DeadlineKind.CASE, due.plusDays(90));
        subject.resume(DeadlineKind.MEASURE).then().statusCode(201);
        subject.resume(DeadlineKind.CASE).then().statusCode(201);
        assertDue(DeadlineKind.CASE, due);
    }
}
