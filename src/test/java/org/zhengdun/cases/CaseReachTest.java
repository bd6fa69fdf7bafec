package org.zhengdun.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What lies in another province cannot be told from what does not exist, in paths and in bodies; and nothing is written. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseReachTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOWHERE = 999_999_999;
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;
    private World foreign;
    private Cast strangers;

    @BeforeEach
    void twoProvinces() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        foreign = World.create(jdbi);
        strangers = new Cast(foreign);
    }

    private CaseAtHand foreignCase() {
        return new CaseAtHand(jdbi, strangers, new CaseStory(strangers).nominate(strangers.openRound(),
                foreign.branch(1)).caseId());
    }

    private Response send(String method, String path, String body) {
        return given().auth().oauth2(cast.token(Role.TOWNSHIP)).header("traceparent", TRACE).header("If-Match",
                "\"0\"").contentType("application/json").body(body).request(method, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "GET | '' | {}", "GET | /timeline | {}", "GET | /helpers | {}", "GET | /checks | {}",
            "GET | /look-backs | {}",
            "POST | /transitions | {\"action\": \"SUBMIT\", \"meetingOn\": \"2026-01-05\"}",
            "POST | /remarks | {\"text\": \"请补充\"}",
            "POST | /problems | {\"category\": \"W04\", \"fact\": \"未开会\", \"source\": \"走访\"}",
            "POST | /problems/1/transitions | {\"action\": \"CLOSE\"}",
            "POST | /measures/1/done | {\"doneOn\": \"2026-01-05\"}",
            "POST | /measures/1/accountable | {\"name\": \"王\", \"post\": \"书记\", \"unit\": \"镇党委\"}"})
    void aForeignCaseIsAnsweredLikeNone(String method, String part, String body) {
        CaseAtHand secret = foreignCase();
        String trace = secret.trace();
        String path = part.replace("''", "");
        Response answer = send(method, secret.path() + path, body);
        Response nothing = send(method, "/api/v1/cases/" + NOWHERE + path, body);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEqualTo(nothing.asByteArray());
        assertThat(answer.header("ETag")).isNull();
        assertThat(secret.trace()).isEqualTo(trace);
    }

    private ObjectNode nomination() {
        ObjectNode body = JSON.createObjectNode().put("roundId", round).put("branchId", world.branch(1)).put(
                "mainCategory", "W04");
        body.putArray("problems").addObject().put("category", "W04").put("fact", "未开会").put("source", "走访");
        return body;
    }

    private void refusedAt(String pointer, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).containsExactly(pointer);
        assertThat(nominations()).isZero();
    }

    private long nominations() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM rectification_case WHERE round_id = :round OR branch_id = ANY(:branches)").bind(
                        "round", round).bind("branches", new int[]{world.branch(1), foreign.branch(1)}).mapTo(
                                Long.class).one());
    }

    private void refusedAlike(String field, ObjectNode foreignBody, ObjectNode emptyBody) {
        Response answer = send("POST", "/api/v1/cases", foreignBody.toString());
        refusedAt(field, answer);
        assertThat(answer.asByteArray()).isEqualTo(
                send("POST", "/api/v1/cases", emptyBody.toString()).asByteArray());
    }

    @Test
    void aForeignBranchIsRefusedAtItsPointer() {
        refusedAlike("/branchId", nomination().put("branchId", foreign.branch(1)),
                nomination().put("branchId", NOWHERE));
    }

    @Test
    void aForeignRoundIsRefusedAtItsPointer() {
        refusedAlike("/roundId", nomination().put("roundId", strangers.openRound()),
                nomination().put("roundId", NOWHERE));
    }

    @Test
    void aForeignCategoryIsRefusedAtItsPointer() throws JsonProcessingException {
        String code = "X" + foreign.newCode();
        strangers.send("province_org", "POST", "/catalogue/categories", """
                {"code": "%s", "ownerId": %d, "nameZh": "他省类别", "nameEn": "Of another province", "group": "LAX",
                 "leads": ["ORGANIZATION"], "supports": [], "restricted": false}""".formatted(code, foreign.province()),
                null);
        refusedAlike("/problems/0/category", withCategory(code), withCategory("X-NONE"));
        refusedAt("/mainCategory", send("POST", "/api/v1/cases", nomination().put("mainCategory", code).toString()));
    }

    private ObjectNode withCategory(String code) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(nomination().toString().replace("W04", code));
    }

    @Test
    void everyUnknownCategoryIsListed() {
        ObjectNode body = nomination();
        body.withArray("problems").addObject().put("category", "X-1").put("fact", "事实").put("source", "走访");
        body.withArray("problems").addObject().put("category", "X-2").put("fact", "事实").put("source", "走访");
        assertThat(send("POST", "/api/v1/cases", body.toString()).jsonPath().getList("errors.pointer",
                String.class)).containsExactly("/problems/1/category", "/problems/2/category");
    }

    @Test
    void aMeasureAgainstAForeignProblemIsRefusedAtItsPointer() {
        int secret = foreignCase().get(Role.TOWNSHIP).path("problems[0].id");
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1)).confirm().move("township",
                "{\"action\": \"START_PLANNING\"}");
        CaseAtHand subject = new CaseAtHand(jdbi, cast, story.caseId());
        String planned = subject.trace();
        Response measure = subject.post(Role.TOWNSHIP, "/measures", subject.etag(), """
                {"problemId": %d, "kind": "ORDINARY", "description": "开会", "startsOn": "%s", "dueOn": "%2$s",
                 "accountable": {"name": "王", "post": "书记", "unit": "镇党委"}}""".formatted(secret,
                CaseAtHand.today()));
        assertThat(measure.statusCode()).isEqualTo(422);
        assertThat(measure.jsonPath().getList("errors.pointer")).isEqualTo(List.of("/problemId"));
        assertThat(subject.trace()).isEqualTo(planned);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForeignPendingProblemIsRefusedAtItsPointerWhateverTheGatesSay(boolean solved) {
        int secret = foreignCase().get(Role.TOWNSHIP).path("problems[0].id");
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1)).confirm().plan();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, (solved ? story.rectify() : story).caseId());
        String trace = subject.trace();
        Response answer = subject.post(Role.TOWNSHIP, "/transitions", subject.etag(),
                """
                        {"action": "SELF_CHECK", "selfCheck": "自查", "pending": [{"problemId": %d, "reason": "等待"}]}""".formatted(
                        secret));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).containsExactly("/pending/0/problemId");
        assertThat(subject.trace()).isEqualTo(trace);
    }

    @Test
    void whatTheServerOwnsCannotBeSent() {
        for (String field : new String[]{"id", "state", "number", "version", "proposedBy", "outcome", "year", "cycle",
                "formerCaseId", "responsibleUnitId", "ancestors", "createdAt"}) {
            unknownField(field, send("POST", "/api/v1/cases", nomination().put(field, 1).toString()));
        }
        assertThat(nominations()).isZero();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(round, world.branch(1)).caseId());
        String trace = subject.trace();
        Stream.of("state", "version", "decidedBy", "planHash", "caseId", "to").forEach(
                field -> unknownField(field, subject.post(Role.TOWNSHIP, "/transitions", subject.etag(),
                        Moves.body(CaseAction.SUBMIT, CaseAtHand.today()).put(field, 1).toString())));
        Stream.of("state", "restricted", "caseId", "pendingReason", "closedBy").forEach(
                field -> unknownField(field, subject.post(Role.TOWNSHIP, "/problems", subject.etag(),
                        JSON.createObjectNode().put("category", "W04").put("fact", "事实").put("source", "走访").put(
                                field, 1).toString())));
        assertThat(subject.trace()).isEqualTo(trace);
    }

    private static void unknownField(String field, Response answer) {
        assertThat(answer.statusCode()).as(field).isEqualTo(400);
        assertThat(answer.<String>path("type")).isEqualTo("urn:zhengdun:problem:unknown-field");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/" + field);
    }
}
