package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.table.JsonStatRules;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.table.Workbooks;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class MonthlySheetApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth MONTH = YearMonth.from(TODAY);

    @Inject
    Jdbi jdbi;

    private World world;
    private FormWorld form;
    private String county;

    @BeforeEach
    void build() {
        world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        county = world.user(Role.COUNTY_ORG, world.county());
    }

    @Test
    void showsTheFormUpToTheMonthAndProgress() {
        long red = form.confirmedCase(world.branch(1), TODAY.getYear(), 8);
        form.set("rectification_case", red, "deadline = current_date - 9, warn_on = current_date - 39");
        form.closedProblem(red, TODAY + "T00:00:00+08:00");
        form.closedProblem(red, TODAY.withDayOfYear(1) + "T00:00:00+08:00");
        form.set("problem", form.closedProblem(red, TODAY + "T00:00:00+08:00"), "state = 'OPEN', closed_at = NULL");
        long yellow = form.confirmedCase(world.branch(2), TODAY.getYear(), 9);
        form.set("rectification_case", yellow, "deadline = current_date + 9, warn_on = current_date - 9");
        form.supervise(yellow);
        long green = form.confirmedCase(world.branch(3), TODAY.getYear(), 4);
        form.set("rectification_case", green, "branch_kind = 'COMMUNITY', deadline = current_date + 90");

        JsonPath sheet = sheet(MONTH, world.county());
        assertThat(values(sheet, "TOTAL")).isEqualTo(new TreeMap<>(Map.ofEntries(Map.entry(1, "3"), Map.entry(4, "1"),
                Map.entry(8, "1"), Map.entry(9, "1"), Map.entry(25, "2"), Map.entry(27, "3"), Map.entry(28, "2"),
                Map.entry(29, "66.67"), Map.entry(30, "1"), Map.entry(31, "1"), Map.entry(32, "1"), Map.entry(33, "1"),
                Map.entry(38, "1"))));
        assertThat(values(sheet, "COMMUNITY")).isEqualTo(Map.of(1, "1", 4, "1", 30, "1"));
    }

    @Test
    void countsReportsThatFallDueInTheMonth() {
        form.report(world.township(), MONTH.minusMonths(1), MONTH.atDay(1), MONTH.atDay(1));
        form.report(world.township(), MONTH.minusMonths(2), MONTH.minusMonths(1).atEndOfMonth(), MONTH.atDay(1));
        JsonPath sheet = sheet(MONTH, world.county());
        assertThat(values(sheet, "TOTAL")).isEqualTo(Map.of(34, "1", 35, "1"));
        List<Integer> ofVillages = sheet.getList("rows[1].cells.findAll { it.value == null }.column", Integer.class);
        assertThat(ofVillages).containsExactly(29, 34, 35, 36);
    }

    @Test
    void showsAMonthThatIsOverAsItWasAtItsEnd() {
        form.confirmedCase(world.branch(1), MONTH.minusMonths(1).getYear(), 8);
        JsonPath sheet = sheet(MONTH.minusMonths(1), world.county());
        assertThat(values(sheet, "TOTAL")).as("nothing was known then").isEmpty();
        assertThat(sheet.getString("dataAsOf")).isEqualTo(
                MONTH.atDay(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().minusNanos(1000).toString());
    }

    @Test
    void answersTheSameValuesInEveryFormat() {
        form.closedProblem(form.confirmedCase(world.branch(1), TODAY.getYear(), 8), TODAY + "T00:00:00+08:00");
        List<Map<String, Object>> cells = sheet(MONTH, world.county()).getList("rows.cells.flatten()");
        List<Double> expected = cells.stream().map(cell -> number(String.valueOf(cell.get("value")))).toList();
        assertThat(as(TableFormat.CSV).asString().lines().skip(1).flatMap(
                line -> Stream.of(line.replaceFirst(".*?Z,", "").split(",", -1))).map(
                        MonthlySheetApiTest::number)).isEqualTo(expected);
        assertThat(Workbooks.sheet(as(TableFormat.XLSX).asByteArray(), 0).get(1)).hasSize(6 + SheetColumns.ALL.size());
        String stat = as(TableFormat.JSON_STAT).asString();
        assertThat(JsonStatRules.breaches(stat)).isEmpty();
        assertThat(JsonPath.from(stat).getList("value")).hasSize(3 * SheetColumns.ALL.size());
    }

    @Test
    void refusesMonthsThatHaveNotBegunOrAreNone() {
        refused(path(MONTH.plusMonths(1), world.county()), 422);
        refused(path(MONTH, world.county()).replace(MONTH.toString(), "2026-13"), 400);
        refused(path(MONTH, world.city()), 404);
        given().auth().oauth2(world.user(Role.TOWNSHIP, world.township())).get(
                path(MONTH, world.township())).then().statusCode(403);
    }

    @Test
    void publishesTheColumns() {
        given().auth().oauth2(county).get("/api/v1/statistics/monthly-sheet/columns").then().statusCode(200).body(
                "items", hasSize(38)).body("items[28].code", equalTo("PROBLEM_CLOSING_RATE"));
    }

    /** What is not there is not a number. */
    private static Double number(String text) {
        return text.isEmpty() || text.equals("null") ? Double.NaN : Double.valueOf(text);
    }

    private Response as(String type) {
        return given().auth().oauth2(county).accept(type).get(path(MONTH, world.county()));
    }

    private void refused(String path, int status) {
        given().auth().oauth2(county).get(path).then().statusCode(status);
    }

    private JsonPath sheet(YearMonth month, int unit) {
        return given().auth().oauth2(county).get(path(month, unit)).then().statusCode(200).extract().jsonPath();
    }

    private static String path(YearMonth month, int unit) {
        return "/api/v1/statistics/monthly-sheet?unit=" + unit + "&month=" + month;
    }

    /** Values of a row by column number, without zeros and gaps. */
    private static Map<Integer, String> values(JsonPath sheet, String row) {
        Map<Integer, String> values = new TreeMap<>();
        List<Map<String, Object>> cells = sheet.getList("rows.find { it.row == '" + row + "' }.cells");
        cells.forEach(cell -> {
            if (cell.get("value") != null && !cell.get("value").toString().equals("0")) {
                values.put((Integer) cell.get("column"), cell.get("value").toString());
            }
        });
        return values;
    }
}
