package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
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
        lookBacks.schedule(subject.caseId(), List.of(days.today().plusDays(7), days.today().plusDays(8)), 7);
    }

    @Test
    void recordsEachLookBackOnce() {
        record(first(), "STABLE", days.today()).statusCode(200).body("result", is("STABLE"));
        record(first(), "SHAKY", days.today()).statusCode(409);

        assertThat(lookBacks.unsettled(subject.caseId())).containsExactly(days.today().plusDays(8));
        assertThat(lookBacks.relapses(subject.caseId())).isEmpty();
    }

    @Test
    void knowsARelapseOfThisObservationOnly() {
        record(first(), "RELAPSED", days.today()).statusCode(200);
        assertThat(lookBacks.relapses(subject.caseId())).hasSize(1);

        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET transformed_at = now() WHERE id = ?",
                subject.caseId()));
        assertThat(lookBacks.relapses(subject.caseId())).isEmpty();
    }

    @Test
    void cancelsWhatIsOpen() {
        record(first(), "STABLE", days.today()).statusCode(200);
        lookBacks.cancelOpen(subject.caseId());

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

    @Test
    void aShakyFindingAsksForOneMoreLookBackAMonthLaterAndIsSettledByAStableOne() {
        record(first(), "SHAKY", days.today()).statusCode(200).body("followUpOn",
                is(days.today().plusMonths(1).toString()));
        LocalDate extra = days.today().plusMonths(1);
        long added = township.get(subject.path("look-backs")).body("items.size()", is(3)).extract().jsonPath().getLong(
                "items.find { it.dueOn == '%s' && it.result == null }.id".formatted(extra));
        record(added, "STABLE", days.today()).statusCode(422).body("errors.code", contains("look-back.too-early"));
        aMonthPasses();
        record(second(), "STABLE", days.today()).statusCode(200);
        assertThat(lookBacks.unsettled(subject.caseId())).containsExactly(days.today().plusDays(7).minusMonths(1),
                extra.minusMonths(1));
        record(added, "STABLE", days.today()).statusCode(200);
        assertThat(lookBacks.unsettled(subject.caseId())).isEmpty();
    }

    @Test
    void aShakyFindingThatIsReportedLateIsFollowedAMonthAfterTheReport() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET transformed_at = now() - interval '100 days' WHERE id = ?",
                subject.caseId()));
        jdbi.useHandle(handle -> handle.execute("INSERT INTO look_back (case_id, due_on) VALUES (?, ?)",
                subject.caseId(), days.today().minusDays(40)));
        record(first(), "SHAKY", days.today().minusDays(40)).statusCode(200).body("followUpOn",
                is(days.today().plusMonths(1).toString()));
    }

    @Test
    void aShakyFindingIsContentWithALookBackThatIsDueOnTheDayAnyway() {
        lookBacks.schedule(subject.caseId(), List.of(days.today().plusMonths(1)), 7);
        record(first(), "SHAKY", days.today()).statusCode(200);
        township.get(subject.path("look-backs")).body("items.size()", is(3));
    }

    /** Everything of the case was a month earlier. */
    private void aMonthPasses() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE rectification_case SET transformed_at = transformed_at - interval '1 month' WHERE id = ?",
                    subject.caseId());
            handle.execute("""
                    UPDATE look_back SET due_on = due_on - interval '1 month', held_on = held_on - interval '1 month',
                        follow_up_on = follow_up_on - interval '1 month', recorded_at = recorded_at - interval '1 month'
                    WHERE case_id = ?""", subject.caseId());
        });
    }

    @Test
    void closingIsRefusedWithTheDueDays() {
        new Api(world.user(Role.COUNTY_ORG, world.county())).post(subject.path("transitions"), subject.etag(),
                "{\"action\":\"CLOSE\"}").statusCode(409).body(
                        "refusals.find { it.code == 'gate.look-back-open' }.message",
                        containsString(days.today().plusDays(7) + ", " + days.today().plusDays(8)));
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
