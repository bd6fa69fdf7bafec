package org.zhengdun.helpers;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class AttendanceApiTest {

    private static final String ATTENDANCE = "/api/v1/helpers/attendance";

    private final Jdbi jdbi;
    private final Days days;
    private YearMonth month;
    private World world;
    private Api county;
    private SampleCase first;
    private SampleCase second;
    private Helping helping;

    @Inject
    AttendanceApiTest(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    @BeforeEach
    void assignToTwoCases() {
        month = YearMonth.from(days.today()).minusMonths(1);
        world = World.create(jdbi);
        World.Person proposer = world.person(Role.TOWNSHIP, world.township());
        first = SampleCase.create(jdbi, world, world.branch(1), proposer, "RECTIFYING");
        second = SampleCase.create(jdbi, world, world.branch(2), proposer, "RECTIFYING");
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        helping = new Helping(jdbi, county, "fs-" + first.caseId());
        helping.assign(first, month.atDay(1).minusYears(1));
        helping.assign(second, month.atDay(month.lengthOfMonth() / 2 + 1));
    }

    @Test
    void countsADayOnceOverAllCases() {
        visit(first, month.atEndOfMonth());
        visit(second, month.atEndOfMonth());
        visit(first, month.atEndOfMonth());
        visit(first, month.atDay(1));
        visit(first, month.atDay(1).minusDays(1));
        int covered = month.lengthOfMonth() - month.lengthOfMonth() / 2;
        int part = Math.ceilDiv(20 * covered, month.lengthOfMonth());
        county.get(ATTENDANCE + "?month=" + month).statusCode(200).body("items.loggedDays", contains(2, 1)).body(
                "items.requiredDays", contains(20, part)).body("items.missingDays", contains(18, part - 1));
        county.get(ATTENDANCE + "?month=" + month.minusMonths(1)).body("items.loggedDays", contains(1));
    }

    /** A first secretary who was in the village before its case was entered cannot have logged those days. */
    @Test
    void countsFromTheDayTheCaseWasEntered() {
        LocalDate entered = month.atDay(month.lengthOfMonth() - 4);
        first.recordedOn(entered);
        county.get(ATTENDANCE + "?month=" + month).body("items[0].requiredDays",
                is(Math.ceilDiv(20 * 5, month.lengthOfMonth())));
        county.get(ATTENDANCE + "?month=" + month.minusMonths(1)).body("items", hasSize(0));
        helping.api().as().body(Helping.visit(UUID.randomUUID(), entered.minusDays(1), "x")).post(
                first.path("visits")).then().statusCode(422).body("errors[0].code", is("visit.before-case"));
    }

    @Test
    void listsShortfallsBySettingOfTheRound() {
        visit(first, month.atDay(1));
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE round SET settings = settings || '{"attendanceDays": 1}' WHERE unit_id = ?""", world.county()));
        county.get(ATTENDANCE + "?shortfall=true&month=" + month).body("items.caseId",
                contains((int) second.caseId()));
        county.get(ATTENDANCE + "?shortfall=false&month=" + month).body("items.caseId",
                contains((int) first.caseId()));
    }

    @Test
    void showsEachCallerHisPart() {
        Helping colleague = new Helping(jdbi, county, "colleague-" + first.caseId());
        colleague.assign(first, month.atDay(1));
        String path = ATTENDANCE + "?month=" + month;
        new Api(world.user(Role.TOWNSHIP, world.township())).get(path).body("items", hasSize(3));
        helping.api().get(path).body("items.caseId",
                containsInAnyOrder((int) first.caseId(), (int) second.caseId()));
        county.get(path + "&unit=" + world.township()).body("items", hasSize(3));
        World elsewhere = World.create(jdbi);
        Api stranger = new Api(elsewhere.user(Role.COUNTY_ORG, elsewhere.county()));
        stranger.get(path).body("items", hasSize(0));
        stranger.get(path + "&unit=" + world.township()).statusCode(404);
    }

    @Test
    void walksThePagesAndRefusesWhatIsNoMonth() {
        String path = ATTENDANCE + "?limit=1&month=" + month;
        String next = county.get(path).body("items", hasSize(1)).extract().path("next");
        county.as().queryParam("cursor", next).get(path).then().statusCode(200).body("items.caseId",
                contains((int) second.caseId()));
        county.get(ATTENDANCE + "?month=2026-13").statusCode(400).body("errors[0].pointer", is("?month"));
    }

    private void visit(SampleCase subject, LocalDate day) {
        helping.api().as().body(Helping.visit(UUID.randomUUID(), day, "x")).post(
                subject.path("visits")).then().statusCode(
                        201);
    }
}
