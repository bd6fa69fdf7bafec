package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Unfinished cases are carried over into the next round: same case, reason, years counted. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CarryOverApiTest {

    private static final String PART = "/carry-overs";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private YearRounds rounds;
    private long present;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        rounds = new YearRounds(cast, world);
        present = cast.openRound();
        YearRounds.end(jdbi, present);
    }

    private CaseAtHand confirmed(int branch) {
        YearRounds.run(jdbi, present);
        CaseStory story = new CaseStory(cast).nominate(present, world.branch(branch)).confirm();
        YearRounds.end(jdbi, present);
        return new CaseAtHand(jdbi, cast, story.caseId());
    }

    private Response carry(CaseAtHand subject, long round) {
        return subject.post(Role.COUNTY_ORG, PART, subject.etag(), YearRounds.into(round));
    }

    private List<Long> listed(long round) {
        return new CaseList(cast.token(Role.COUNTY_ORG)).walk(50, Map.of("roundId", round));
    }

    @Test
    void theSameCaseIsCountedInBothRounds() {
        CaseAtHand subject = confirmed(1);
        long next = rounds.after(1);
        String former = subject.get(Role.COUNTY_ORG).path("dates.deadline");
        carry(subject, next).then().statusCode(201).header("ETag", is(subject.etag())).body("roundId",
                is((int) next)).body("year", is(YearRounds.thisYear() + 1)).body("state", is("CONFIRMED")).body(
                        "dates.deadline", is(YearRounds.thisYear() + 1 + "-12-31")).body("dates.originalDeadline",
                                is(former)).body("standing.years", is(2)).body("standing.accountabilityAlerts", is(0));
        cast.as(Role.TOWNSHIP).get(subject.path() + PART).then().statusCode(200).body("items", hasSize(1)).body(
                "items[0].years", is(2)).body("items[0].fromRoundId", is((int) present)).body("items[0].toRoundId",
                        is((int) next)).body("items[0].formerDeadline", is(former)).body("items[0].reason",
                                is("班子尚未配齐")).body("items[0].accountability", nullValue());
        assertThat(listed(present)).containsExactly(subject.id());
        assertThat(listed(next)).containsExactly(subject.id());
        CaseList list = new CaseList(cast.token(Role.COUNTY_ORG));
        assertThat(list.count(Map.of("carriedOver", true, "roundId", present, "state", "CONFIRMED"))).isEqualTo(1);
        assertThat(list.count(Map.of("carriedOver", false))).isZero();
    }

    @Test
    void aCarryOverLeavesItsReasonInTimelineAndAudit() {
        CaseAtHand subject = confirmed(1);
        carry(subject, rounds.after(1)).then().statusCode(201);
        cast.as(Role.TOWNSHIP).get(subject.path() + "/timeline").then().body("items[-1].kind", is("carry-over")).body(
                "items[-1].reason", is("班子尚未配齐")).body("items[-1].data.year", is(YearRounds.thisYear() + 1));
        int audited = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM audit_entry WHERE action = 'case.carry-over' AND entity_id = :case::text
                AND (before ->> 'year')::integer + 1 = (after ->> 'year')::integer""").bind("case", subject.id()).mapTo(
                Integer.class).one());
        assertThat(audited).isEqualTo(1);
    }

    @Test
    void theThirdYearAlertsTheCityOnceForEachCountOfYears() {
        CaseAtHand subject = confirmed(1);
        for (int years = 1; years <= 3; years++) {
            carry(subject, rounds.overAfter(jdbi, years)).then().statusCode(201).body("standing.years",
                    is(years + 1)).body(
                            "standing.accountabilityAlerts", is(Math.max(0, years - 1)));
        }
        cast.as(Role.CITY_ORG).get("/api/v1/notices?limit=200").then().body(
                "items.findAll { it.kind == 'ACCOUNTABILITY' }.caseId",
                contains((int) subject.id(), (int) subject.id())).body(
                        "items.findAll { it.kind == 'ACCOUNTABILITY' }.unitId", contains(world.city(), world.city()));
        cast.as(Role.TOWNSHIP).get(subject.path() + "/timeline?kind=carry-over").then().body("items.notifiedUnitId",
                contains(null, world.city(), world.city()));
    }

    @Test
    void aCaseStaysInItsRoundUntilThatIsOver() {
        CaseAtHand subject = confirmed(1);
        carry(subject, rounds.after(1)).then().statusCode(201);
        long yearAfterNext = rounds.after(2);
        String before = subject.trace();
        carry(subject, yearAfterNext).then().statusCode(409).body("detail", containsString("-12-31"));
        carryAll("{\"roundId\": %d, \"cases\": [%s]}".formatted(yearAfterNext, row(subject, version(subject))),
                "early").then().statusCode(422).body("errors.pointer", contains("/cases/0/caseId")).body("errors.code",
                        contains("carry-over.round-running"));
        assertThat(subject.trace()).isEqualTo(before);
    }

    @Test
    void whoJudgedACaseDoesNotCarryItOver() {
        CaseAtHand subject = confirmed(1);
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO case_participant (case_id, account_id, part) VALUES (?, ?, 'INSPECTOR')", subject.id(),
                cast.person(Role.COUNTY_ORG).accountId()));
        long next = rounds.after(1);
        carry(subject, next).then().statusCode(403).body("rule", is("inspector-takes-no-other-part"));
        carryAll("{\"roundId\": %d, \"cases\": [%s]}".formatted(next, row(subject, version(subject))),
                "judged").then().statusCode(422).body("errors.pointer", contains("/cases/0/caseId"));
        assertThat(listed(next)).isEmpty();
    }

    @Test
    void theSettingsSayInWhichYearTheAlertIsRaised() {
        String path = "/settings/" + world.county();
        cast.send("province_org", "PATCH", path, "{\"cycles\": {\"accountabilityYears\": 2}}",
                cast.send("province_org", "GET", path, null, null).etag());
        carry(confirmed(1), rounds.after(1)).then().body("standing.accountabilityAlerts", is(1));
    }

    @Test
    void theCityRecordsWhatItDidAboutAnAlert() {
        CaseAtHand subject = confirmed(1);
        carry(subject, rounds.overAfter(jdbi, 1));
        carry(subject, rounds.after(2)).then().statusCode(201);
        String third = "/accountability-alerts/3/handling";
        for (Role role : List.of(Role.CITY_ORG, Role.PROVINCE_ORG)) {
            assertThat(alerts(role)).containsExactly(subject.path() + third);
        }
        for (Role role : List.of(Role.BRANCH, Role.TOWNSHIP, Role.COUNTY_ORG)) {
            assertThat(alerts(role)).isEmpty();
        }
        String body = "{\"text\": \"已约谈\"}";
        subject.post(Role.COUNTY_ORG, third, subject.etag(), body).then().statusCode(403);
        subject.post(Role.CITY_ORG, "/accountability-alerts/2/handling", subject.etag(), body).then().statusCode(404);
        subject.post(Role.CITY_ORG, third, subject.etag(), "{\"text\": \" \"}").then().statusCode(422);
        subject.post(Role.CITY_ORG, third, subject.etag(), body).then().statusCode(201);
        assertThat(alerts(Role.CITY_ORG)).isEmpty();
        assertThat(alerts(Role.PROVINCE_ORG)).isEmpty();
        subject.post(Role.CITY_ORG, third, subject.etag(), body).then().statusCode(409);
        cast.as(Role.TOWNSHIP).get(subject.path() + PART).then().body("items[1].accountability.handling",
                is("已约谈")).body(
                        "items[1].accountability.handledBy", is(cast.person(Role.CITY_ORG).subject()));
    }

    @Test
    void anAlertOfAnEndedCaseWaitsForNobody() {
        CaseAtHand subject = confirmed(1);
        carry(subject, rounds.overAfter(jdbi, 1));
        carry(subject, rounds.after(2)).then().statusCode(201);
        assertThat(alerts(Role.CITY_ORG)).hasSize(1);
        subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.CANCEL).then().statusCode(201);
        assertThat(alerts(Role.CITY_ORG)).isEmpty();
    }

    /** Where the alerts are handled that wait for the role. */
    private List<String> alerts(Role role) {
        return cast.as(role).get("/api/v1/me/tasks").then().statusCode(200).extract().jsonPath().getList(
                "items.findAll { it.kind == 'HANDLE_ALERT' }.href");
    }

    @Test
    void noMomentLiesBetweenThePartsOfACarryOver() {
        CaseAtHand subject = confirmed(1);
        String former = subject.get(Role.COUNTY_ORG).path("dates.deadline");
        int next = (int) rounds.after(1);
        carry(subject, next).then().statusCode(201);
        Instant at = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT valid_from FROM rectification_case WHERE id = :id").bind("id", subject.id()).map(
                        (row, context) -> row.getTimestamp(1).toInstant()).one());
        subject.asOf(at).body("roundId", is(next)).body("year", is(YearRounds.thisYear() + 1)).body("standing.years",
                is(2)).body("dates.deadline", is(YearRounds.thisYear() + 1 + "-12-31")).body(
                        "deadlines.find { it.kind == 'CASE' }.history", hasSize(2));
        subject.asOf(at.minus(1, ChronoUnit.MICROS)).body("roundId", is((int) present)).body("year",
                is(YearRounds.thisYear())).body("standing.years", is(1)).body("dates.deadline",
                        is(former)).body("deadlines.find { it.kind == 'CASE' }.history",
                                hasSize(1));
    }

    @Test
    void aCaseCarriedOverIsCountedTheSameInListSummaryAndSample() {
        CaseAtHand subject = new CaseAtHand(jdbi, cast, new StoredCases(jdbi, world, cast, present).of(world.branch(1),
                CaseState.CONFIRMED, null));
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET confirmed_at = now() WHERE id = ?",
                subject.id()));
        long next = rounds.after(1);
        carry(subject, next).then().statusCode(201);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET state = 'TRANSFORMED', transformed_at = now() WHERE id = ?",
                subject.id()));
        for (long round : List.of(present, next)) {
            assertThat(listed(round)).containsExactly(subject.id());
            cast.as(Role.COUNTY_ORG).get("/api/v1/rounds/" + round + "/summary").then().body("total.listed",
                    is(1)).body("total.carriedOver", is(round == next ? 1 : 0));
            cast.as(Role.CITY_ORG).contentType("application/json").body("""
                    {"unitId": %d, "roundId": %d, "strata": [], "size": 1, "seedSource": "双色球"}""".formatted(
                    world.city(),
                    round)).post("/api/v1/samples").then().statusCode(201).body("population", is(1));
        }
    }

    @Test
    void refusesARoundThatIsNotTheNextOneOfTheBranch() {
        CaseAtHand subject = confirmed(1);
        Cast others = new Cast(World.create(jdbi));
        long foreign = others.openRound();
        long earlier = rounds.after(-1);
        String before = subject.trace();
        for (long round : List.of(foreign, earlier, present, rounds.after(2), 999_999_999L)) {
            carry(subject, round).then().statusCode(422).body("errors.pointer", contains("/roundId"));
        }
        assertThat(subject.trace()).isEqualTo(before);
    }

    @Test
    void refusesASecondCarryOverIntoTheSameRound() {
        CaseAtHand subject = confirmed(1);
        long next = rounds.after(1);
        carry(subject, next).then().statusCode(201);
        YearRounds.end(jdbi, next);
        carry(subject, next).then().statusCode(422).body("errors[0].code", is("carry-over.not-next-year"));
        assertThat(listed(next)).hasSize(1);
    }

    @Test
    void refusesWhatIsEndedOrNotDecidedOrTransformed() {
        StoredCases stored = new StoredCases(jdbi, world, cast, present);
        long next = rounds.after(1);
        for (CaseState state : CaseState.values()) {
            CaseAtHand subject = new CaseAtHand(jdbi, cast, stored.below(world.township(), state, null));
            carry(subject, next).then().statusCode(CarryOverRules.STATES.contains(state) ? 201 : 409);
        }
    }

    @Test
    void refusesValuesAtTheirPointers() {
        CaseAtHand subject = confirmed(1);
        long next = rounds.after(1);
        subject.post(Role.COUNTY_ORG, PART, subject.etag(), "{\"roundId\": %d}".formatted(next)).then().statusCode(
                422).body("errors.pointer", contains("/reason"));
        subject.post(Role.COUNTY_ORG, PART, subject.etag(),
                "{\"roundId\": %d, \"reason\": \"未完成\", \"deadline\": \"%s\"}".formatted(next,
                        CaseAtHand.today())).then().statusCode(422).body("errors.pointer", contains("/deadline"));
        assertThat(listed(next)).isEmpty();
    }

    @Test
    void refusesWhoMayNotAndWhatIsStale() {
        CaseAtHand subject = confirmed(1);
        String body = YearRounds.into(rounds.after(1));
        subject.post(Role.TOWNSHIP, PART, subject.etag(), body).then().statusCode(403);
        subject.post(Role.COUNTY_ORG, PART, "\"0\"", body).then().statusCode(412);
        cast.as(Role.COUNTY_ORG).contentType("application/json").body(body).post(
                subject.path() + PART).then().statusCode(
                        428);
        Cast others = new Cast(World.create(jdbi));
        new CaseAtHand(jdbi, others, subject.id()).post(Role.COUNTY_ORG, PART, subject.etag(), body).then().statusCode(
                404);
    }

    @Test
    void ofTwoAtOnceOneCarriesTheCaseOver() throws Exception {
        CaseAtHand subject = confirmed(1);
        long next = rounds.after(1);
        String etag = subject.etag();
        List<Integer> answers = AtOnce.times(4, () -> subject.post(Role.COUNTY_ORG, PART, etag,
                YearRounds.into(next)).statusCode());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 412);
        cast.as(Role.COUNTY_ORG).get(subject.path() + PART).then().body("items", hasSize(1));
    }

    @Test
    void aRoundIsNotClosedWhileACaseIsBroughtIntoIt() throws Exception {
        for (int branch = 1; branch <= 3; branch++) {
            World one = World.create(jdbi);
            Cast people = new Cast(one);
            long round = people.openRound();
            String nomination = """
                    {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                     "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                    one.branch(branch));
            people.token(Role.TOWNSHIP);
            people.token(Role.COUNTY_ORG);
            List<Integer> answers = AtOnce.all(List.of(
                    () -> people.as(Role.TOWNSHIP).contentType("application/json").body(nomination).post(
                            "/api/v1/cases").statusCode(),
                    () -> people.as(Role.COUNTY_ORG).header("If-Match", "\"0\"").post(
                            "/api/v1/rounds/" + round + "/close").statusCode()));
            assertThat(answers).isIn(List.of(201, 409), List.of(422, 200));
        }
    }

    private Response carryAll(String body, String key) {
        return cast.as(Role.COUNTY_ORG).contentType("application/json").header("Idempotency-Key", key).body(body).post(
                "/api/v1/carry-overs");
    }

    private static String row(CaseAtHand subject, long version) {
        return "{\"caseId\": %d, \"version\": %d, \"reason\": \"未完成\"}".formatted(subject.id(), version);
    }

    private static long version(CaseAtHand subject) {
        return Long.parseLong(subject.etag().replace("\"", ""));
    }

    @Test
    void carriesManyCasesOverTogether() {
        CaseAtHand one = confirmed(1);
        CaseAtHand two = confirmed(2);
        long next = rounds.after(1);
        String body = "{\"roundId\": %d, \"cases\": [%s, %s]}".formatted(next, row(two, version(two)),
                row(one, version(one)));
        for (int times = 0; times < 2; times++) {
            carryAll(body, "end-of-round").then().statusCode(201).body("items.caseId",
                    contains((int) one.id(), (int) two.id())).body("items.years", contains(2, 2));
        }
        assertThat(listed(next)).containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void carriesNoneOverWhenOneCannotBe() {
        CaseAtHand good = confirmed(1);
        CaseAtHand stale = confirmed(2);
        CaseAtHand ended = new CaseAtHand(jdbi, cast, new StoredCases(jdbi, world, cast, present).of(world.branch(3),
                CaseState.CANCELLED, null));
        World elsewhere = World.create(jdbi);
        Cast others = new Cast(elsewhere);
        CaseAtHand foreign = new CaseAtHand(jdbi, others, new CaseStory(others).nominate(others.openRound(),
                elsewhere.branch(1)).confirm().caseId());
        long next = rounds.after(1);
        carryAll("{\"roundId\": %d, \"cases\": [%s, %s, %s, %s, %s]}".formatted(next, row(good, version(good)),
                row(good, version(good)), row(stale, 0), row(ended, 0), row(foreign, version(foreign))),
                "k").then().statusCode(422).body("errors.pointer", containsInAnyOrder("/cases/1/caseId",
                        "/cases/2/version", "/cases/3/caseId", "/cases/4/caseId")).body("errors.code",
                                hasItem("reference.unknown"));
        carryAll("{\"roundId\": %d, \"cases\": []}".formatted(next), "k").then().statusCode(422);
        carryAll("{\"roundId\": 999999999, \"cases\": [%s]}".formatted(row(good, version(good))),
                "k").then().statusCode(
                        422).body("errors.pointer", contains("/roundId"));
        assertThat(listed(next)).isEmpty();
    }

    @Test
    void aRoundIsClosedWhenItsCasesAreCarriedOver() {
        CaseAtHand subject = confirmed(1);
        new StoredCases(jdbi, world, cast, present).of(world.branch(2), CaseState.TRANSFORMED, null);
        String close = "/api/v1/rounds/" + present + "/close";
        cast.as(Role.COUNTY_ORG).header("If-Match", "\"0\"").post(close).then().statusCode(409).body("refusals.code",
                contains("round.case-unfinished"));
        long next = rounds.after(1);
        carry(subject, next).then().statusCode(201);
        cast.as(Role.COUNTY_ORG).header("If-Match", "\"0\"").post(close).then().statusCode(200).body("state",
                is("CLOSED"));
        jdbi.useHandle(handle -> handle.execute("UPDATE round SET state = 'CLOSED' WHERE id = ?", next));
        CaseAtHand other = new CaseAtHand(jdbi, cast, new StoredCases(jdbi, world, cast, present).of(world.branch(3),
                CaseState.RECTIFYING, null));
        carry(other, next).then().statusCode(422).body("errors[0].code", is("round.closed"));
    }
}
