package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The township dates what it adds until that is approved; what was approved is moved on request alone. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MeasureDatesTest {

    @Inject
    Jdbi jdbi;

    private CaseStory story;
    private CaseAtHand subject;
    private final LocalDate today = CaseAtHand.today();
    private final LocalDate due = today.plusMonths(1);

    @BeforeEach
    void approveAPlan() {
        World world = World.create(jdbi);
        Cast cast = new Cast(world);
        story = new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).confirm().plan();
        subject = new CaseAtHand(jdbi, cast, story.caseId());
    }

    private JsonPath detail() {
        return subject.get(Role.COUNTY_ORG).jsonPath();
    }

    private static String dates(LocalDate startsOn, @Nullable LocalDate dueOn) {
        return "\"startsOn\": \"" + startsOn + "\"" + (dueOn == null ? "" : ", \"dueOn\": \"" + dueOn + "\"");
    }

    /** The id of a new measure against the problem. */
    private long add(long problem, @Nullable LocalDate dueOn) {
        subject.post(Role.TOWNSHIP, "/measures", subject.etag(), """
                {"problemId": %d, "kind": "ORDINARY", "description": "补课", %s,
                 "accountable": {"name": "王委员", "post": "副书记", "unit": "镇党委"}}""".formatted(problem,
                dates(today, dueOn))).then().statusCode(201);
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT max(id) FROM measure WHERE case_id = :case").bind("case", subject.id()).mapTo(
                        Long.class).one());
    }

    private long add(@Nullable LocalDate dueOn) {
        return add(detail().getLong("problems[0].id"), dueOn);
    }

    private ValidatableResponse put(long measure, LocalDate startsOn, @Nullable LocalDate dueOn) {
        return subject.put(Role.TOWNSHIP, "/measures/" + measure, subject.etag(),
                "{\"kind\": \"ORDINARY\", \"description\": \"补课\", %s}".formatted(dates(startsOn, dueOn))).then();
    }

    private ValidatableResponse reapprove() {
        return subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.REAPPROVE_PLAN).then();
    }

    private void refused(long measure, LocalDate startsOn, @Nullable LocalDate dueOn, String pointer) {
        put(measure, startsOn, dueOn).statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code",
                contains("measure.date-is-approved"));
    }

    private static String of(long measure, String field) {
        return "problems.measures.flatten().find { it.id == " + measure + " }." + field;
    }

    @Test
    void nothingWithoutADateIsApproved() {
        long measure = add((LocalDate) null);
        reapprove().statusCode(409).body("refusals.code", contains("gate.measure-without-due"));
        put(measure, today, due).statusCode(200).body(of(measure, "dueOn"), is(due.toString()));
        reapprove().statusCode(201).body("planStale", is(false));
        refused(measure, today, due.plusDays(1), "/dueOn");
    }

    @Test
    void whatWasAddedIsDatedAnewUntilItIsApproved() {
        long measure = add(due);
        put(measure, today.plusDays(1), due.plusDays(5)).statusCode(200).body(of(measure, "originalDueOn"),
                is(due.plusDays(5).toString())).body("planStale", is(true)).body("planChanges.difference",
                        contains("ADDED"));
        put(measure, today, null).statusCode(200);
        put(measure, today, today.minusDays(1)).statusCode(422).body("errors.code", contains("date.before-start"));
        put(measure, today, today.plusYears(1)).statusCode(422).body("errors.code",
                contains("date.after-case-deadline"));
        put(measure, today, due).statusCode(200);
        reapprove().statusCode(201);
        refused(measure, today.plusDays(1), due, "/startsOn");
        refused(measure, today, null, "/dueOn");
    }

    @Test
    void aStalePlanDoesNotOpenTheDatesThatWereApproved() {
        long approved = detail().getLong("problems[0].measures[0].id");
        LocalDate approvedDue = LocalDate.parse(detail().getString(of(approved, "dueOn")));
        add(due);
        put(approved, today, approvedDue).statusCode(200).body("planStale", is(true));
        refused(approved, today, approvedDue.plusDays(1), "/dueOn");
        refused(approved, today, null, "/dueOn");
        refused(approved, today.plusDays(1), approvedDue, "/startsOn");
    }

    @Test
    void whatWasMovedOnRequestIsNotMovedWithout() {
        long measure = add(due);
        long deadline = detail().getLong("deadlines.find { it.kind == 'MEASURE' && it.subjectId == %d }.id".formatted(
                measure));
        long asked = subject.post(Role.TOWNSHIP, "/extensions", subject.etag(), """
                {"deadlineId": %d, "reason": "汛期", "progress": "过半", "newDueOn": "%s"}""".formatted(deadline,
                due.plusDays(5))).then().statusCode(201).extract().jsonPath().getLong("id");
        subject.post(Role.COUNTY_ORG, "/extensions/" + asked + "/decision", subject.etag(),
                "{\"decision\": \"APPROVE\", \"reason\": \"属实\"}").then().statusCode(201);
        refused(measure, today, due.plusDays(9), "/dueOn");
        assertThat(detail().getString(of(measure, "originalDueOn"))).isEqualTo(due.toString());
    }

    @Test
    void whatWasOnceApprovedWithoutADateGetsOneForTheNextApproval() throws JsonProcessingException {
        long measure = add((LocalDate) null);
        approvedInFormerTimes(measure);
        assertThat(detail().getBoolean("planStale")).isFalse();
        refused(measure, today.plusDays(1), due, "/startsOn");
        put(measure, today, due).statusCode(200).body("planStale", is(true)).body("planChanges[0].fields",
                hasItem("originalDueOn"));
        put(measure, today, due.plusDays(1)).statusCode(200);
        reapprove().statusCode(201);
        refused(measure, today, due, "/dueOn");
    }

    /** As a release did that let measures without a date pass. */
    private void approvedInFormerTimes(long measure) throws JsonProcessingException {
        PlanText plan = withUndated(measure);
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO approved_plan (case_id, hash, plan, approved_at, approved_by)
                    SELECT case_id, ?, ?, now(), approved_by FROM approved_plan WHERE case_id = ?""", plan.hash(),
                    plan.text(), subject.id());
            handle.execute("UPDATE rectification_case SET plan_hash = ? WHERE id = ?", plan.hash(), subject.id());
        });
    }

    private PlanText withUndated(long measure) throws JsonProcessingException {
        JsonNode plan = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT plan FROM approved_plan WHERE case_id = :case").bind("case", subject.id()).map(
                        (row, context) -> new PlanText(row.getString("plan")).tree()).one());
        ((ArrayNode) plan.at("/problems/0/measures")).add(new ObjectMapper().readTree("""
                {"accountable": {"name": "王委员", "post": "副书记", "unit": "镇党委"}, "description": "补课", "id": %d,
                 "kind": "ORDINARY", "startsOn": "%s"}""".formatted(measure, today)));
        return new PlanText(plan.toString());
    }

    @Test
    void aMeasureAgainstAFindingWhichNoApprovalCoversIsDatedOnce() {
        story.rectify().applyForAcceptance().check().move("county_org", """
                {"action": "FAIL_ACCEPTANCE", "reason": "未达标", "deadline": "%s"}""".formatted(today.plusMonths(3)));
        long finding = detail().getLong("problems.find { it.checkId != null }.id");
        refused(add(finding, due), today, due.plusDays(1), "/dueOn");
        long undated = add(finding, null);
        put(undated, today, due).statusCode(200).body("planStale", is(false));
        refused(undated, today, due.plusDays(1), "/dueOn");
    }
}
