package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.Api;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A case is read as it was at every moment of its life. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseHistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Role> READERS = List.of(Role.COUNTY_ORG, Role.TOWNSHIP, Role.STATISTICS);
    private static final List<String> OF_THE_CALLER = List.of("allowedTransitions", "blockedTransitions", "asOf");

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

    /** What a reader was shown, and when. */
    private record Seen(Role reader, Instant at, JsonNode body) {}

    /** People who always write to the latest version. */
    private record Latest(Api api) implements Api {

        @Override
        public Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag) {
            return api.send(role, method, path, body, etag == null ? null : "*");
        }

        @Override
        public String subject(String role) {
            return api.subject(role);
        }
    }

    private Response read(Role role, long caseId, @Nullable Object asOf) {
        return asOf == null
                ? cast.as(role).get("/api/v1/cases/" + caseId)
                : cast.as(role).queryParam("asOf", asOf.toString()).get("/api/v1/cases/" + caseId);
    }

    private static JsonNode body(Response response) {
        response.then().statusCode(200);
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(response.asString());
            return tree.remove(OF_THE_CALLER);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private void look(String path, List<Seen> seen) {
        if (!path.startsWith("/cases/")) {
            return;
        }
        long id = Long.parseLong(path.split("/", -1)[2]);
        for (Role reader : READERS) {
            JsonNode body = body(read(reader, id, null));
            seen.add(new Seen(reader, Instant.now(), body));
        }
    }

    private CaseStory life(Api people, Random random) {
        CaseStory story = new CaseStory(people).nominate(round, world.branch(1)).confirm().plan();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, story.caseId());
        for (int i = 0; i < 14; i++) {
            disturb(people, subject, random);
        }
        reapprove(people, subject);
        story.rectify().applyForAcceptance().check();
        return story.transform().close();
    }

    private void disturb(Api people, CaseAtHand subject, Random random) {
        String path = "/cases/" + subject.id();
        JsonPath first = subject.get(Role.TOWNSHIP).jsonPath().setRootPath(
                "problems[" + random.nextInt(2) + "].measures[0]");
        String measure = path + "/measures/" + first.getLong("id");
        switch (random.nextInt(4)) {
            case 0 -> people.send("township", "POST", path + "/remarks",
                    "{\"text\": \"第%d次走访\"}".formatted(random.nextInt(100)), "*");
            case 1 -> people.send("township", "POST", measure + "/accountable",
                    "{\"name\": \"第%d任\", \"post\": \"委员\", \"unit\": \"镇党委\"}".formatted(random.nextInt(100)), "*");
            case 2 -> people.send("township", "PUT", measure, """
                    {"kind": "ORDINARY", "description": "第%d版", "startsOn": "%s", "dueOn": "%s"}""".formatted(
                    random.nextInt(100), first.getString("startsOn"), first.getString("dueOn")), "*");
            default -> reapprove(people, subject);
        }
    }

    private static void reapprove(Api people, CaseAtHand subject) {
        if (subject.get(Role.COUNTY_ORG).jsonPath().getBoolean("planStale")) {
            people.send("county_org", "POST", "/cases/" + subject.id() + "/transitions",
                    "{\"action\": \"REAPPROVE_PLAN\"}", "*");
        }
    }

    @Test
    void everyMomentOfALifeIsReadAsItWasShownThen() {
        List<Seen> seen = new ArrayList<>();
        long seed = Instant.now().toEpochMilli();
        Api people = new Interposed(new Latest(cast), Interposed.Look.NONE, path -> look(path, seen));
        long id = life(people, new Random(seed)).caseId();

        assertThat(seen.stream().map(shown -> shown.body().get("version")).distinct()).hasSizeGreaterThanOrEqualTo(30);
        for (Seen shown : seen) {
            assertThat(body(read(shown.reader(), id, shown.at()))).as("seed %d, %s at %s", seed, shown.reader(),
                    shown.at()).isEqualTo(shown.body());
        }
    }

    @Test
    void aMomentBeforeTheCaseOrAfterNowIsRefused() {
        Instant before = Instant.now();
        long id = new CaseStory(cast).nominate(round, world.branch(1)).caseId();
        read(Role.TOWNSHIP, id, before).then().statusCode(404);
        read(Role.TOWNSHIP, id, CaseAtHand.today().minusDays(1)).then().statusCode(404);
        read(Role.TOWNSHIP, id, Instant.now().plusSeconds(60)).then().statusCode(422).body("errors[0].pointer",
                is("?asOf"));
        read(Role.TOWNSHIP, id, CaseAtHand.today()).then().statusCode(200).body("state", is("NOMINATED"));
        read(Role.TOWNSHIP, id, CaseAtHand.today().plusDays(1)).then().statusCode(422).body("errors[0].pointer",
                is("?asOf"));
        read(Role.TOWNSHIP, id, "yesterday").then().statusCode(400);
    }

    @Test
    void thePastIsShownWithItsMomentWithoutMovesAndOnlyWithinTheScope() {
        long id = new CaseStory(cast).nominate(round, world.branch(1)).caseId();
        Instant then = Instant.now();
        read(Role.TOWNSHIP, id, then).then().statusCode(200).body("allowedTransitions.size()", is(0)).body(
                "blockedTransitions.size()", is(0)).body("state", is("NOMINATED"));
        assertThat(Instant.parse(read(Role.TOWNSHIP, id, then).path("asOf"))).isBeforeOrEqualTo(then);
        String stranger = World.create(jdbi).user(Role.PROVINCE_ORG, World.create(jdbi).province());
        new org.zhengdun.support.Api(stranger).as().queryParam("asOf", then.toString()).get(
                "/api/v1/cases/" + id).then().statusCode(404);
    }
}
