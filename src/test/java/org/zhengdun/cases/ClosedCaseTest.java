package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A closed cycle is read only, except for later remarks; what was written stays readable. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ClosedCaseTest {

    private static final String CASE = "/api/v1/cases/{id}/";
    /** A closed case takes later remarks, and superiors still draw it for spot checks. */
    private static final Set<String> ALLOWED = Set.of("addRemark", "startSpotCheck");

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cast.waiveObservation();
        round = cast.openRound();
    }

    private CaseStory planned() {
        return new CaseStory(cast).nominate(round, world.branch(1)).confirm().plan();
    }

    private CaseAtHand closed(CaseStory planned) {
        return new CaseAtHand(jdbi, cast,
                planned.rectify().applyForAcceptance().check().transform().close().caseId());
    }

    @Test
    void everyWriteButARemarkAndASpotCheckIsRefused() {
        CaseAtHand subject = closed(planned());
        leaveAPendingExtension(subject);
        String trace = subject.trace();
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (Contract.Operation operation : Contract.served().operations()) {
            if (operation.path().startsWith(CASE) && !operation.method().equals("GET")
                    && !ALLOWED.contains(operation.operationId()) && writers(operation).findFirst().isPresent()) {
                statuses.put(operation.operationId(), send(subject, operation).statusCode());
            }
        }
        assertThat(statuses).hasSizeGreaterThanOrEqualTo(13).containsKeys("moveCase", "addProblem", "moveProblem",
                "addMeasure", "changeMeasure", "replaceAccountable", "finishMeasure", "assignHelper", "releaseHelper",
                "formCheck", "answerCheck", "countBallots", "completeCheck", "recordLookBack");
        assertThat(statuses.values()).as(statuses.toString()).containsOnly(409);
        assertThat(subject.trace()).isEqualTo(trace);
    }

    private Response send(CaseAtHand subject, Contract.Operation operation) {
        Role role = writers(operation).findFirst().orElseThrow();
        JsonPath detail = subject.get(Role.TOWNSHIP).jsonPath();
        Map<String, Object> ids = new LinkedHashMap<>(Map.of("id", subject.id(), "problemId",
                detail.getLong("problems[0].id"), "measureId", detail.getLong("problems[0].measures[0].id"), "checkId",
                first("acceptance_check", subject), "helperId", first("helper_assignment", subject), "lookBackId", 1,
                "fileId", file(subject), "deadlineId", first("deadline", subject), "extensionId",
                first("extension", subject)));
        ids.put("years", 3);
        String path = operation.path(ids);
        assertThat(path).doesNotContain("{");
        return cast.as(role).contentType(operation.bodyType()).header("If-Match", subject.etag()).body(
                operation.exampleBody().replace("\"problemId\":31", "\"problemId\":" + ids.get("problemId")).getBytes(
                        StandardCharsets.UTF_8)).request(
                                operation.method(), path);
    }

    private long file(CaseAtHand subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "INSERT INTO evidence_file (case_id, versions) VALUES (:case, 0) RETURNING id").bind("case",
                        subject.id()).mapTo(Long.class).one());
    }

    /** One that no rule would have left behind. */
    private void leaveAPendingExtension(CaseAtHand subject) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO extension (deadline_id, case_id, reason, progress, old_due_on, new_due_on, state, requested_by,
                            requested_at)
                        SELECT id, case_id, '汛期', '过半', due_on, due_on + 30, 'PENDING', :by, now() FROM deadline
                        WHERE case_id = :case AND kind = 'CASE'""").bind(
                        "case", subject.id()).bind("by",
                                cast.person(Role.TOWNSHIP).accountId()).execute());
    }

    /** Levels that may write; helpers lost the case when it was closed, departments when it was decided. */
    private static Stream<Role> writers(Contract.Operation operation) {
        List<String> roles = StreamSupport.stream(operation.node().path("x-roles").spliterator(), false).map(
                JsonNode::asText).collect(Collectors.toList());
        return Stream.of(Role.TOWNSHIP, Role.COUNTY_ORG, Role.CITY_ORG).filter(
                role -> roles.contains(role.tokenName()));
    }

    private long first(String table, CaseAtHand subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT min(id) FROM " + table + " WHERE case_id = :case").bind("case", subject.id()).mapTo(
                        Long.class).one());
    }

    @Test
    void aLaterRemarkIsAccepted() {
        CaseAtHand subject = closed(planned());
        subject.post(Role.COUNTY_ORG, "/remarks", subject.etag(), "{\"text\": \"两年后仍稳定\"}").then().statusCode(201);
        JsonPath timeline = cast.as(Role.TOWNSHIP).get(subject.path() + "/timeline").jsonPath();
        assertThat(timeline.getString("items[-1].kind")).isEqualTo("remark");
        assertThat(timeline.getString("items[-1].data.text")).isEqualTo("两年后仍稳定");
        assertThat(subject.get(Role.TOWNSHIP).<String>path("state")).isEqualTo("CLOSED");
    }

    @Test
    void aReplacedAccountablePersonStaysReadableWithHisDates() {
        CaseStory story = planned();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, story.caseId());
        long measure = subject.get(Role.TOWNSHIP).jsonPath().getLong("problems[0].measures[0].id");
        jdbi.useHandle(handle -> handle.execute("UPDATE responsibility SET since = '2026-01-01' WHERE measure_id = ?",
                measure));
        String etag = subject.post(Role.TOWNSHIP, "/measures/" + measure + "/accountable", subject.etag(),
                "{\"name\": \"陈镇长\", \"post\": \"镇长\", \"unit\": \"镇政府\"}").then().statusCode(201).extract().header(
                        "ETag");
        assertThat(etag).isEqualTo(subject.etag());
        String today = CaseAtHand.today().toString();
        JsonPath people = subject.get(Role.COUNTY_ORG).jsonPath().setRootPath("problems[0].measures[0]");
        assertThat(people.getList("accountable")).isEqualTo(List.of(
                Map.of("name", "王委员", "post", "党委副书记", "unit", "镇党委", "since", "2026-01-01", "until", today),
                Map.of("name", "陈镇长", "post", "镇长", "unit", "镇政府", "since", today)));
        assertThat(subject.get(Role.COUNTY_ORG).<List<?>>path("problems[1].measures[0].accountable")).hasSize(1);
    }
}
