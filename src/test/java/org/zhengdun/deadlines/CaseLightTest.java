package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** List, filter, count and detail agree about lights and lateness. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseLightTest {

    @Inject
    Jdbi jdbi;

    private final LocalDate today = DatedCase.today();

    /** What the list says of one case, in words. */
    private static String seen(JsonNode row) {
        return row.get("overdue").booleanValue() + " " + row.path("light").asText("none") + " "
                + row.at("/lightReason/code").asText("none");
    }

    @Test
    void theSameCaseHasTheSameLightEverywhere() {
        World world = World.create(jdbi);
        Cast cast = new Cast(world);
        long round = cast.openRound();
        List<Integer> days = List.of(-400, -1, 0, 1, 29, 30, 31, 90);
        for (int left : days) {
            int branch = world.unit(world.township(), UnitKind.BRANCH, left + "村党支部");
            CaseStory story = new CaseStory(cast).nominate(round, branch).confirm();
            new DatedCase(jdbi, world, cast, story).dueOn(DeadlineKind.CASE, today.plusDays(left));
        }
        new CaseStory(cast).nominate(round, world.branch(2));
        JsonNode all = items(cast, Map.of());
        assertThat(all).hasSize(days.size() + 1);
        for (JsonNode row : all) {
            JsonNode detail = cast.send("county_org", "GET", "/cases/" + row.get("id").longValue(), null, null).body();
            assertThat(seen(detail)).isEqualTo(seen(row));
        }
        assertThat(ids(all, "overdue", "true")).hasSize(2).isEqualTo(
                ids(items(cast, Map.of("overdue", true)), null, null));
        for (Light light : Light.values()) {
            assertThat(ids(items(cast, Map.of("light", light)), null, null)).as(light.name()).isNotEmpty().isEqualTo(
                    ids(all, "light", light.name()));
            cast.as(Role.COUNTY_ORG).queryParam("light", light).get("/api/v1/cases/count").then().body("count",
                    is(ids(all, "light", light.name()).size()));
        }
        assertThat(ids(all, "light", "YELLOW")).hasSize(4);
        assertThat(ids(all, "light", "GREEN")).hasSize(2);
    }

    @Test
    void twoMissedReportsOfTheTownshipTurnEveryRunningCaseRed() {
        World world = World.create(jdbi);
        Cast cast = new Cast(world);
        long round = cast.openRound();
        for (int left : List.of(-1, 10, 90)) {
            int branch = world.unit(world.township(), UnitKind.BRANCH, left + "村党支部");
            CaseStory story = new CaseStory(cast).nominate(round, branch).confirm();
            new DatedCase(jdbi, world, cast, story).dueOn(DeadlineKind.CASE, today.plusDays(left));
        }
        new CaseStory(cast).nominate(round, world.branch(2));
        missReport(world, round, 5);
        assertThat(reasons(cast)).containsExactly("light.OVERDUE", "light.DUE_SOON", "light.ON_TIME", "none");
        missReport(world, round, 3);
        assertThat(reasons(cast)).as("a month between was reported").contains("light.DUE_SOON");
        missReport(world, round, 4);
        assertThat(reasons(cast)).containsExactly("light.OVERDUE", "light.REPORTS_MISSED", "light.REPORTS_MISSED",
                "none");
        JsonNode all = items(cast, Map.of());
        for (JsonNode row : all) {
            JsonNode detail = cast.send("county_org", "GET", "/cases/" + row.get("id").longValue(), null, null).body();
            assertThat(seen(detail)).isEqualTo(seen(row));
        }
        for (Light light : Light.values()) {
            assertThat(ids(items(cast, Map.of("light", light)), null, null)).isEqualTo(ids(all, "light", light.name()));
            cast.as(Role.COUNTY_ORG).queryParam("light", light).get("/api/v1/cases/count").then().body("count",
                    is(ids(all, "light", light.name()).size()));
        }
        assertThat(ids(items(cast, Map.of("overdue", true)), null, null)).hasSize(1);
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE monthly_report SET submitted_on = ?, editions = 1
                WHERE unit_id = ? AND month = date_trunc('month', ?::date) - interval '4 months'""", today,
                world.township(), today));
        assertThat(reasons(cast)).containsExactly("light.OVERDUE", "light.DUE_SOON", "light.ON_TIME", "none");
    }

    /** The report of the month so many months ago was never submitted. */
    private void missReport(World world, long round, int monthsAgo) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at)
                        SELECT :round, id, ancestors, m.month, m.month + 35, 2, now()
                        FROM org_unit, (SELECT (date_trunc('month', :today::date) - make_interval(months => :ago))::date AS month) m
                        WHERE id = :unit""").bind(
                        "round", round).bind("today", today).bind("ago", monthsAgo).bind("unit",
                                world.township()).execute());
    }

    private static List<String> reasons(Cast cast) {
        List<String> reasons = new ArrayList<>();
        items(cast, Map.of()).forEach(row -> reasons.add(row.at("/lightReason/code").asText("none")));
        return reasons;
    }

    private static JsonNode items(Cast cast, Map<String, ?> filter) {
        StringBuilder path = new StringBuilder("/cases?limit=200");
        filter.forEach((name, value) -> path.append('&').append(name).append('=').append(value));
        return cast.send("county_org", "GET", path.toString(), null, null).body().get("items");
    }

    private static List<Long> ids(JsonNode rows, @Nullable String field, @Nullable String value) {
        List<Long> ids = new ArrayList<>();
        rows.forEach(row -> {
            if (field == null || row.path(field).asText().equals(value)) {
                ids.add(row.get("id").longValue());
            }
        });
        return ids;
    }
}
