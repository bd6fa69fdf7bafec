package org.zhengdun.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.settings.BudgetUnit;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Calendars are published, never changed, and move the dates that were counted without them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CalendarApiTest {

    private static final String YEAR_2040 = """
            {"unitId": %d, "year": 2040, "source": "桂政办发〔2039〕1号",
             "daysOff": [{"from": "2040-01-02", "to": "2040-01-06", "name": "元旦"}],
             "workdays": [{"day": "2040-01-07", "name": "元旦"}]}""";

    @Inject
    Jdbi jdbi;
    @Inject
    Deadlines deadlines;

    private World world;
    private Cast cast;

    @BeforeEach
    void aProvince() {
        world = World.create(jdbi);
        cast = new Cast(world);
    }

    private Response publish(Role role, String body) {
        return cast.as(role).contentType("application/json").body(body).post("/api/v1/calendars");
    }

    private JsonNode calendars(int year) {
        return cast.send("township", "GET", "/calendars?year=" + year + "&limit=200", null, null).body().get("items");
    }

    private static Set<LocalDate> days(JsonNode named) {
        Set<LocalDate> days = new HashSet<>();
        named.forEach(day -> days.add(LocalDate.parse(day.get("day").textValue())));
        return days;
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void theNationalCalendarsAreThoseOfTheNotices(int year) {
        JsonNode national = StreamSupport.stream(calendars(year).spliterator(), false).filter(
                calendar -> calendar.get("unitId").intValue() == 1).findFirst().orElseThrow();
        assertThat(days(national.get("daysOff"))).isEqualTo(StateCouncil.of(year).daysOff());
        assertThat(days(national.get("workdays"))).isEqualTo(StateCouncil.of(year).workdays());
        assertThat(national.get("source").textValue()).isEqualTo(
                List.of("国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号").get(year - 2024));
    }

    @Test
    void publishingAgainMakesTheNextVersion() {
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(world.province())).then().statusCode(201).body("version",
                is(1)).body(
                        "daysOff.size()", is(5));
        publish(Role.SYSADMIN, YEAR_2040.formatted(world.province())).then().statusCode(201).body("version", is(2));
        assertThatThrownBy(
                () -> jdbi.useHandle(handle -> handle.execute("DELETE FROM calendar_day"))).hasMessageContaining(
                        "calendar_day");
    }

    @Test
    void onlyProvincesAndTheNationPublishWithinTheirGrants() {
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(world.city())).then().statusCode(422).body("errors.pointer",
                contains("/unitId"));
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(1)).then().statusCode(422);
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(World.create(jdbi).province())).then().statusCode(422);
        publish(Role.CITY_ORG, YEAR_2040.formatted(world.province())).then().statusCode(403);
        publish(Role.PROVINCE_ORG,
                YEAR_2040.formatted(world.province()).replace("2040-01-07", "2041-01-06")).then().statusCode(
                        422).body("errors.pointer", contains("/workdays/0/day"));
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(world.province()).replace("2040,", "1999,")).then().statusCode(
                422);
    }

    @Test
    void aProvisionalDateIsCountedAgainWhenItsCalendarArrivesAndKeepsSuspendedDays() {
        long report = report(world, LocalDate.of(2040, 1, 1), 3);
        long elsewhere = report(World.create(jdbi), LocalDate.of(2040, 1, 1), 3);
        assertThat(due(report)).isEqualTo("2040-01-04 provisional 2040-01-04");
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE deadline SET paused_days = 10 WHERE id = :id").bind("id",
                report).execute());
        publish(Role.PROVINCE_ORG, YEAR_2040.formatted(world.province())).then().statusCode(201);
        assertThat(due(report)).isEqualTo("2040-01-20 final 2040-01-04 RECOMPUTED 2040-01-14>2040-01-20");
        assertThat(due(elsewhere)).isEqualTo("2040-01-04 provisional 2040-01-04");
    }

    /** A report of the township, counted in working days. */
    private long report(World of, LocalDate start, int days) {
        long subject = -of.township();
        deadlines.set(Obligation.ofUnit(DeadlineKind.REPORT, subject, of.township(), 7),
                new Term.Within(start, days, BudgetUnit.WORKING_DAYS), Note.byRule());
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id FROM deadline WHERE kind = 'REPORT' AND subject_id = :subject").bind("subject",
                        subject).mapTo(Long.class).one());
    }

    private String due(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT concat_ws(' ', due_on, CASE WHEN provisional THEN 'provisional' ELSE 'final' END, original_due_on,
                            (SELECT string_agg(h.kind || ' ' || h.old_due_on || '>' || h.new_due_on, ' ' ORDER BY h.id)
                             FROM deadline_change h WHERE h.deadline_id = d.id AND h.kind = 'RECOMPUTED'))
                        FROM deadline d WHERE id = :id""").bind(
                        "id", id).mapTo(String.class).one());
    }
}
