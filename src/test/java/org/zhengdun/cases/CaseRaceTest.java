package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Requests at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseRaceTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        cast.token(Role.TOWNSHIP);
    }

    private CaseAtHand nominated() {
        return new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(round, world.branch(1)).caseId());
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void ofParallelMovesWithOneTagOneWins(int moves) throws InterruptedException, ExecutionException {
        CaseAtHand subject = nominated();
        String etag = subject.etag();
        List<Response> answers = AtOnce.times(moves, () -> subject.move(Role.TOWNSHIP, etag, CaseAction.SUBMIT));

        assertThat(statuses(answers)).isEqualTo(
                IntStream.range(0, moves).mapToObj(index -> index == 0 ? 201 : 412).toList());
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).allSatisfy(loser -> {
            assertThat(loser.header("ETag")).isEqualTo(subject.etag());
            assertThat(loser.<String>path("currentEtag")).isEqualTo(subject.etag());
        });
        assertThat(subject.marks(CaseAction.SUBMIT)).isEqualTo("1 event, 1 audit row, 1 notice");
    }

    @Test
    void ofTwoOppositeDecisionsOneHolds() throws InterruptedException, ExecutionException {
        CaseAtHand subject = nominated();
        subject.move(Role.TOWNSHIP, subject.etag(), CaseAction.SUBMIT).then().statusCode(201);
        String etag = subject.etag();
        cast.token(Role.COUNTY_ORG);
        List<Callable<Response>> decisions = List.of(
                () -> subject.move(Role.COUNTY_ORG, etag, CaseAction.CONFIRM),
                () -> subject.move(Role.COUNTY_ORG, etag, CaseAction.REJECT));
        List<Response> answers = AtOnce.all(decisions);

        assertThat(statuses(answers)).containsExactly(201, 412);
        boolean confirmed = answers.getFirst().statusCode() == 201;
        assertThat(subject.get(Role.TOWNSHIP).<String>path("state")).isEqualTo(confirmed ? "CONFIRMED" : "REJECTED");
        assertThat(subject.marks(confirmed ? CaseAction.CONFIRM : CaseAction.REJECT)).isEqualTo(
                "1 event, 1 audit row, 1 notice");
        assertThat(subject.marks(confirmed ? CaseAction.REJECT : CaseAction.CONFIRM)).isEqualTo(
                "0 event, 0 audit row, 0 notice");
    }

    @Test
    void fiftyNominationsWithOneKeyMakeOneCase() throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        List<Response> answers = AtOnce.times(50, () -> nominate(world.branch(1), key, "未开会"));

        List<Response> made = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(made).isNotEmpty().allSatisfy(
                answer -> assertThat(answer.asByteArray()).isEqualTo(made.getFirst().asByteArray()));
        assertThat(made).filteredOn(answer -> answer.header("Idempotency-Replayed") == null).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.<String>path("type")).isEqualTo("urn:zhengdun:problem:request-in-flight");
        });
        assertThat(casesOf(world.branch(1))).isEqualTo(1);
    }

    @Test
    void theKeyAnswersTheSameBytesAfterTheCaseHasMovedOnAndRefusesAnotherBody() {
        String key = UUID.randomUUID().toString();
        Response first = nominate(world.branch(1), key, "未开会");
        first.then().statusCode(201);
        CaseAtHand subject = new CaseAtHand(jdbi, cast, first.jsonPath().getLong("id"));
        subject.move(Role.TOWNSHIP, subject.etag(), CaseAction.SUBMIT).then().statusCode(201);
        String trace = subject.trace();

        Response replay = nominate(world.branch(1), key, "未开会");
        assertThat(replay.statusCode()).isEqualTo(201);
        assertThat(replay.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(replay.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(replay.header("Location")).isEqualTo(first.header("Location"));
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        Response other = nominate(world.branch(2), key, "未开会");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).isEqualTo("urn:zhengdun:problem:idempotency-key-reused");
        assertThat(casesOf(world.branch(2))).isZero();
        assertThat(subject.trace()).isEqualTo(trace);
    }

    @Test
    void aRepeatedMoveWithItsKeyIsAnsweredOnceAndReplayedInSpiteOfItsOldTag() {
        CaseAtHand subject = nominated();
        String etag = subject.etag();
        String key = UUID.randomUUID().toString();
        Response first = moveWithKey(subject, etag, key);
        Response replay = moveWithKey(subject, etag, key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(replay.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(subject.marks(CaseAction.SUBMIT)).isEqualTo("1 event, 1 audit row, 1 notice");
    }

    @Test
    void ofParallelNominationsOfABranchOneSucceeds() throws InterruptedException, ExecutionException {
        List<Response> answers = AtOnce.times(8, () -> nominate(world.branch(1), UUID.randomUUID().toString(), "未开会"));
        assertThat(statuses(answers)).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(casesOf(world.branch(1))).isEqualTo(1);
    }

    @Test
    void parallelNominationsGetDifferentNumbers() throws InterruptedException, ExecutionException {
        List<Integer> branches = IntStream.range(0, 20).mapToObj(
                number -> world.unit(world.township(), UnitKind.BRANCH, number + "村党支部")).toList();
        List<Response> answers = AtOnce.all(branches.stream().map(
                branch -> (Callable<Response>) () -> nominate(branch, UUID.randomUUID().toString(), "未开会")).toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        List<String> numbers = answers.stream().map(answer -> answer.<String>path("number")).toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(
                number -> number.matches("[0-9A-F]{12}-" + CaseAtHand.today().getYear() + "-\\d{4}"));
    }

    private Response nominate(int branch, String key, String fact) {
        return cast.as(Role.TOWNSHIP).contentType("application/json").header("Idempotency-Key", key).body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "%s", "source": "走访"}]}""".formatted(round, branch,
                fact)).post("/api/v1/cases");
    }

    private Response moveWithKey(CaseAtHand subject, String etag, String key) {
        return cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match", etag).header(
                "Idempotency-Key", key).body(Moves.body(CaseAction.SUBMIT, CaseAtHand.today()).toString()).post(
                        subject.path() + "/transitions");
    }

    private long casesOf(int branch) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM rectification_case WHERE branch_id = :branch").bind("branch", branch).mapTo(
                        Long.class).one());
    }
}
