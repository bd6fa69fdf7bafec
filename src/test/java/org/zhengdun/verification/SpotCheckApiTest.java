package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Spot checks: unannounced until they start, then ordinary checks of the case with consequences. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SpotCheckApiTest {

    private static final List<Role> CHECKED = List.of(Role.BRANCH, Role.TOWNSHIP, Role.COUNTY_ORG);

    @Inject
    Jdbi jdbi;

    @Inject
    Days days;

    private final Map<Role, Api> people = new EnumMap<>(Role.class);
    private SpotCheckWorld checks;

    @BeforeEach
    void transformCases() {
        checks = new SpotCheckWorld(jdbi, 2);
    }

    private String inspector(SampleCase subject) {
        return "city-inspector-" + subject.caseId();
    }

    /** Everything that the checked levels and an auditor of the county read about the cases, as text. */
    private String seenBelow() {
        List<String> seen = new ArrayList<>();
        Api auditor = api(Role.AUDITOR);
        auditor.get("/api/v1/audit").extract().jsonPath().getList("items", Map.class).stream().filter(
                row -> !"audit.read".equals(row.get("action"))).forEach(row -> seen.add(row.toString()));
        for (Role role : CHECKED) {
            Api reader = api(role);
            seen.add(reader.get("/api/v1/cases").extract().asString());
            for (SampleCase subject : checks.cases) {
                for (String part : List.of("timeline", "checks", "look-backs", "helpers")) {
                    seen.add(reader.get(subject.path(part)).extract().asString());
                }
                var detail = reader.get("/api/v1/cases/" + subject.caseId()).extract();
                seen.add(detail.header("ETag") + detail.asString());
            }
            if (role != Role.BRANCH) {
                seen.add(reader.get("/api/v1/notices").extract().asString());
            }
        }
        return String.join("\n", seen).replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }

    private Api api(Role role) {
        return people.computeIfAbsent(role, added -> new Api(checks.world.user(added, switch (added) {
            case BRANCH -> checks.world.branch(1);
            case TOWNSHIP -> checks.world.township();
            default -> checks.world.county();
        })));
    }

    @Test
    void aPlannedSpotCheckIsInvisibleToTheCheckedUntilItStarts() {
        String before = seenBelow();
        String path = checks.drawn(3);
        assertThat(seenBelow()).isEqualTo(before);
        for (Role role : CHECKED) {
            for (String sample : List.of(path, "/api/v1/samples/999999999", "/api/v1/samples")) {
                api(role).get(sample).statusCode(403);
            }
        }
        SampleCase subject = checks.firstDrawn(path);
        checks.start(checks.city, path, subject, inspector(subject)).statusCode(201).body("purpose", is("SPOT_CHECK"));
        for (Role role : List.of(Role.TOWNSHIP, Role.COUNTY_ORG)) {
            api(role).get(subject.path("checks")).body("items.purpose", contains("SPOT_CHECK"));
            api(role).get(subject.path("timeline")).body("items.kind", hasItem("spot-check.started"));
        }
        assertThat(checks.list(path + "/items").getList("items.state")).containsExactlyInAnyOrder("STARTED", "PLANNED",
                "PLANNED");
    }

    @Test
    void onlyADrawnCaseIsCheckedAndOnlyOnceAndNotAfterItWasReplaced() {
        String path = checks.drawn(1);
        SampleCase drawn = checks.firstDrawn(path);
        SampleCase other = checks.cases.stream().filter(
                each -> each.caseId() != drawn.caseId()).findFirst().orElseThrow();
        checks.start(checks.city, path, other, "x").statusCode(422).body("errors.pointer", contains("/sampleId"));
        checks.start(checks.city, "/999999999", drawn, "x").statusCode(422).body("errors.pointer",
                contains("/sampleId"));
        checks.start(api(Role.COUNTY_ORG), path, drawn, "x").statusCode(403);
        checks.start(checks.city, path, drawn, inspector(drawn)).statusCode(201);
        checks.start(checks.city, path, drawn, inspector(drawn)).statusCode(409);
        long item = checks.list(path + "/items").getLong("items[0].id");
        checks.replace(path, item, "{\"reason\": \"不便\"}").statusCode(409);
    }

    @Test
    void aCancelledSpotCheckLetsTheDrawnCaseBeCheckedAnew() {
        String path = checks.drawn(1);
        SampleCase subject = checks.firstDrawn(path);
        CheckTeam team = new CheckTeam(subject, checks.city, inspector(subject));
        String check = subject.path("checks/" + checks.start(checks.city, path, subject, team.leader()).statusCode(
                201).extract().jsonPath().getLong("id"));
        team.answer(check, "{\"code\":\"A1\",\"score\":3}").statusCode(200);
        api(Role.COUNTY_ORG).get(check).body("state", is("RUNNING")).body("items", nullValue());
        String cancellation = "{\"reason\": \"组长患病\"}";
        api(Role.COUNTY_ORG).post(check + "/cancel", subject.etag(), cancellation).statusCode(403).body("rule",
                is("wrong-level"));
        checks.city.post(check + "/cancel", subject.etag(), cancellation).statusCode(200);
        assertThat(checks.list(path + "/items").getList("items.state")).containsExactly("PLANNED");
        checks.start(checks.city, path, subject, inspector(subject) + "b").statusCode(201);
        assertThat(checks.list(path + "/items").getList("items.state")).containsExactly("STARTED");
    }

    @Test
    void nobodyWithAPartInTheCaseIsOnTheTeam() {
        String path = checks.drawn(3);
        SampleCase subject = checks.firstDrawn(path);
        checks.start(checks.city, path, subject, checks.township.subject()).statusCode(403).body("rule",
                is("participant-is-not-inspector"));
        World.Person accepter = checks.world.person(Role.COUNTY_ORG, checks.world.county());
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO check_member VALUES (?, ?, '孙组长', '科长', '县委组织部', true)", running(subject),
                accepter.accountId()));
        checks.start(checks.city, path, subject, accepter.subject()).statusCode(403).body("rule",
                is("accepter-is-not-spot-checker"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedSpotCheckLetsCityAndCountyRevokeAndItsItemsBecomeProblems(boolean byCity) {
        SampleCase subject = checkedWith("\"A1\",\"score\":6", "\"A1\",\"score\":1");
        Api revoker = byCity ? checks.city : api(Role.COUNTY_ORG);
        String move = """
                {"action": "REVOKE", "reason": "抽查不合格", "deadline": "%s"}""".formatted(days.today().plusDays(60));
        revoker.post(subject.path("transitions"), subject.etag(), move).statusCode(409).body("refusals[0].code",
                is("gate.no-relapse-on-record"));
        SampleCase failed = checkedWith("\"V1\",\"vetoTriggered\":false", "\"V1\",\"vetoTriggered\":true");
        revoker.post(failed.path("transitions"), failed.etag(), move).statusCode(201).body("state",
                is("RECTIFYING")).body("relapses", is(1)).body("problems.size()", is(1)).body("problems[0].state",
                        is("OPEN")).body("problems[0].source", startsWith("SPOT_CHECK:")).body("problems[0].dueOn",
                                is(days.today().plusDays(60).toString()));
    }

    /** A completed spot check of a case with full marks but for one answer. */
    private SampleCase checkedWith(String answer, String instead) {
        String path = checks.drawn(1);
        SampleCase subject = checks.firstDrawn(path);
        CheckTeam team = new CheckTeam(subject, checks.city, inspector(subject) + checks.etag(path).hashCode());
        String check = subject.path("checks/" + checks.start(checks.city, path, subject, team.leader()).statusCode(
                201).extract().jsonPath().getLong("id"));
        team.answer(check, team.allItems(check).replace(answer, instead)).statusCode(200);
        team.inspector().put(check + "/ballots", subject.etag(), CheckTeam.BALLOTS).statusCode(200);
        team.complete(check).statusCode(200);
        return subject;
    }

    @Test
    void agreementShowsTheChecksBehindItsFigures() {
        List<Long> accepted = new ArrayList<>();
        checks.cases.forEach(subject -> accepted.add(acceptance(subject)));
        SampleCase same = checkedWith("\"A1\",\"score\":6", "\"A1\",\"score\":4");
        String agreement = "/api/v1/statistics/agreement?unit=" + checks.world.city();
        checks.city.get(agreement).statusCode(200).body("items.size()", is(1)).body("items[0].countyId",
                is(checks.world.county())).body("items[0].checked", is(1)).body("items[0].sameVerdict.numerator",
                        is(1)).body("items[0].sameVerdict.denominator", is(1)).body("items[0].scoreDifferenceSum",
                                is(8.0f)).body("items[0].pairs.caseId", contains((int) same.caseId())).body(
                                        "items[0].pairs[0].acceptanceCheckId",
                                        is(accepted.get(checks.cases.stream().map(SampleCase::caseId).toList().indexOf(
                                                same.caseId())).intValue()));
        api(Role.COUNTY_ORG).get("/api/v1/statistics/agreement?unit=" + checks.world.county()).body("items[0].checked",
                is(1));
        api(Role.COUNTY_ORG).get(agreement).statusCode(404);
    }

    @Test
    void anOverturnedAcceptanceIsCounted() {
        checks.cases.forEach(this::acceptance);
        checkedWith("\"V1\",\"vetoTriggered\":false", "\"V1\",\"vetoTriggered\":true");
        checks.city.get("/api/v1/statistics/agreement?unit=" + checks.world.city()).body(
                "items[0].sameVerdict.numerator", is(0)).body("items[0].overturned.numerator", is(1)).body(
                        "items[0].overturned.percent", is(100.0f)).body("items[0].pairs[0].spotCheckPassed", is(false));
    }

    private long running(SampleCase subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO acceptance_check (case_id, checklist_id, held_on, state, formed_at, formed_by)
                VALUES (:case, 1, current_date, 'RUNNING', now(), :by) RETURNING id""").bind("case",
                subject.caseId()).bind("by", checks.township.accountId()).mapTo(Long.class).one());
    }

    /** A completed acceptance with 90 points, put into the database. */
    private long acceptance(SampleCase subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO acceptance_check (case_id, checklist_id, held_on, state, formed_at, formed_by, completed_at,
                    completed_by, score, passed)
                VALUES (:case, 1, current_date, 'COMPLETED', now() - interval '2 days', :by, now(), :by, 90, true)
                RETURNING id""").bind("case", subject.caseId()).bind("by", checks.township.accountId()).mapTo(
                Long.class).one());
    }

    @Test
    void aClosedCaseIsSpotCheckedButNotReopened() {
        checks.cases.forEach(subject -> subject.put("CLOSED"));
        SampleCase subject = checkedWith("\"V1\",\"vetoTriggered\":false", "\"V1\",\"vetoTriggered\":true");
        checks.city.get("/api/v1/cases/" + subject.caseId()).body("state", is("CLOSED")).body("problems.size()", is(0));
        checks.city.post(subject.path("transitions"), subject.etag(), """
                {"action": "REVOKE", "reason": "抽查不合格", "deadline": "2030-01-01"}""").statusCode(409);
        checks.city.get(subject.path("checks")).body("items.purpose", containsInAnyOrder("SPOT_CHECK"));
    }
}
