package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A measure without a date of its own is due by the rule for its kind, or not at all. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MeasureDueTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private final LocalDate today = DatedCase.today();

    @BeforeEach
    void aProvinceWithItsRules() {
        world = World.create(jdbi);
        cast = new Cast(world);
        String path = "/settings/" + world.county();
        cast.send("province_org", "PATCH", path, """
                {"deadlines": {"measures": {"ORDINARY": {"days": 20, "unit": "WORKING_DAYS"},
                                            "SPECIAL_CLEAN_UP": {"days": 45}}}}""",
                cast.send("province_org", "GET", path, null, null).etag());
    }

    private DatedCase planning() {
        CaseStory story = new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).confirm().move("township",
                "{\"action\": \"START_PLANNING\"}");
        return new DatedCase(jdbi, world, cast, story);
    }

    private static String measure(DatedCase subject, String kind, String startsOn) {
        return """
                {"problemId": %d, "kind": "%s", "description": "开会", "startsOn": "%s",
                 "accountable": {"name": "王委员", "post": "副书记", "unit": "镇党委"}}""".formatted(
                subject.detail().at("/problems/0/id").longValue(), kind, startsOn);
    }

    private static void add(DatedCase subject, String kind, LocalDate startsOn) {
        subject.post(Role.TOWNSHIP, "/measures", measure(subject, kind, startsOn.toString())).then().statusCode(201);
    }

    @Test
    void recountingFromThePartsGivesTheSameDates() {
        DatedCase subject = planning();
        add(subject, "ORDINARY", today);
        add(subject, "ORDINARY", today.plusDays(30));
        add(subject, "SPECIAL_CLEAN_UP", today);
        JsonNode calendars = cast.send("township", "GET", "/calendars?limit=200", null, null).body().get("items");
        int counted = 0;
        for (JsonNode deadline : subject.detail().get("deadlines")) {
            assertThat(DueFromParts.recount(deadline.get("dueBasis"), calendars)).isEqualTo(
                    deadline.get("dueOn").textValue());
            counted += deadline.get("dueBasis").has("budget") ? 1 : 0;
        }
        assertThat(counted).isEqualTo(4);
        assertThat(subject.detail().at("/problems/0/measures/2/dueOn").textValue()).isEqualTo(
                today.plusDays(45).toString());
    }

    @Test
    void withoutARuleThereIsNoDateAndNothingIsOverdueButThePlanWaits() {
        DatedCase subject = planning();
        add(subject, "VIOLATION_INVESTIGATION", today);
        JsonNode measure = subject.detail().at("/problems/0/measures/0");
        assertThat(measure.has("dueOn")).isFalse();
        assertThat(measure.get("overdue").booleanValue()).isFalse();
        assertThat(measure.at("/lightReason/code").textValue()).isEqualTo("light.NO_DATE");
        subject.post(Role.TOWNSHIP, "/transitions", "{\"action\": \"SUBMIT_PLAN\"}").then().statusCode(409).body(
                "refusals.code", hasItem("gate.measure-without-due"));
    }

    @Test
    void aRuleThatLeadsBeyondTheCaseIsRefusedAsAGivenDateIs() {
        DatedCase subject = planning();
        subject.post(Role.TOWNSHIP, "/measures", measure(subject, "SPECIAL_CLEAN_UP",
                today.plusMonths(3).minusDays(1).toString())).then().statusCode(422).body("errors.pointer",
                        contains("/dueOn"));
    }

    @Test
    void aRedraftedMeasureForgetsItsFormerDateAsOriginal() {
        DatedCase subject = planning();
        add(subject, "SPECIAL_CLEAN_UP", today);
        long id = subject.detail().at("/problems/0/measures/0/id").longValue();
        cast.as(Role.TOWNSHIP).contentType("application/json").header("If-Match", subject.etag()).body("""
                {"kind": "SPECIAL_CLEAN_UP", "description": "开会", "startsOn": "%s", "dueOn": "%s"}""".formatted(
                today.plusDays(1), today.plusDays(9))).put(subject.path() + "/measures/" + id).then().statusCode(200);
        JsonNode deadline = subject.deadline(DeadlineKind.MEASURE);
        assertThat(deadline.get("originalDueOn").textValue()).isEqualTo(today.plusDays(9).toString());
        assertThat(deadline.get("history").findValuesAsText("newDueOn")).containsExactly(today.plusDays(45).toString(),
                today.plusDays(9).toString());
    }
}
