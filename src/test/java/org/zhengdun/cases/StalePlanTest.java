package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Digests;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** An approval holds for the plan that was approved, and for no other. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StalePlanTest {

    private static final String CHEN = "{\"name\": \"陈镇长\", \"post\": \"镇长\", \"unit\": \"镇政府\"}";

    @Inject
    Jdbi jdbi;

    private CaseStory story;
    private CaseAtHand subject;

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

    private long measure() {
        return detail().getLong("problems[0].measures[0].id");
    }

    private ValidatableResponse replace(String person) {
        return subject.post(Role.TOWNSHIP, "/measures/" + measure() + "/accountable", subject.etag(),
                person).then().statusCode(201);
    }

    private ValidatableResponse move(Role role, CaseAction action) {
        return subject.move(role, subject.etag(), action).then();
    }

    /** The algorithm of docs/case-history.md, without a line of the service. */
    private static String recomputed(JsonPath detail) throws JsonProcessingException {
        List<Object> problems = new ArrayList<>();
        for (Map<String, Object> problem : detail.<Map<String, Object>>getList("problems.findAll { !it.checkId }")) {
            List<Object> measures = new ArrayList<>();
            for (Map<String, Object> measure : list(problem, "measures")) {
                Map<String, Object> entry = only(measure, "description", "doers", "id", "kind", "originalDueOn",
                        "startsOn");
                list(measure, "accountable").stream().filter(
                        person -> !person.containsKey("until")).forEach(
                                person -> entry.put("accountable", only(person, "name", "post", "unit")));
                measures.add(entry);
            }
            Map<String, Object> entry = only(problem, "category", "fact", "id");
            entry.put("measures", measures);
            problems.add(entry);
        }
        return HexFormat.of().formatHex(
                Digests.sha256(new ObjectMapper().writeValueAsString(Map.of("problems", problems))));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(of.get(name));
    }

    private static Map<String, Object> only(Map<String, Object> all, String... names) {
        Map<String, Object> some = new TreeMap<>(all);
        some.keySet().retainAll(List.of(names));
        return some;
    }

    @Test
    void anybodyCanRecomputeTheHashFromTheServedCase() throws JsonProcessingException {
        assertThat(recomputed(detail())).isEqualTo(detail().getString("planHash"));
        replace(CHEN);
        assertThat(recomputed(detail())).isNotEqualTo(detail().getString("planHash"));
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(201);
        assertThat(recomputed(detail())).isEqualTo(detail().getString("planHash"));
    }

    @Test
    void aReplacedPersonBlocksTheSelfCheckUntilTheCountyApprovesAgain() {
        String approved = detail().getString("planHash");
        replace(CHEN).body("planStale", is(true)).body("planHash", is(approved)).body("planChanges.difference",
                contains("CHANGED")).body("planChanges[0].fields", contains("accountable")).body(
                        "blockedTransitions.find { it.action == 'SELF_CHECK' }.missing.code",
                        hasItem("gate.plan-stale"));
        move(Role.TOWNSHIP, CaseAction.SELF_CHECK).statusCode(409).body("refusals.code", hasItem("gate.plan-stale"));
        move(Role.TOWNSHIP, CaseAction.REAPPROVE_PLAN).statusCode(403);
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(201).body("planStale", is(false)).body(
                "planChanges", nullValue()).body("state", is("RECTIFYING"));
        assertThat(detail().getString("planHash")).isNotEqualTo(approved);
    }

    @Test
    void progressAndTheSamePersonAgainLeaveTheApprovalAlone() {
        replace("{\"name\": \"王委员\", \"post\": \"党委副书记\", \"unit\": \"镇党委\"}").body("planStale", is(false));
        long measure = measure();
        subject.post(Role.TOWNSHIP, "/measures/" + measure + "/done", subject.etag(),
                "{\"doneOn\": \"%s\"}".formatted(CaseAtHand.today())).then().statusCode(201).body("planStale",
                        is(false));
    }

    @Test
    void withoutAChangeThereIsNothingToApproveAgain() {
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(409).body("refusals.code",
                contains("gate.plan-unchanged"));
    }

    @Test
    void newWorkInTheCourseOfRectificationIsApprovedToo() {
        subject.post(Role.TOWNSHIP, "/problems", subject.etag(),
                "{\"category\": \"W07\", \"fact\": \"账目未公开\", \"source\": \"走访\"}").then().statusCode(201).body(
                        "planStale", is(true)).body("planChanges.item", contains("PROBLEM")).body(
                                "planChanges.difference", contains("ADDED"));
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(409).body("refusals.code",
                contains("gate.problem-without-measure"));
        long problem = detail().getLong("problems[2].id");
        subject.post(Role.TOWNSHIP, "/measures", subject.etag(), """
                {"problemId": %d, "kind": "ORDINARY", "description": "公开账目", "startsOn": "%s", "dueOn": "%2$s",
                 "accountable": %s}""".formatted(problem, CaseAtHand.today(), CHEN)).then().statusCode(201);
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(201).body("planStale", is(false));
    }

    @Test
    void aChangeAfterTheSelfCheckIsApprovedAndCheckedAgain() {
        story.rectify().move("township", "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查\"}");
        assertThat(detail().getBoolean("planStale")).isFalse();
        replace(CHEN).body("state", is("SELF_CHECKED"));
        move(Role.TOWNSHIP, CaseAction.APPLY_FOR_ACCEPTANCE).statusCode(409).body("refusals.code",
                contains("gate.plan-stale"));
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(201).body("state", is("RECTIFYING"));
        move(Role.TOWNSHIP, CaseAction.SELF_CHECK).statusCode(201);
        move(Role.TOWNSHIP, CaseAction.APPLY_FOR_ACCEPTANCE).statusCode(201);
    }

    @Test
    void theReasonsForPendingProblemsAreGivenAnewWithTheSelfCheck() {
        String pending = detail().getList("problems.id", Long.class).stream().map(
                id -> "{\"problemId\": %d, \"reason\": \"等待拨款\"}".formatted(id)).collect(Collectors.joining(", "));
        story.move("township",
                "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查\", \"pending\": [" + pending + "]}");
        replace(CHEN);
        move(Role.COUNTY_ORG, CaseAction.REAPPROVE_PLAN).statusCode(201).body("problems.pendingReason", not(
                hasItem("等待拨款")));
        move(Role.TOWNSHIP, CaseAction.SELF_CHECK).statusCode(409).body("refusals.code",
                hasItem("gate.problem-unexplained"));
    }

    @Test
    void whatIsDoneTakesNoNewTerms() {
        long measure = measure();
        long problem = detail().getLong("problems[0].id");
        story.rectify();
        subject.post(Role.TOWNSHIP, "/measures", subject.etag(), """
                {"problemId": %d, "kind": "ORDINARY", "description": "再开会", "startsOn": "%s", "dueOn": "%2$s",
                 "accountable": %s}""".formatted(problem, CaseAtHand.today(), CHEN)).then().statusCode(409);
        subject.put(Role.TOWNSHIP, "/measures/" + measure, subject.etag(), """
                {"kind": "ORDINARY", "description": "改", "startsOn": "%s", "dueOn": "%1$s"}""".formatted(
                CaseAtHand.today())).then().statusCode(409);
    }

    @Test
    void changingATermBackMakesTheApprovalValidAgain() {
        long measure = measure();
        JsonPath terms = detail().setRootPath("problems[0].measures[0]");
        String body = """
                {"kind": "ORDINARY", "description": "%s", "doers": "%s", "startsOn": "%s", "dueOn": "%s"}""";
        String starts = terms.getString("startsOn");
        String due = terms.getString("dueOn");
        subject.put(Role.TOWNSHIP, "/measures/" + measure, subject.etag(),
                body.formatted("别的措施", terms.getString("doers"), starts, due)).then().statusCode(200).body("planStale",
                        is(true)).body("planChanges[0].fields", contains("description"));
        subject.put(Role.TOWNSHIP, "/measures/" + measure, subject.etag(),
                body.formatted(terms.getString("description"), terms.getString("doers"), starts,
                        due)).then().statusCode(200).body("planStale", is(false));
    }

    @Test
    void theCountyIsAskedToApproveAgainExactlyWhileThePlanIsStale() {
        assertThat(asked()).isEqualTo(detail().getBoolean("planStale")).isFalse();
        replace(CHEN).body("planStale", is(true));
        assertThat(asked()).isTrue();
        replace("{\"name\": \"王委员\", \"post\": \"党委副书记\", \"unit\": \"镇党委\"}").body("planStale", is(false));
        assertThat(asked()).isFalse();
        subject.post(Role.TOWNSHIP, "/problems", subject.etag(), """
                {"category": "W04", "fact": "又一问题", "source": "走访"}""").then().statusCode(201).body("planStale",
                is(true));
        assertThat(asked()).isTrue();
    }

    private boolean asked() {
        return subject.cast().as(Role.COUNTY_ORG).get("/api/v1/me/tasks").jsonPath().getList("items.kind").contains(
                "REAPPROVE_PLAN");
    }

    @Test
    void anApprovedDateIsMovedByNothingButAnExtension() {
        JsonPath terms = detail().setRootPath("problems[0].measures[0]");
        String later = LocalDate.parse(terms.getString("dueOn")).plusDays(1).toString();
        subject.put(Role.TOWNSHIP, "/measures/" + measure(), subject.etag(), """
                {"kind": "ORDINARY", "description": "别的措施", "startsOn": "%s", "dueOn": "%s"}""".formatted(
                terms.getString("startsOn"), later)).then().statusCode(422).body("errors.pointer",
                        contains("/dueOn")).body("errors.code", contains("measure.date-is-approved"));
        assertThat(detail().getString("problems[0].measures[0].description")).isEqualTo(
                terms.getString("description"));
    }
}
