package org.zhengdun.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Idempotent writes, dry runs, versions and cursors, over the probe. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WritesTest {

    private static final String THINGS = "/api/v1/probe/things";

    private final String name = "thing " + UUID.randomUUID();
    private World world;
    private String token;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void someoneWrites() {
        world = World.create(jdbi);
        token = world.user(Role.TOWNSHIP, world.township());
    }

    @Test
    void createsWithLocationAndTag() {
        Response created = create(name, null);
        created.then().statusCode(201).header("ETag", "\"0\"").body("name", is(name));
        given().auth().oauth2(token).get(created.header("Location")).then().statusCode(200).header("ETag",
                startsWith("\"0-"));
    }

    @Test
    void replaysTheFirstAnswerByteForByte() {
        String key = UUID.randomUUID().toString();
        Response first = create(name, key);
        Response second = create(name, key);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        String key = UUID.randomUUID().toString();
        create(name, key).then().statusCode(201);
        create(name + " other", key).then().statusCode(422).body("type",
                is("urn:zhengdun:problem:idempotency-key-reused"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsKeysApartByCaller() {
        String key = UUID.randomUUID().toString();
        create(name, key).then().statusCode(201);
        token = world.user(Role.TOWNSHIP, world.township());
        create(name + " other", key).then().statusCode(201);
    }

    @Test
    void aRefusedRequestDoesNotUseTheKeyUp() {
        String key = UUID.randomUUID().toString();
        create(name, null).then().statusCode(201);
        create(name, key).then().statusCode(409).body("type", is("urn:zhengdun:problem:already-exists"));
        create(name + " other", key).then().statusCode(201);
    }

    @Test
    void refusesAKeyWithTooManyCharacters() {
        create(name, "k".repeat(201)).then().statusCode(400);
        assertThat(count()).isZero();
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(50, () -> create(name, key));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201
                && answer.header("Idempotency-Replayed") == null)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).allMatch(
                answer -> answer.path("type").equals("urn:zhengdun:problem:request-in-flight"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aDryRunAnswersAsUsualAndChangesNothing() {
        String key = UUID.randomUUID().toString();
        request().queryParam("dryRun", true).header("Idempotency-Key", key).body(body(name)).post(
                THINGS).then().statusCode(201).body("name", is(name));
        assertThat(count()).isZero();
        create(name + " other", key).then().statusCode(201);
    }

    @Test
    void aDryRunFindsTheSameProblems() {
        create(name, null).then().statusCode(201);
        request().queryParam("dryRun", true).body(body(name)).post(THINGS).then().statusCode(409);
        request().queryParam("dryRun", true).body(body("")).post(THINGS).then().statusCode(422);
    }

    @Test
    void changesNeedTheVersion() {
        String thing = create(name, null).header("Location");
        rename(thing, null).then().statusCode(428).body("type", is("urn:zhengdun:problem:precondition-required"));
        rename(thing, "\"7\"").then().statusCode(412).header("ETag", "\"0\"").body("currentEtag", is("\"0\""));
        for (String wrong : new String[]{"0", "W/\"0\"", "\"x\"", "\"00000000000000000000\"", "\"\""}) {
            rename(thing, wrong).then().statusCode(412);
        }
        rename(thing, "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
        rename(thing, "\"0\"").then().statusCode(412).body("currentEtag", is("\"1\""));
    }

    @Test
    void oneOfManyChangesWins() throws Exception {
        String thing = create(name, null).header("Location");
        List<Response> answers = atOnce(20, () -> rename(thing, "\"0\""));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 412)).hasSize(19);
    }

    @Test
    void answersNotModified() {
        String thing = create(name, null).header("Location");
        String tag = given().auth().oauth2(token).get(thing).header("ETag");
        RequestSpecification request = given().auth().oauth2(token);
        request.header("If-None-Match", "\"9\", " + tag).get(thing).then().statusCode(304).header("ETag", tag);
        for (String other : new String[]{"\"9\"", "\"0\""}) {
            given().auth().oauth2(token).header("If-None-Match", other).get(thing).then().statusCode(200);
        }
        rename(thing, tag).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void walksAllPagesOnce() {
        IntStream.range(0, 7).forEach(number -> create(name + number, null).then().statusCode(201));
        Response first = page(null);
        Response second = page(first.path("next"));
        Response third = page(second.path("next"));
        assertThat(first.<List<String>>path("items.name")).containsExactly(name + 0, name + 1, name + 2);
        assertThat(second.<List<String>>path("items.name")).containsExactly(name + 3, name + 4, name + 5);
        assertThat(third.<List<String>>path("items.name")).containsExactly(name + 6);
        assertThat(third.<Object>path("next")).isNull();
    }

    @Test
    void refusesCursorsThatAreNotItsOwn() {
        IntStream.range(0, 5).forEach(number -> create(name + number, null));
        String cursor = page(null).path("next");
        for (int i = 0; i < cursor.length() - 1; i += 3) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            refused(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        for (String wrong : List.of("x", ".", "..", cursor + ".", cursor + "A", "%", "整顿",
                cursor.split("\\.", -1)[0])) {
            refused(wrong);
        }
        page("").then().statusCode(400);
        given().auth().oauth2(token).queryParam("cursor", cursor).get(THINGS).then().statusCode(400);
        String other = world.user(Role.TOWNSHIP, world.township());
        given().auth().oauth2(other).queryParams("limit", 3, "prefix", name, "cursor", cursor).get(
                THINGS).then().statusCode(400).body("type", equalTo("urn:zhengdun:problem:invalid-cursor"));
    }

    private void refused(String cursor) {
        page(cursor).then().statusCode(400).body("type", equalTo("urn:zhengdun:problem:invalid-cursor")).body(
                "errors[0].pointer", equalTo("?cursor"));
    }

    private Response page(@Nullable String cursor) {
        RequestSpecification request = given().auth().oauth2(token).queryParams("limit", 3, "prefix", name);
        return cursor == null ? request.get(THINGS) : request.queryParam("cursor", cursor).get(THINGS);
    }

    private Response create(String name, @Nullable String key) {
        RequestSpecification request = request().body(body(name));
        return key == null ? request.post(THINGS) : request.header("Idempotency-Key", key).post(THINGS);
    }

    private Response rename(String thing, @Nullable String version) {
        RequestSpecification request = request().body(body(name + " renamed"));
        return version == null ? request.patch(thing) : request.header("If-Match", version).patch(thing);
    }

    private RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String body(String name) {
        return "{\"name\":\"%s\"}".formatted(name);
    }

    private long count() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM probe_thing WHERE starts_with(name, :name)").bind("name", name).mapTo(
                        Long.class).one());
    }

    private static List<Response> atOnce(int times, Callable<Response> request)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Response>> answers = threads.invokeAll(Collections.nCopies(times, request));
            List<Response> all = new ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
