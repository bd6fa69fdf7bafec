package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Direct supervision by a superior: on and off with history, shown as a flag, ended with the case. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SupervisionApiTest {

    private static final String PART = "/supervisions";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private StoredCases stored;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        stored = new StoredCases(jdbi, world, cast, cast.openRound());
    }

    private CaseAtHand rectifying() {
        return new CaseAtHand(jdbi, cast, stored.below(world.township(), CaseState.RECTIFYING, null));
    }

    private static String listing() {
        return """
                {"leaderName": "周部长", "leaderPost": "市委组织部部长", "deadline": "%s", "reportFrequency": "MONTHLY",
                 "reason": "矛盾集中"}""".formatted(CaseAtHand.today().plusMonths(2));
    }

    private Response supervise(Role role, CaseAtHand subject) {
        return subject.post(role, PART, subject.etag(), listing());
    }

    private Response lift(Role role, CaseAtHand subject) {
        return subject.post(role, PART + "/lift", subject.etag(), "{\"reason\": \"主要问题已解决\"}");
    }

    private List<Long> listed(boolean underSupervision) {
        return new CaseList(cast.token(Role.COUNTY_ORG)).walk(50, Map.of("underSupervision", underSupervision));
    }

    @Test
    void aListedCaseShowsItsSupervisionUntilItIsLifted() {
        CaseAtHand subject = rectifying();
        CaseAtHand other = rectifying();
        supervise(Role.CITY_ORG, subject).then().statusCode(201).header("ETag", is(subject.etag())).body("leaderName",
                is("周部长")).body("supervisor", is("city_org")).body("unitId", is(world.city())).body("endedAt",
                        nullValue());
        subject.get(Role.TOWNSHIP).then().body("standing.supervision.leaderPost", is("市委组织部部长")).body(
                "standing.supervision.reportFrequency", is("MONTHLY"));
        assertThat(listed(true)).containsExactly(subject.id());
        assertThat(listed(false)).containsExactly(other.id());
        cast.as(Role.COUNTY_ORG).get("/api/v1/notices").then().body("items[0].kind", is("SUPERVISION")).body(
                "items[0].unitId", is(world.county()));

        lift(Role.CITY_ORG, subject).then().statusCode(201).body("ending", is("LIFTED")).body("endReason",
                is("主要问题已解决"));
        subject.get(Role.TOWNSHIP).then().body("standing.supervision", nullValue());
        supervise(Role.PROVINCE_ORG, subject).then().statusCode(201);
        cast.as(Role.TOWNSHIP).get(subject.path() + PART).then().body("items.supervisor",
                contains("province_org", "city_org")).body("items.ending", contains(nullValue(), is("LIFTED")));
        cast.as(Role.TOWNSHIP).get(subject.path() + "/timeline").then().body("items.kind",
                contains("supervision.listed", "supervision.lifted", "supervision.listed")).body("items.notifiedUnitId",
                        contains(world.county(), null, world.county()));
    }

    @Test
    void aCaseIsUnderOneSupervisionAtATime() {
        CaseAtHand subject = rectifying();
        supervise(Role.CITY_ORG, subject).then().statusCode(201);
        supervise(Role.PROVINCE_ORG, subject).then().statusCode(409).body("type",
                is("urn:zhengdun:problem:already-exists"));
        cast.as(Role.CITY_ORG).get(subject.path() + PART).then().body("items", hasSize(1));
    }

    @Test
    void onlySuperiorsListAndOnlyTheProvinceLiftsItsOwn() {
        CaseAtHand subject = rectifying();
        supervise(Role.COUNTY_ORG, subject).then().statusCode(403);
        supervise(Role.TOWNSHIP, subject).then().statusCode(403);
        lift(Role.CITY_ORG, subject).then().statusCode(409);
        supervise(Role.PROVINCE_ORG, subject).then().statusCode(201);
        lift(Role.CITY_ORG, subject).then().statusCode(403).body("rule", is("supervision-of-a-higher-level"));
        lift(Role.PROVINCE_ORG, subject).then().statusCode(201);
        Cast others = new Cast(World.create(jdbi));
        supervise(Role.CITY_ORG, new CaseAtHand(jdbi, others, subject.id())).then().statusCode(404);
    }

    @Test
    void refusesValuesAtTheirPointers() {
        CaseAtHand subject = rectifying();
        subject.post(Role.CITY_ORG, PART, subject.etag(), "{}").then().statusCode(422).body("errors.pointer",
                containsInAnyOrder("/leaderName", "/leaderPost", "/deadline", "/reportFrequency", "/reason"));
        subject.post(Role.CITY_ORG, PART, subject.etag(), listing().replace(
                CaseAtHand.today().plusMonths(2).toString(), CaseAtHand.today().toString())).then().statusCode(
                        422).body("errors.pointer", contains("/deadline"));
        subject.post(Role.CITY_ORG, PART, subject.etag(), listing().replace("MONTHLY", "DAILY")).then().statusCode(422);
        cast.as(Role.CITY_ORG).get(subject.path() + PART).then().body("items", empty());
    }

    @Test
    void onlyListedCasesAreSupervised() {
        for (CaseState state : CaseState.values()) {
            CaseAtHand subject = new CaseAtHand(jdbi, cast, stored.below(world.township(), state, null));
            boolean open = CaseState.UNDER_DEADLINE.contains(state) || state == CaseState.TRANSFORMED;
            supervise(Role.CITY_ORG, subject).then().statusCode(open ? 201 : 409);
        }
    }

    @Test
    void supervisionEndsVisiblyWithItsCase() {
        CaseAtHand subject = rectifying();
        supervise(Role.CITY_ORG, subject).then().statusCode(201);
        long version = Long.parseLong(subject.etag().replace("\"", ""));
        subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.CANCEL).then().statusCode(201).header("ETag",
                is("\"" + (version + 1) + "\"")).body("standing.supervision", nullValue());
        cast.as(Role.TOWNSHIP).get(subject.path() + PART).then().body("items.ending", contains("CASE_ENDED"));
        cast.as(Role.TOWNSHIP).get(subject.path() + "/timeline").then().body("items.kind",
                contains("supervision.listed", "supervision.ended", "move.CANCEL")).body("items.seq",
                        contains(1, 2, 3));
        assertThat(listed(true)).isEmpty();
    }

    private void set(CaseAtHand subject, String assignments) {
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET " + assignments + " WHERE id = ?",
                subject.id()));
    }

    private CaseAtHand overdue(int days) {
        return new CaseAtHand(jdbi, cast, stored.below(world.township(), CaseState.RECTIFYING,
                CaseAtHand.today().minusDays(days)));
    }

    private CaseAtHand restricted() {
        CaseAtHand subject = rectifying();
        stored.addProblems(subject.id(), 1);
        jdbi.useHandle(handle -> handle.execute("UPDATE problem SET restricted = true WHERE case_id = ?",
                subject.id()));
        return subject;
    }

    private CaseAtHand relisted(int branch, int yearsAgo) {
        CaseAtHand former = new CaseAtHand(jdbi, cast, stored.of(branch, CaseState.CLOSED, null));
        set(former, "confirmed_at = now() - interval '" + yearsAgo + " years' + interval '1 day'");
        CaseAtHand subject = new CaseAtHand(jdbi, cast, stored.of(branch, CaseState.PLANNING, null));
        set(subject, "confirmed_at = now()");
        return subject;
    }

    @Test
    void theRulesSuggestCasesWithTheirReasons() {
        CaseAtHand late = overdue(60);
        CaseAtHand notYet = overdue(59);
        CaseAtHand hard = restricted();
        CaseAtHand again = relisted(world.branch(1), 5);
        CaseAtHand longAgo = relisted(world.branch(2), 6);
        set(new CaseAtHand(jdbi, cast, overdue(90).id()), "state = 'CLOSED'");

        cast.as(Role.CITY_ORG).get("/api/v1/supervision-suggestions").then().statusCode(200).body("items.caseId",
                contains((int) late.id(), (int) hard.id(), (int) again.id())).body("items.reasons.flatten().reason",
                        contains("LONG_OVERDUE", "RESTRICTED_CATEGORY", "RELISTED"));
        again.get(Role.COUNTY_ORG).then().body("standing.relisted", is(true)).body(
                "standing.supervisionSuggested.reason", contains("RELISTED"));
        longAgo.get(Role.COUNTY_ORG).then().body("standing.relisted", is(false)).body("standing.supervisionSuggested",
                empty());
        notYet.get(Role.COUNTY_ORG).then().body("standing.supervisionSuggested", empty());
        late.get(Role.COUNTY_ORG).then().body("standing.supervisionSuggested[0].label", is("长期逾期"));
    }

    @Test
    void aSuggestionEndsWhenItIsFollowed() {
        CaseAtHand hard = restricted();
        supervise(Role.CITY_ORG, hard).then().statusCode(201);
        hard.get(Role.CITY_ORG).then().body("standing.supervisionSuggested", empty());
        cast.as(Role.CITY_ORG).get("/api/v1/supervision-suggestions").then().body("items", empty());
    }

    @Test
    void suggestionsArePagedAndStayInScope() {
        List<Integer> ids = List.of((int) overdue(70).id(), (int) restricted().id(), (int) overdue(80).id());
        String next = cast.as(Role.PROVINCE_ORG).get("/api/v1/supervision-suggestions?limit=2").then().body(
                "items.caseId", is(ids.subList(0, 2))).extract().path("next");
        cast.as(Role.PROVINCE_ORG).queryParam("limit", 2).queryParam("cursor", next).get(
                "/api/v1/supervision-suggestions").then().body("items.caseId", hasItem(ids.get(2))).body("next",
                        nullValue());
        new Cast(World.create(jdbi)).as(Role.CITY_ORG).get("/api/v1/supervision-suggestions").then().body("items",
                empty());
        cast.as(Role.COUNTY_ORG).get("/api/v1/supervision-suggestions").then().statusCode(403);
    }
}
