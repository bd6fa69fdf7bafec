package org.zhengdun.helpers;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class VisitApiTest {

    private final Jdbi jdbi;
    private final Days days;
    private final Helpers helpers;
    private World.Person proposer;
    private LocalDate today;
    private World world;
    private SampleCase subject;
    private SampleCase other;
    private Helping helping;
    private Api helper;
    private Api township;

    @Inject
    VisitApiTest(Jdbi jdbi, Days days, Helpers helpers) {
        this.jdbi = jdbi;
        this.days = days;
        this.helpers = helpers;
    }

    @BeforeEach
    void assignHelper() {
        today = days.today();
        world = World.create(jdbi);
        proposer = world.person(Role.TOWNSHIP, world.township());
        township = new Api(proposer.token());
        subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "RECTIFYING");
        other = SampleCase.create(jdbi, world, world.branch(2), proposer, "RECTIFYING");
        helping = new Helping(jdbi, new Api(world.user(Role.COUNTY_ORG, world.county())),
                "helper-" + subject.caseId());
        helping.assign(subject, today.minusDays(40));
        helper = helping.api();
    }

    @Test
    void aRetryIsLoggedOnceAndOtherContentIsAConflict() {
        UUID id = UUID.randomUUID();
        String body = Helping.visit(id, today, "公开栏已更新");
        helper.as().body(body).post(subject.path("visits")).then().statusCode(201).header("ETag",
                equalTo(subject.etag())).body("version", is(1));
        helper.as().body(body).post(subject.path("visits")).then().statusCode(200).body("id", is(id.toString()));
        helper.as().body(Helping.visit(id, today, "另一内容")).post(subject.path("visits")).then().statusCode(409).body(
                "errors[0].pointer", is("/id"));
        helping.assign(other, today);
        helper.as().body(body).post(other.path("visits")).then().statusCode(409);
        township.get(subject.path("visits")).statusCode(200).body("items.findings", contains("公开栏已更新"));
        township.get(subject.path("timeline")).body("items.kind", hasItem("visit.logged"));
    }

    @Test
    void refusesTheFutureAndDaysOutsideTheAssignment() {
        for (LocalDate day : List.of(today.plusDays(1), today.minusDays(41))) {
            helper.as().body(Helping.visit(UUID.randomUUID(), day, "x")).post(subject.path("visits")).then().statusCode(
                    422).body("errors[0].pointer", is("/visitedOn"));
        }
        helper.as().body(Helping.visit(UUID.randomUUID(), today, "x").replace("\"findings\"",
                "\"photos\":[999999999],\"findings\"")).post(subject.path("visits")).then().statusCode(422).body(
                        "errors[0].pointer", is("/photos/0"));
        township.get(subject.path("visits")).body("items", hasSize(0));
    }

    @Test
    void onlyHelpersOfTheCaseLog() {
        String body = Helping.visit(UUID.randomUUID(), today, "x");
        township.as().body(body).post(subject.path("visits")).then().statusCode(403);
        helper.as().body(body).post(other.path("visits")).then().statusCode(404);
        helper.get(other.path("visits")).statusCode(404);
        new Api(world.user(Role.STATISTICS, world.county())).get(subject.path("visits")).statusCode(403);
        subject.put("CLOSED");
        helper.as().body(body).post(subject.path("visits")).then().statusCode(409);
    }

    @Test
    void aCorrectionKeepsWhatWasWritten() {
        UUID id = UUID.randomUUID();
        String first = Helping.visit(id, today, "误记");
        helper.as().body(first).post(subject.path("visits")).then().statusCode(201);
        String corrected = """
                {"visitedOn":"%s","place":"村部","people":"两委成员","findings":"更正","reason":"日期误记"}""".formatted(
                today.minusDays(1));
        String path = subject.path("visits/" + id);
        helper.as().body(corrected).put(path).then().statusCode(428);
        helper.put(path, subject.etag(), corrected).statusCode(200).body("version", is(2)).body("findings", is("更正"));
        helper.put(path, subject.etag(), corrected).statusCode(200).body("version", is(2));
        township.get(path).body("versions.findings", contains("更正", "误记")).body("versions[0].reason", is("日期误记"));
        helper.as().body(first).post(subject.path("visits")).then().statusCode(200).body("findings", is("更正"));
        Helping another = new Helping(jdbi, helping.county(), "another-" + subject.caseId());
        another.assign(subject, today);
        another.api().put(path, subject.etag(), corrected.replace("更正", "改写")).statusCode(403);
    }

    @Test
    void pagesTheVisitsLatestFirst() {
        for (int day = 0; day < 3; day++) {
            helper.as().body(Helping.visit(UUID.randomUUID(), today.minusDays(day), "第" + day)).post(
                    subject.path("visits")).then().statusCode(201);
        }
        String next = township.get(subject.path("visits?limit=2")).body("items.findings",
                contains("第0", "第1")).extract().path("next");
        township.as().queryParam("cursor", next).queryParam("limit", 2).get(subject.path("visits")).then().statusCode(
                200).body("items.findings", contains("第2"));
    }

    @Test
    void showsThePhotosOfAVisit() {
        UUID id = UUID.randomUUID();
        helper.as().body(Helping.visit(id, today, "x")).post(subject.path("visits")).then().statusCode(201);
        long file = helper.as().contentType("image/png").queryParam("name", "a.png").queryParam("occurredOn",
                today.toString()).queryParam("visitId", id.toString()).body(
                        new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1}).post(
                                subject.path("evidence")).then().statusCode(201).extract().jsonPath().getLong("id");
        township.get(subject.path("visits")).body("items[0].photos", contains((int) file));
    }

    @Test
    void aBatchGivesEachVisitItsOwnOutcome() {
        UUID known = UUID.randomUUID();
        helper.as().body(Helping.visit(known, today, "已有")).post(subject.path("visits")).then().statusCode(201);
        List<String> rows = List.of(row(subject, Helping.visit(UUID.randomUUID(), today, "新")),
                row(subject, Helping.visit(known, today, "已有")), row(subject, Helping.visit(known, today, "不同")),
                row(subject, Helping.visit(UUID.randomUUID(), today.plusDays(1), "未来")),
                row(other, Helping.visit(UUID.randomUUID(), today, "他案")), "7", "{\"caseId\":1}",
                row(subject, Helping.visit(known, today, "x")).replace("村部", ""),
                row(subject, Helping.visit(UUID.randomUUID(), today, "末")));
        String batch = "{\"visits\":[" + String.join(",", rows) + "]}";
        helper.as().queryParam("dryRun", true).body(batch).post("/api/v1/visits/batch").then().statusCode(200).body(
                "results[0].result", is("CREATED"));
        township.get(subject.path("visits")).body("items", hasSize(1));
        helper.as().body(batch).post("/api/v1/visits/batch").then().statusCode(200).body("results.result",
                contains("CREATED", "UNCHANGED", "CONFLICT", "INVALID", "REFUSED", "INVALID", "INVALID", "INVALID",
                        "CREATED")).body("results[2].problem.errors[0].pointer", is("/visits/2/id")).body(
                                "results[3].problem.errors[0].pointer", is("/visits/3/visitedOn")).body(
                                        "results[4].problem.status", is(404)).body(
                                                "results[7].problem.errors[0].pointer", is("/visits/7/place"));
        helper.as().body(batch).post("/api/v1/visits/batch").then().body("results[8].result", is("UNCHANGED"));
        township.get(subject.path("visits")).body("items", hasSize(3));
    }

    private void end(int daysAgo) {
        QuarkusTransaction.requiringNew().run(() -> helpers.releaseAll(subject.caseId(), today.minusDays(daysAgo),
                new Acting(proposer.accountId(), "县委组织部", Role.COUNTY_ORG, world.county())));
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE case_assignment SET valid_to = :day::date + time '12:00',
                    valid_from = least(valid_from, :day::date - 1) WHERE case_id = :case""").bind("day",
                today.minusDays(daysAgo)).bind("case", subject.caseId()).execute());
    }

    private ValidatableResponse log(SampleCase of, LocalDate day) {
        return helper.as().body(Helping.visit(UUID.randomUUID(), day, "离线补记")).post(of.path("visits")).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECTIFYING", "TRANSFORMED", "CLOSED", "CANCELLED"})
    void whatWasDoneInTimeIsStillLoggedAfterTheAssignmentHasEnded(String state) {
        UUID before = UUID.randomUUID();
        helper.as().body(Helping.visit(before, today.minusDays(8), "在岗")).post(
                subject.path("visits")).then().statusCode(
                        201).body("receivedLate", is(false));
        end(5);
        subject.put(state);
        log(subject, today.minusDays(6)).statusCode(201).body("receivedLate", is(true));
        log(subject, today.minusDays(5)).statusCode(201);
        log(subject, today.minusDays(4)).statusCode(422).body("errors[0].pointer", is("/visitedOn")).body(
                "errors[0].code",
                is("visit.outside-assignment"));
        helper.as().body(Helping.visit(before, today.minusDays(8), "在岗")).post(
                subject.path("visits")).then().statusCode(
                        200);
        township.get(subject.path("visits")).body("items.receivedLate", contains(true, true, false));
    }

    @Test
    void whoHasGoneReadsNothingAndLogsToNoOtherCase() {
        end(5);
        for (String part : List.of("visits", "timeline", "evidence")) {
            helper.get(subject.path(part)).statusCode(oneOf(403, 404));
        }
        log(other, today.minusDays(6)).statusCode(404);
        helping.assign(other, today);
        helper.get(subject.path("visits")).statusCode(404);
        helper.get("/api/v1/cases").statusCode(200).body("items.id", contains((int) other.caseId()));
        log(subject, today.minusDays(6)).statusCode(201);
    }

    @Test
    void theGraceEnds() {
        end(14);
        log(subject, today.minusDays(15)).statusCode(201);
        end(15);
        log(subject, today.minusDays(16)).statusCode(404);
        end(70);
        log(subject, today.minusDays(71)).statusCode(403);
    }

    @Test
    void twoHundredVisitsWithTheLongestTextsFitIntoOneBatch() {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            rows.add("""
                    {"caseId":%d,"id":"%s","visitedOn":"%s","place":"%s","people":"%s","findings":"%s"}""".formatted(
                    subject.caseId(), UUID.randomUUID(), today, "村".repeat(200), "民".repeat(500), "访".repeat(4000)));
        }
        String batch = "{\"visits\":[" + String.join(",", rows) + "]}";
        helper.as().queryParam("dryRun", true).body(batch).post("/api/v1/visits/batch").then().statusCode(200).body(
                "results.findAll { it.result == 'CREATED' }.size()", is(200));
        helper.as().body(batch.replace("访访", "访".repeat(6))).post("/api/v1/visits/batch").then().statusCode(
                413).contentType(
                        "application/problem+json");
    }

    @Test
    void aBatchHasAtMostTwoHundredVisits() {
        String rows = String.join(",", Collections.nCopies(201, "{}"));
        helper.as().body("{\"visits\":[" + rows + "]}").post("/api/v1/visits/batch").then().statusCode(422).body(
                "errors[0].pointer", is("/visits"));
    }

    private static String row(SampleCase of, String visit) {
        return visit.replaceFirst("\\{", "{\"caseId\":" + of.caseId() + ",");
    }
}
