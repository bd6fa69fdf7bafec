package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.time.LocalDate;
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
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.table.JsonStatRules;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.table.Workbooks;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AnnualFormTest {

    private static final int YEAR = 2026;

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
    void countsNothingInAUnitWithoutCases() {
        assertThat(total(county, world.county())).isEmpty();
    }

    @Test
    void countsListedCases() {
        long raised = form.confirmedCase(world.branch(1), YEAR, 8);
        form.set("rectification_case", raised, "state = 'CLOSED', outcome = 'TRANSFORMED'");
        long merged = form.confirmedCase(world.branch(2), YEAR, 13);
        form.set("rectification_case", merged, "state = 'CANCELLED', outcome = 'MERGED'");
        long error = form.confirmedCase(world.branch(3), YEAR, 4);
        form.set("rectification_case", error, "state = 'CANCELLED', outcome = 'LISTED_IN_ERROR'");
        form.set("rectification_case", form.confirmedCase(world.branch(3), YEAR, 5), "confirmed_at = NULL");
        form.set("rectification_case", form.confirmedCase(world.branch(2), YEAR - 1, 5), "state = 'TRANSFORMED'");

        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 2, 3, 1, 8, 1, 13, 1));
        assertThat(total(county, world.branch(1))).isEqualTo(Map.of(1, 1, 3, 1, 8, 1));
    }

    @Test
    void countsSecretariesFromTheFactsOfTheYear() {
        form.confirmedCase(world.branch(1), YEAR, 4);
        long start = form.fact(world.branch(1), "2025-03-01");
        form.set("branch_fact", start,
                "valid_to = '2026-05-01', secretary_status = 'VACANT', registered_poor_village = true");
        form.set("branch_fact", form.fact(world.branch(1), "2026-05-01"),
                "secretary_trained_on = '2026-06-01', secretary_training_level = 'CITY'");
        form.confirmedCase(world.branch(2), YEAR, 4);
        form.set("branch_fact", form.fact(world.branch(2), "2020-01-01"), """
                secretary_to_replace = true, secretary_replaced_on = '2026-12-31', secretary_trained_on = '2026-01-01',
                secretary_training_level = 'TOWNSHIP'""");

        assertThat(total(county, world.township())).isEqualTo(
                Map.of(1, 2, 2, 1, 4, 2, 14, 1, 15, 1, 16, 1, 17, 1, 18, 2, 19, 1));
    }

    @Test
    void countsAVacancyReportedLaterOnlyWhenItBeganBeforeTheYear() {
        form.confirmedCase(world.branch(1), YEAR, 4);
        form.set("branch_fact", form.fact(world.branch(1), "2026-02-01"),
                "secretary_status = 'VACANT', secretary_vacant_since = '2025-12-01'");
        form.confirmedCase(world.branch(2), YEAR, 4);
        form.set("branch_fact", form.fact(world.branch(2), "2026-02-01"),
                "secretary_status = 'VACANT', secretary_vacant_since = '2026-01-15'");

        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 2, 4, 2, 14, 1));
    }

    @Test
    void countsABranchListedTwiceOnceAmongSecretaries() {
        form.fact(world.branch(1), "2020-01-01");
        form.set("branch_fact", form.fact(world.branch(2), "2020-01-01"), "secretary_status = 'VACANT'");
        form.set("rectification_case", form.confirmedCase(world.branch(2), YEAR, 4), "state = 'CLOSED'");
        form.confirmedCase(world.branch(2), YEAR, 6);

        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 2, 4, 1, 6, 1, 14, 1));
    }

    @Test
    void countsHelpersProblemsAndMeasuresOfTheYear() {
        long listed = form.confirmedCase(world.branch(1), YEAR, 9);
        for (String kind : List.of("PAIRED_UNIT", "COUNTY_LEADER", "TOWNSHIP_LEADER", "FIRST_SECRETARY",
                "RESIDENT_CADRE", "WORK_TEAM")) {
            form.helper(listed, kind, "2026-01-01");
        }
        form.helper(listed, "PAIRED_UNIT", "2027-01-01");
        form.set("helper_assignment", form.helper(listed, "PAIRED_UNIT", "2025-01-01"), "until = '2025-12-31'");
        form.set("helper_assignment", form.helper(listed, "PAIRED_UNIT", "2025-01-01"), "until = '2026-01-01'");
        long problem = form.closedProblem(listed, "2026-12-31T23:59:59+08:00");
        form.closedProblem(listed, "2026-01-01T00:00:00+08:00");
        form.closedProblem(listed, "2027-01-01T00:00:00+08:00");
        form.measureDone(problem, "SPECIAL_CLEAN_UP", "2026-01-01");
        form.measureDone(problem, "SPECIAL_CLEAN_UP", "2027-01-01");
        form.measureDone(problem, "VIOLATION_INVESTIGATION", "2026-12-31");
        form.measureDone(problem, "ORDINARY", "2026-12-31");

        assertThat(total(county, world.county())).isEqualTo(
                Map.of(1, 1, 9, 1, 20, 2, 21, 2, 22, 1, 23, 2, 24, 1, 25, 2, 26, 1));
    }

    @Test
    void countsNoHelperWhoHasNotBegunOrNeverDid() {
        int year = LocalDate.now(Days.ZONE).getYear();
        long listed = form.confirmedCase(world.branch(1), year, 9);
        form.helper(listed, "PAIRED_UNIT", LocalDate.now(Days.ZONE).toString());
        form.helper(listed, "PAIRED_UNIT", LocalDate.now(Days.ZONE).plusDays(1).toString());
        form.set("helper_assignment", form.helper(listed, "FIRST_SECRETARY", "2099-06-20"),
                "until = '2099-06-01', released_at = '2099-06-01T00:00:00Z'");
        form.set("helper_assignment",
                form.helper(listed, "FIRST_SECRETARY", LocalDate.now(Days.ZONE).plusDays(2).toString()),
                "until = current_date, released_at = clock_timestamp()");
        Map<Integer, Integer> counted = Map.of(1, 1, 9, 1, 20, 1);
        assertThat(total(county, world.county(), year)).isEqualTo(counted);
        given().auth().oauth2(county).get("/api/v1/statistics/cube?measures=helpers,first-secretaries,"
                + "first-secretary-coverage&year=" + year + "&unit=" + world.county()).then().statusCode(200).body(
                        "cells.numerator", contains(1, 0, 0));
    }

    @Test
    void countsACarriedOverCaseInBothYearsAndItsRiseInTheLast() {
        long carried = form.confirmedCase(world.branch(1), YEAR - 1, 8);
        form.carryOver(carried);
        form.set("rectification_case", carried, "state = 'TRANSFORMED', outcome = 'TRANSFORMED'");
        form.closedProblem(carried, "2025-07-01T00:00:00+08:00");
        form.closedProblem(carried, "2026-07-01T00:00:00+08:00");
        form.closedProblem(carried, "2026-08-01T00:00:00+08:00");

        assertThat(total(county, world.county(), YEAR - 1)).isEqualTo(Map.of(1, 1, 8, 1, 25, 1));
        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 1, 3, 1, 8, 1, 25, 2));
        assertThat(total(county, world.county(), YEAR - 2)).isEmpty();
    }

    @Test
    void countsACarriedOverBranchOnceAmongSecretaries() {
        form.set("branch_fact", form.fact(world.branch(1), "2020-01-01"), "secretary_status = 'VACANT'");
        form.set("rectification_case", form.confirmedCase(world.branch(1), YEAR - 1, 8), "state = 'CLOSED'");
        long again = form.confirmedCase(world.branch(1), YEAR - 1, 8);
        form.carryOver(again);

        assertThat(total(county, world.county(), YEAR - 1)).isEqualTo(Map.of(1, 2, 8, 2, 14, 1));
        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 1, 8, 1, 14, 1));
    }

    @Test
    void givesVillagesAndCommunitiesTheirOwnRows() {
        form.confirmedCase(world.branch(1), YEAR, 4);
        form.set("rectification_case", form.confirmedCase(world.branch(2), YEAR, 5), "branch_kind = 'COMMUNITY'");
        form.set("rectification_case", form.confirmedCase(world.branch(3), YEAR, 6), "branch_kind = 'AGENCY'");

        JsonPath answer = read(county, world.county()).jsonPath();
        assertThat(values(answer, "TOTAL")).isEqualTo(Map.of(1, 3, 4, 1, 5, 1, 6, 1));
        assertThat(values(answer, "VILLAGE")).isEqualTo(Map.of(1, 1, 4, 1));
        assertThat(values(answer, "COMMUNITY")).isEqualTo(Map.of(1, 1, 5, 1));
    }

    @Test
    void childrenAddUpToTheirParents() {
        RandomForms random = new RandomForms(jdbi, world, form);
        String province = world.user(Role.PROVINCE_ORG, world.province());
        for (List<Integer> family : random.families()) {
            Map<Integer, Integer> sum = new TreeMap<>();
            family.subList(1, family.size()).forEach(
                    child -> total(province, child).forEach((column, value) -> sum.merge(column, value, Integer::sum)));
            assertThat(total(province, family.getFirst())).as("unit %s", family.getFirst()).isEqualTo(sum);
        }
        assertThat(total(province, world.province())).hasSizeGreaterThan(15);
    }

    @Test
    void answersTheSameValuesInEveryFormat() {
        new RandomForms(jdbi, world, form);
        int unit = world.unit(world.county(), UnitKind.TOWNSHIP, "=1+1,镇");
        for (int each : List.of(world.county(), unit)) {
            List<String> expected = read(county, each).jsonPath().getList("rows.cells.value.flatten()", String.class);
            assertThat(csvValues(file(each, TableFormat.CSV, "csv").asString())).isEqualTo(expected);
            assertThat(Workbooks.sheet(file(each, TableFormat.XLSX, "xlsx").asByteArray(), 0).stream().skip(1).flatMap(
                    row -> row.stream().skip(6)).map(Object::toString)).isEqualTo(expected);
            String stat = file(each, TableFormat.JSON_STAT, "json").asString();
            assertThat(JsonStatRules.breaches(stat)).isEmpty();
            assertThat(JsonPath.from(stat).getList("value", String.class)).isEqualTo(expected);
        }
        assertThat(file(unit, TableFormat.CSV, "csv").asString()).contains(",\"'=1+1,镇\",");
    }

    @Test
    void saysWhatTheAnswerIsAbout() {
        read(county, world.township()).then().body("unit.id", equalTo(world.township())).body("year",
                equalTo(YEAR)).body(
                        "rows.row", equalTo(List.of("TOTAL", "VILLAGE", "COMMUNITY"))).body("rows[0].cells",
                                hasSize(26));
        JsonPath answer = read(county, world.township()).jsonPath();
        assertThat(answer.getString("dataAsOf")).isLessThanOrEqualTo(answer.getString("computedAt"));
    }

    @Test
    void hidesUnitsOutOfScopeLikeUnitsThatDoNotExist() {
        World other = World.create(jdbi);
        for (int unit : List.of(world.city(), other.county(), Integer.MAX_VALUE)) {
            refused(county, path(unit), "text/csv", 404, "not-found");
            refused(county, path(unit), "application/json", 404, "not-found");
        }
    }

    @Test
    void refusesRolesWithoutTheRight() {
        String township = world.user(Role.TOWNSHIP, world.township());
        refused(township, path(world.township()), "application/json", 403, "forbidden");
        refused(township, "/api/v1/statistics/annual-form/columns", "application/json", 403, "forbidden");
    }

    @Test
    void refusesWhatCannotBeReadOrProduced() {
        refused(county, path(world.county()), "application/xml", 406, "not-acceptable");
        refused(county, "/api/v1/statistics/annual-form?unit=" + world.county(), "application/json", 400,
                "invalid-parameter");
        refused(county, "/api/v1/statistics/annual-form?year=2026", "text/csv", 400, "invalid-parameter");
        refused(county, "/api/v1/statistics/annual-form?year=1&unit=" + world.county(), "*/*", 400,
                "invalid-parameter");
    }

    @Test
    void publishesTheColumns() {
        given().auth().oauth2(county).get("/api/v1/statistics/annual-form/columns").then().statusCode(200).body("items",
                hasSize(26)).body("items[24].code", equalTo("PROBLEMS_SOLVED"));
    }

    @Test
    void answersAsOfAPastMoment() {
        long first = form.confirmedCase(world.branch(1), YEAR, 8);
        long helper = form.helper(first, "PAIRED_UNIT", "2025-06-01");
        long fact = form.fact(world.branch(1), "2025-01-01");
        form.closedProblem(first, "2026-02-01T00:00:00+08:00");
        Instant then = jdbi.withHandle(
                handle -> handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
        form.set("rectification_case", first, "state = 'TRANSFORMED', outcome = 'TRANSFORMED'");
        form.set("helper_assignment", helper, "until = '2025-12-31', released_at = clock_timestamp()");
        form.set("branch_fact", fact, "valid_to = '2025-12-01'");
        form.set("branch_fact", form.fact(world.branch(1), "2025-12-01"), "registered_poor_village = true");
        form.closedProblem(first, "2026-03-01T00:00:00+08:00");
        form.confirmedCase(world.branch(2), YEAR, 9);

        assertThat(totalAt(then)).isEqualTo(Map.of(1, 1, 8, 1, 20, 1, 25, 1));
        assertThat(total(county, world.county())).isEqualTo(Map.of(1, 2, 2, 1, 3, 1, 8, 1, 9, 1, 25, 2));
    }

    @Test
    void refusesAMomentThatIsNotOver() {
        refused(county, path(world.county()) + "&asOf=2099-01-01", "application/json", 422, "validation-failed");
        refused(county, path(world.county()) + "&asOf=yesterday", "text/csv", 400, "invalid-parameter");
    }

    @Test
    void answersUnchangedFiguresWithNotModified() {
        form.confirmedCase(world.branch(1), YEAR, 8);
        String tag = read(county, world.county()).header("ETag");
        String colleague = world.user(Role.COUNTY_ORG, world.county());
        given().auth().oauth2(colleague).header("If-None-Match", tag).get(path(world.county())).then().statusCode(304);
        given().auth().oauth2(county).accept("text/csv").header("If-None-Match", tag).get(
                path(world.county())).then().statusCode(200);
        form.confirmedCase(world.branch(2), YEAR, 8);
        given().auth().oauth2(colleague).header("If-None-Match", tag).get(path(world.county())).then().statusCode(200);
    }

    @Test
    void answersTheNation() {
        form.confirmedCase(world.branch(1), YEAR, 4);
        assertThat(total(world.user(Role.STATISTICS, 1), 1)).containsKey(1);
    }

    private static void refused(String token, String path, String accept, int status, String slug) {
        given().auth().oauth2(token).accept(accept).get(path).then().statusCode(status).contentType(
                startsWith("application/problem+json")).body("type", equalTo("urn:zhengdun:problem:" + slug));
    }

    private static Response read(String token, int unit) {
        Response answer = given().auth().oauth2(token).get(path(unit));
        answer.then().statusCode(200).contentType(startsWith("application/json"));
        return answer;
    }

    private static String path(int unit) {
        return "/api/v1/statistics/annual-form?unit=" + unit + "&year=" + YEAR;
    }

    private static Map<Integer, Integer> total(String token, int unit) {
        return values(read(token, unit).jsonPath(), "TOTAL");
    }

    private static Map<Integer, Integer> total(String token, int unit, int year) {
        return values(given().auth().oauth2(token).get(
                "/api/v1/statistics/annual-form?unit=" + unit + "&year=" + year).then().statusCode(
                        200).extract().jsonPath(),
                "TOTAL");
    }

    private Map<Integer, Integer> totalAt(Instant moment) {
        return values(given().auth().oauth2(county).get(path(world.county()) + "&asOf=" + moment).then().statusCode(
                200).body("dataAsOf", equalTo(moment.toString())).extract().jsonPath(), "TOTAL");
    }

    /** Values of a row by column number, without zeros and what is withheld. */
    private static Map<Integer, Integer> values(JsonPath answer, String row) {
        String cells = "rows.find { it.row == '" + row + "' }.cells";
        List<Integer> columns = answer.getList(cells + ".column", Integer.class);
        List<Integer> counts = answer.getList(cells + ".value", Integer.class);
        Map<Integer, Integer> values = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (counts.get(i) != null && counts.get(i) != 0) {
                values.put(columns.get(i), counts.get(i));
            }
        }
        return values;
    }

    private Response file(int unit, String type, String ending) {
        Response answer = given().auth().oauth2(county).accept(type).get(path(unit));
        answer.then().statusCode(200).header("Content-Type", startsWith(type)).header("Vary",
                containsString("Accept")).header("Content-Disposition",
                        matchesPattern(
                                "attachment; filename=\"annual-form-[0-9A-Za-z_-]+-2026\\." + ending + "\""));
        return answer;
    }

    private static List<String> csvValues(String text) {
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFF党组织代码,党组织,年度,类别代码,类别,数据截至,1 排查");
        return lines.stream().skip(1).flatMap(
                line -> Stream.of(line.replaceFirst(".*Z,", "").split(","))).toList();
    }
}
