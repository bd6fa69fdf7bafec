package org.zhengdun.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.time.YearMonth;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class MonthlyReportApiTest {

    private static final String REPORTS = "/api/v1/monthly-reports";

    @Inject
    Jdbi jdbi;
    @Inject
    ReportClock clock;
    @Inject
    OwedReports owed;
    @Inject
    Days days;

    private final YearMonth month = YearMonth.now(Days.ZONE);
    private final YearMonth last = month.minusMonths(1);
    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void listABranch() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        new CaseStory(cast).nominate(round, world.branch(1)).confirm();
    }

    private ValidatableResponse submit(int unit, YearMonth of) {
        return cast.as(Role.TOWNSHIP).contentType("application/json").body("""
                {"unitId": %d, "roundId": %d, "month": "%s", "progress": "研判一次"}""".formatted(unit, round, of)).post(
                REPORTS).then();
    }

    private ValidatableResponse list(String query) {
        return cast.as(Role.COUNTY_ORG).get(REPORTS + query).then().statusCode(200);
    }

    /** The report of last month is still due for some days. */
    private void due() {
        QuarkusTransaction.requiringNew().run(
                () -> owed.open(new OwedReports.Owed(round, world.township(), last)));
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE monthly_report SET due_on = :day WHERE unit_id = :unit").bind(
                        "day", days.today().plusDays(3)).bind("unit", world.township()).execute());
    }

    /** A report of a month long past that was never submitted. */
    private void missed(YearMonth past) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at)
                        SELECT :round, id, ancestors, :month::date, :month::date + 35, 2, now() FROM org_unit WHERE id = :unit""").bind(
                        "round", round).bind("month", past.atDay(1)).bind("unit", world.township()).execute());
    }

    @Test
    void aRunningMonthIsNotReportedBeforeItsLastDay() {
        boolean complete = ReportMonth.isComplete(month, days.today());
        ValidatableResponse answer = submit(world.township(), month).statusCode(complete ? 201 : 422);
        if (!complete) {
            answer.body("errors[0].pointer", is("/month")).body("errors[0].code", is("report.running-month"));
            list("").body("items.size()", is(0));
        }
    }

    @Test
    void theTownshipReportsTheMonthOnceWithFiguresThatTheServiceCounts() {
        due();
        ValidatableResponse created = submit(world.township(), last).statusCode(201);
        created.body("report.state", is("ON_TIME")).body("report.light", is("GREEN")).body(
                "editions[0].figures.casesByState.CONFIRMED",
                is(1)).body("editions[0].figures.problems", is(2)).body("editions[0].figures.measuresOverdue",
                        is(0));
        submit(world.township(), last).statusCode(409);
        int id = created.extract().path("report.id");
        cast.as(Role.CITY_ORG).get(REPORTS + "/" + id).then().statusCode(200).body("editions.size()", is(1));
        assertThat(deadlines()).containsExactlyInAnyOrder("MET", "OPEN");
    }

    @Test
    void theFiguresOfASubmittedReportStayAsTheyWere() {
        due();
        int id = submit(world.township(), last).statusCode(201).extract().path("report.id");
        new CaseStory(cast).nominate(round, world.branch(2)).confirm();
        cast.as(Role.TOWNSHIP).get(REPORTS + "/" + id).then().body("editions[0].figures.casesByState.CONFIRMED",
                is(1));
    }

    @Test
    void aCorrectionIsOneMoreEditionWithItsReason() {
        due();
        ValidatableResponse created = submit(world.township(), last).statusCode(201);
        String path = REPORTS + "/" + created.extract().<Integer>path("report.id") + "/corrections";
        String body = "{\"progress\": \"研判两次\", \"reason\": \"漏报\"}";
        var request = cast.as(Role.TOWNSHIP).contentType("application/json").body(body);
        request.post(path).then().statusCode(428);
        String etag = created.extract().header("ETag");
        cast.as(Role.TOWNSHIP).contentType("application/json").body(body).header("If-Match", etag).post(
                path).then().statusCode(200).body("editions.edition", contains(1, 2)).body("editions[1].reason",
                        is("漏报")).body("report.state", is("ON_TIME"));
        cast.as(Role.TOWNSHIP).contentType("application/json").body(body).header("If-Match", etag).post(
                path).then().statusCode(412);
        cast.as(Role.TOWNSHIP).contentType("application/json").body("{\"progress\": \"x\", \"reason\": \" \"}").header(
                "If-Match", etag).post(path).then().statusCode(422).body("errors[0].pointer", is("/reason"));
        cast.as(Role.COUNTY_ORG).contentType("application/json").body(body).header("If-Match", etag).post(
                path).then().statusCode(403);
    }

    @Test
    void whatIsNotOwedIsRefusedAndNothingIsStored() {
        submit(world.township(), month.plusMonths(1)).statusCode(422).body("errors[0].pointer", is("/month"));
        submit(world.township(), last).statusCode(422).body("errors[0].code", is("report.nothing-owed"));
        submit(world.county(), month).statusCode(422).body("errors[0].pointer", is("/unitId"));
        int neighbour = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        submit(neighbour, month).statusCode(422).body("errors[0].pointer", is("/unitId"));
        world.grant(cast.person(Role.TOWNSHIP).accountId(), Role.TOWNSHIP, world.county());
        submit(world.county(), month).statusCode(422).body("errors[0].code", is("report.not-a-township"));
        submit(neighbour, last).statusCode(422).body("errors[0].code", is("report.nothing-owed"));
        cast.as(Role.TOWNSHIP).contentType("application/json").body("""
                {"unitId": %d, "roundId": %d, "month": "2026-13", "progress": "x"}""".formatted(world.township(),
                round)).post(REPORTS).then().statusCode(422).body("errors[0].pointer", is("/month"));
        list("").body("items.size()", is(0));
    }

    @Test
    void aLateReportIsAcceptedAndMarked() {
        missed(month.minusMonths(5));
        submit(world.township(), month.minusMonths(5)).statusCode(201).body("report.state", is("LATE")).body(
                "report.light", is("GREEN"));
    }

    @Test
    void twoMissedInARowTurnTheLightRedAndASubmissionTurnsItBack() {
        YearMonth first = month.minusMonths(4);
        YearMonth second = month.minusMonths(3);
        missed(first);
        missed(second);
        list("?month=" + first).body("items.light", contains("YELLOW")).body("items.lightReason.code",
                contains("light.REPORT_OVERDUE"));
        list("?month=" + second + "&state=MISSED").body("items.light", contains("RED")).body("items.lightReason.code",
                contains("light.REPORTS_MISSED"));
        submit(world.township(), first).statusCode(201);
        list("?month=" + second).body("items.light", contains("YELLOW"));
        cast.as(Role.COUNTY_ORG).get(REPORTS + "/count?month=" + first).then().statusCode(200).body("opened",
                is(1)).body("late", is(1)).body("missed", is(0));
        list("?unit=" + world.township()).body("items.month", hasItems(second.toString(), first.toString()));
    }

    @Test
    void pagesFollowTheMonthsWithoutGapOrRepetition() {
        List.of(4, 5, 6).forEach(back -> missed(month.minusMonths(back)));
        String next = list("?limit=2").body("items.month",
                contains(month.minusMonths(4).toString(), month.minusMonths(5).toString())).extract().path("next");
        list("?limit=2&cursor=" + next).body("items.month", contains(month.minusMonths(6).toString()));
    }

    @Test
    void threeReplicasOpenEachOwedReportOnce() throws Exception {
        AtOnce.times(3, () -> {
            clock.tick();
            return "opened";
        });
        list("").body("items.month", contains(month.toString())).body("items.state", contains("DUE")).body(
                "items.dueOn",
                contains(month.plusMonths(1).atDay(5).toString()));
        assertThat(deadlines()).containsExactly("OPEN");
    }

    private List<String> deadlines() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT state FROM deadline WHERE kind = 'REPORT' AND unit_id = :unit").bind("unit",
                        world.township()).mapTo(String.class).list());
    }

    @Test
    void monthsThatNobodyLookedAtAreMadeUpFor() {
        YearMonth known = month.minusMonths(3);
        missed(known);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET confirmed_at = confirmed_at - interval '200 days' WHERE a1 = ?",
                world.province()));
        clock.tick();
        list("").body("items.month", contains(month.toString(), month.minusMonths(1).toString(),
                month.minusMonths(2).toString(), known.toString()));
    }
}
