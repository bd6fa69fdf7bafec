package org.zhengdun.helpers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.hamcrest.Matcher;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class HelperApiTest {

    private final Jdbi jdbi;
    private final Helpers helpers;
    private final Days days;
    private World world;
    private World.Person county;
    private SampleCase subject;
    private Api api;

    @Inject
    HelperApiTest(Jdbi jdbi, Helpers helpers, Days days) {
        this.jdbi = jdbi;
        this.helpers = helpers;
        this.days = days;
    }

    @BeforeEach
    void listBranch() {
        world = World.create(jdbi);
        county = world.person(Role.COUNTY_ORG, world.county());
        subject = SampleCase.create(jdbi, world, world.branch(1), world.person(Role.TOWNSHIP, world.township()),
                "CONFIRMED");
        api = new Api(county.token());
    }

    @Test
    void assignsHelpersUntilTheTemplateIsComplete() {
        List<String> template = List.of("COUNTY_LEADER", "FIRST_SECRETARY", "PAIRED_UNIT");
        assertThat(helpers.missingKinds(subject.caseId(), template)).isEqualTo(template);

        api.post(subject.path("helpers"), subject.etag(), """
                {"kind":"PAIRED_UNIT","unit":"县农业局","since":"2026-03-01"}""").statusCode(201).header("Location",
                containsPath()).header("ETag", equalTo(subject.etag()));
        assign("FIRST_SECRETARY", "fs-" + world.county());

        assertThat(helpers.missingKinds(subject.caseId(), template)).containsExactly("COUNTY_LEADER");
        api.get(subject.path("helpers")).statusCode(200).body("items.kind",
                contains("PAIRED_UNIT", "FIRST_SECRETARY")).body("items[1].hasAccount", is(true)).body("next",
                        nullValue());
    }

    @Test
    void needsPersonAndPostWithTheirPointers() {
        api.post(subject.path("helpers"), subject.etag(), """
                {"kind":"COUNTY_LEADER","unit":"县委","since":"2026-03-01"}""").statusCode(422).body("errors.pointer",
                contains("/person", "/post"));
    }

    @Test
    void assignsOnlyOnAnActiveConfirmedCaseAndTheCurrentVersion() {
        String body = "{\"kind\":\"PAIRED_UNIT\",\"unit\":\"县农业局\",\"since\":\"2026-03-01\"}";
        api.as().body(body).post(subject.path("helpers")).then().statusCode(428);
        api.post(subject.path("helpers"), "\"99\"", body).statusCode(412);
        subject.put("NOMINATED");
        api.post(subject.path("helpers"), subject.etag(), body).statusCode(409);
    }

    @Test
    void showsAHelperExactlyHisCaseWhileTheAssignmentRuns() {
        SampleCase other = SampleCase.create(jdbi, world, world.branch(2),
                world.person(Role.TOWNSHIP, world.township()), "CONFIRMED");
        String name = "helper-" + subject.caseId();
        long helperId = assign("FIRST_SECRETARY", name);
        Api helper = new Api(TestStack.identity().accessToken(name, Set.of("helper")));

        helper.get(subject.path("helpers")).statusCode(200);
        helper.get(other.path("helpers")).statusCode(404);
        helper.post(subject.path("helpers"), subject.etag(), "{}").statusCode(403);

        subject.put("TRANSFORMED");
        release(helperId, 200);
        helper.get(subject.path("helpers")).statusCode(403);
    }

    @Test
    void releasesNobodyBeforeTransformationWithoutReplacement() {
        long first = assign("FIRST_SECRETARY", "first-" + subject.caseId());
        api.post(subject.path("helpers/" + first + "/release"), subject.etag(), releaseBody()).statusCode(409).body(
                "type", is("urn:zhengdun:problem:gates-not-met")).body("refusals.code",
                        contains("helpers.not-released-until"));

        assign("FIRST_SECRETARY", "second-" + subject.caseId());
        release(first, 200);
        release(first, 409);
        api.get(subject.path("helpers")).body("items[0].until", is(days.today().toString())).body("items[1].until",
                nullValue());
    }

    @Test
    void refusesAReleaseInTheFutureOrBeforeTheFirstDay() {
        subject.put("TRANSFORMED");
        long helperId = assign("FIRST_SECRETARY", "third-" + subject.caseId());
        String path = subject.path("helpers/" + helperId + "/release");
        api.post(path, subject.etag(), "{\"reason\":\"轮换\",\"until\":\"2999-01-01\"}").statusCode(422).body(
                "errors[0].pointer", is("/until"));
        api.post(path, subject.etag(), "{\"reason\":\"轮换\",\"until\":\"2020-01-01\"}").statusCode(422).body(
                "errors[0].pointer", is("/until"));
    }

    @Test
    void countsAHelperFromHisFirstDayOn() {
        api.post(subject.path("helpers"), subject.etag(),
                "{\"kind\":\"PAIRED_UNIT\",\"unit\":\"县农业局\",\"since\":\"%s\"}".formatted(
                        days.today().plusDays(1))).statusCode(201);
        assertThat(helpers.missingKinds(subject.caseId(), List.of("PAIRED_UNIT"))).containsExactly("PAIRED_UNIT");
        api.post(subject.path("helpers"), subject.etag(),
                "{\"kind\":\"PAIRED_UNIT\",\"unit\":\"县农业局\",\"since\":\"%s\"}".formatted(
                        days.today())).statusCode(201);
        assertThat(helpers.missingKinds(subject.caseId(), List.of("PAIRED_UNIT"))).isEmpty();
    }

    @Test
    void takesNobodyWhoBeginsMoreThanAMonthAhead() {
        later("FIRST_SECRETARY", "late-" + subject.caseId(), 32).statusCode(422).body("errors.pointer",
                contains("/since")).body("errors.code", contains("date.after-latest"));
        later("FIRST_SECRETARY", "late-" + subject.caseId(), 31).statusCode(201).body("withdrawn", is(false));
    }

    @Test
    void withdrawsAnAssignmentThatHasNotBegunAndTakesANewOne() {
        String name = "later-" + subject.caseId();
        long wrong = later("FIRST_SECRETARY", name, 20).statusCode(201).extract().jsonPath().getLong("id");
        later("FIRST_SECRETARY", name, 0).statusCode(409).body("detail", startsWith("此人已以该身份帮扶该对象"));
        api.as().header("If-Match", subject.etag()).header("Accept-Language", "en").body(body("FIRST_SECRETARY", name,
                0)).post(subject.path("helpers")).then().body("detail", startsWith("The person already helps"));
        api.post(subject.path("helpers/" + wrong + "/release"), subject.etag(), releaseBody()).statusCode(200).body(
                "withdrawn", is(true)).body("until", is(days.today().toString())).body("releaseReason", is("轮换"));
        release(wrong, 409);

        Api helper = new Api(TestStack.identity().accessToken(name, Set.of("helper")));
        helper.get(subject.path("helpers")).statusCode(403);
        later("FIRST_SECRETARY", name, 0).statusCode(201);
        helper.get(subject.path("helpers")).statusCode(200).body("items.withdrawn", contains(true, false)).body(
                "items[0].person", is("李四"));
        api.get("/api/v1/cases/" + subject.caseId() + "/timeline").body("items.kind",
                contains("helper.assigned", "helper.withdrawn", "helper.assigned"));
        api.get("/api/v1/helpers/attendance").body("items.helperId", not(hasItem((int) wrong)));
    }

    @Test
    void theEndOfTheCaseWithdrawsWhatHasNotBegun() {
        long running = assign("FIRST_SECRETARY", "now-" + subject.caseId());
        later("WORK_TEAM", "team-" + subject.caseId(), 10).statusCode(201);
        api.post(subject.path("transitions"), subject.etag(),
                "{\"action\":\"CANCEL\",\"reason\":\"误列\",\"outcome\":\"LISTED_IN_ERROR\"}").statusCode(201);
        api.get(subject.path("helpers")).body("items.withdrawn", contains(false, true)).body("items.until",
                contains(days.today().toString(), days.today().toString())).body("items[0].id", is((int) running));
    }

    private ValidatableResponse later(String kind, String name, int daysAhead) {
        return api.post(subject.path("helpers"), subject.etag(), body(kind, name, daysAhead));
    }

    private String body(String kind, String name, int daysAhead) {
        return """
                {"kind":"%s","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"%s"}""".formatted(kind,
                name, days.today().plusDays(daysAhead));
    }

    @Test
    void endsAllAssignmentsWithTheCase() {
        String name = "all-" + subject.caseId();
        assign("FIRST_SECRETARY", name);
        assign("RESIDENT_CADRE", name);

        helpers.releaseAll(subject.caseId(), LocalDate.of(2026, 11, 1),
                new Acting(county.accountId(), "县委组织部", Role.COUNTY_ORG, world.county()));

        api.get(subject.path("helpers")).body("items.until", contains("2026-11-01", "2026-11-01"));
        new Api(TestStack.identity().accessToken(name, Set.of("helper"))).get(subject.path("helpers")).statusCode(403);
    }

    @Test
    void hidesCasesOfOtherCounties() {
        World elsewhere = World.create(jdbi);
        Api stranger = new Api(elsewhere.user(Role.COUNTY_ORG, elsewhere.county()));
        stranger.get(subject.path("helpers")).statusCode(404);
        stranger.post(subject.path("helpers"), subject.etag(), """
                {"kind":"PAIRED_UNIT","unit":"县农业局","since":"2026-03-01"}""").statusCode(404);
        new Api(world.user(Role.TOWNSHIP, world.township())).post(subject.path("helpers"), subject.etag(), """
                {"kind":"PAIRED_UNIT","unit":"县农业局","since":"2026-03-01"}""").statusCode(403);
    }

    private long assign(String kind, String name) {
        return api.post(subject.path("helpers"), subject.etag(), """
                {"kind":"%s","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"2026-03-01"}""".formatted(
                kind, name)).statusCode(201).extract().jsonPath().getLong("id");
    }

    private void release(long helperId, int status) {
        api.post(subject.path("helpers/" + helperId + "/release"), subject.etag(), releaseBody()).statusCode(status);
    }

    private String releaseBody() {
        return "{\"reason\":\"轮换\",\"until\":\"%s\"}".formatted(days.today());
    }

    private Matcher<String> containsPath() {
        return startsWith(subject.path("helpers/"));
    }
}
