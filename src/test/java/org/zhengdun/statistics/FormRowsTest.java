package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.assertj.core.data.Offset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Every cell of the forms opens exactly the rows that it counts. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class FormRowsTest {

    private static final String STATISTICS = "/api/v1/statistics/";

    @Inject
    Jdbi jdbi;

    private World world;
    private FormWorld form;
    private String city;
    private final Set<Integer> opened = new TreeSet<>();

    @BeforeEach
    void build() {
        world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        city = world.user(Role.CITY_ORG, world.city());
    }

    @Test
    void everyCellOfTheAnnualFormOpensItsRowsNowAndAsOfAMoment() {
        new RandomForms(jdbi, world, form);
        form.confirmedCase(world.branch(1), 2026, 4);
        for (String asOf : List.of("", "&asOf=" + Instant.now().truncatedTo(ChronoUnit.MILLIS))) {
            openAll(answer(city, STATISTICS + "annual-form?year=2026&unit=" + world.city() + asOf));
        }
        assertThat(opened).containsAll(List.of(1, 2, 3, 8, 14, 16, 18, 20, 21, 22, 24, 25, 26));
    }

    @Test
    void everyCellOfTheMonthlySheetOpensItsRows() {
        new RandomForms(jdbi, world, form);
        LocalDate today = LocalDate.now(Days.ZONE);
        form.report(world.township(), YearMonth.from(today), today, today.minusDays(1));
        long listed = form.confirmedCase(world.branch(1), today.getYear(), 8);
        form.set("rectification_case", listed, "deadline = current_date - 9, warn_on = current_date - 39");
        form.supervise(listed);
        openAll(answer(city, STATISTICS + "monthly-sheet?month=" + YearMonth.from(today) + "&unit=" + world.city()));
        assertThat(opened).containsAll(List.of(1, 25, 27, 28, 29, 32, 33, 34, 35, 38));
    }

    @Test
    void machinesOpenNoRowsOfRestrictedColumns() {
        long listed = form.confirmedCase(world.branch(1), 2026, 8);
        form.measureDone(form.closedProblem(listed, "2026-07-01T00:00:00Z"), "SPECIAL_CLEAN_UP", "2026-06-30");
        String machine = world.user(Role.STATISTICS, world.province());
        String path = STATISTICS + "annual-form?year=2026&unit=" + world.county();
        answer(machine, path);
        given().auth().oauth2(machine).get(path).then().body(
                "rows.cells.flatten().findAll { it.column in [4, 8, 26] }.rowsHref", everyItem(nullValue()));
        for (int column : new int[]{4, 8, 13, 26}) {
            for (String rows : List.of(rows("annual-form", "year=2026", column),
                    rows("monthly-sheet", "month=2026-06", column))) {
                given().auth().oauth2(machine).get(rows).then().statusCode(403);
                given().auth().oauth2(city).get(rows).then().statusCode(200);
            }
        }
        assertThat(answer(machine, rows("annual-form", "year=2026", 24)).getList("items.label")).containsExactly("*");
        List<Long> traced = jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT after -> 'cases' ->> 0 FROM audit_entry WHERE action = 'statistics.rows' AND entity_id = :unit::text
                        AND after ->> 'target' LIKE '%annual-form%column=8%'""").bind(
                        "unit", world.county()).mapTo(
                                Long.class).list());
        assertThat(traced).contains(listed);
    }

    @Test
    void refusesWhatIsNoCell() {
        given().auth().oauth2(city).get(rows("annual-form", "year=2026", 27)).then().statusCode(422).body(
                "errors[0].pointer", is("?column"));
        given().auth().oauth2(city).get(
                rows("monthly-sheet", "month=2026-06", 1) + "&part=DENOMINATOR").then().statusCode(
                        422).body("errors[0].pointer", is("?part"));
        given().auth().oauth2(world.user(Role.COUNTY_ORG, World.create(jdbi).county())).get(
                rows("annual-form", "year=2026", 1)).then().statusCode(404);
        int next = LocalDate.now(Days.ZONE).getYear() + 1;
        given().auth().oauth2(city).get(
                STATISTICS + "annual-form?unit=" + world.city() + "&year=" + next).then().statusCode(
                        422).body("errors[0].pointer", is("?year"));
    }

    private String rows(String form, String period, int column) {
        return STATISTICS + form + "/rows?unit=" + world.county() + "&" + period + "&column=" + column;
    }

    private void openAll(JsonPath answer) {
        answer.<Map<String, Object>>getList("rows.cells.flatten()").forEach(this::open);
    }

    private void open(Map<String, Object> cell) {
        if (cell.get("rowsHref") instanceof String rows) {
            opened.add((int) number(cell, "column"));
            long found = count(rows);
            double value = number(cell, "value");
            if (cell.get("denominatorHref") instanceof String whole) {
                assertThat(value).as("%s", cell).isCloseTo(100.0 * found / count(whole), Offset.offset(0.006));
            } else {
                assertThat((long) value).as("%s", cell).isEqualTo(found);
            }
        } else if (cell.containsKey("value")) {
            assertThat(number(cell, "value")).as("%s", cell).isZero();
        }
    }

    private static double number(Map<String, Object> cell, String field) {
        return ((Number) Objects.requireNonNull(cell.get(field))).doubleValue();
    }

    /** Walks the pages; no row comes twice. */
    private long count(String link) {
        List<Object> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = answer(city, link + "&limit=50" + cursor);
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids.size();
    }

    private static JsonPath answer(String token, String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get(path).then().statusCode(
                200).extract().jsonPath();
    }
}
