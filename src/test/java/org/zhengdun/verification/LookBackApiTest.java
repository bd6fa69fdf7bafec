package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class LookBackApiTest {

    private final Jdbi jdbi;
    private final LookBacks lookBacks;
    private final Days days;
    private World world;
    private SampleCase subject;
    private Api township;

    @Inject
    LookBackApiTest(Jdbi jdbi, LookBacks lookBacks, Days days) {
        this.jdbi = jdbi;
        this.lookBacks = lookBacks;
        this.days = days;
    }

    @BeforeEach
    void transform() {
        world = World.create(jdbi);
        World.Person person = world.person(Role.TOWNSHIP, world.township());
        subject = SampleCase.create(jdbi, world, world.branch(1), person, "TRANSFORMED");
        township = new Api(person.token());
        lookBacks.schedule(subject.caseId(), List.of(days.today().plusDays(31), days.today().plusDays(32)), 7);
    }

    @Test
    void recordsEachLookBackOnce() {
        assertThat(lookBacks.pending(subject.caseId())).isEqualTo(2);
        record(first(), "STABLE", days.today()).statusCode(200).body("result", is("STABLE"));
        record(first(), "SHAKY", days.today()).statusCode(409);

        assertThat(lookBacks.pending(subject.caseId())).isEqualTo(1);
        assertThat(lookBacks.unstable(subject.caseId())).isEqualTo(1);
        assertThat(lookBacks.relapsed(subject.caseId())).isFalse();
    }

    @Test
    void knowsARelapseOfThisObservationOnly() {
        record(first(), "RELAPSED", days.today()).statusCode(200);
        assertThat(lookBacks.relapsed(subject.caseId())).isTrue();

        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET transformed_at = now() WHERE id = ?",
                subject.caseId()));
        assertThat(lookBacks.relapsed(subject.caseId())).isFalse();
    }

    @Test
    void cancelsWhatIsOpen() {
        record(first(), "STABLE", days.today()).statusCode(200);
        lookBacks.cancelOpen(subject.caseId());

        assertThat(lookBacks.pending(subject.caseId())).isZero();
        township.get(subject.path("look-backs")).statusCode(200).body("items.cancelled", contains(false, true));
    }

    @Test
    void refusesTheFutureOtherStatesAndOtherRoles() {
        record(first(), "STABLE", days.today().plusDays(1)).statusCode(422).body("errors[0].pointer", is("/heldOn"));
        long id = first();
        new Api(world.user(Role.COUNTY_ORG, world.county())).post(path(id), subject.etag(),
                body("STABLE", days.today())).statusCode(403);
        subject.put("RECTIFYING");
        record(id, "STABLE", days.today()).statusCode(409);
    }

    @Test
    void refusesADayBeforeTheTransformation() {
        LocalDate transformed = days.today().minusDays(1);
        lookBacks.schedule(subject.caseId(), List.of(days.today()), 7);
        record(first(), "RELAPSED", transformed.minusDays(1)).statusCode(422).body("errors[0].pointer", is("/heldOn"));
        record(first(), "STABLE", transformed).statusCode(200);
    }

    @Test
    void refusesALookBackLongBeforeItsDayUnlessItFindsARelapse() {
        record(second(), "STABLE", days.today()).statusCode(422).body("errors[0].pointer", is("/heldOn"));
        record(second(), "SHAKY", days.today()).statusCode(422);
        record(second(), "RELAPSED", days.today()).statusCode(200);
    }

    private long first() {
        return id(0);
    }

    private long second() {
        return id(1);
    }

    private long id(int place) {
        return township.get(subject.path("look-backs")).extract().jsonPath().getLong("items[" + place + "].id");
    }

    private ValidatableResponse record(long id, String result, LocalDate heldOn) {
        return township.post(path(id), subject.etag(), body(result, heldOn));
    }

    private String path(long id) {
        return subject.path("look-backs/" + id + "/record");
    }

    private static String body(String result, LocalDate heldOn) {
        return "{\"heldOn\":\"%s\",\"result\":\"%s\",\"facts\":\"入户走访\"}".formatted(heldOn, result);
    }
}
