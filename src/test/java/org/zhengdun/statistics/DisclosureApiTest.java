package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.table.JsonStatRules;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** External clients learn no small number of restricted cases, from no answer and not from all of them together. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class DisclosureApiTest {

    private static final int YEAR = 2026;
    private static final int SMALL = 3;
    private static final List<List<Integer>> LISTINGS = List.of(List.of(YEAR - 1), List.of(YEAR - 1, YEAR),
            List.of(YEAR));
    private static final String STATISTICS = "/api/v1/statistics/";

    @Inject
    Jdbi jdbi;

    private World world;
    private FormWorld form;
    private String machine;
    private String province;

    @BeforeEach
    void build() {
        world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        machine = world.user(Role.STATISTICS, world.province());
        province = world.user(Role.PROVINCE_ORG, world.province());
    }

    @Test
    void keepsSmallCountsFromMachinesAndFromNobodyElse() {
        cases(world.township(), 8, 2);
        cases(world.township(), 4, 6);
        get(province, form(world.county())).body(column(8), is(2));
        get(machine, form(world.county())).body(column(8), nullValue()).body(
                "rows[0].cells.find { it.column == 8 }.suppressed", is(true)).body(column(1), is(8));
        String both = world.user(Role.COUNTY_ORG, world.county());
        get(both, form(world.county())).body(column(8), is(2));
    }

    @Test
    void showsCountsThatAreLargeEnoughWhereNothingSmallHidesBehindThem() {
        cases(world.township(), 8, 3);
        cases(world.township(), 4, 6);
        get(machine, form(world.county())).body(column(8), is(3)).body(column(4), is(6)).body(column(26), nullValue());
        get(machine, form(world.county())).body("rows[1].cells.find { it.column == 8 }.suppressed", is(true));
        get(machine, form(world.township())).body(column(8), nullValue()).body(column(4), nullValue());
        get(machine, form(world.county()) + "&asOf=2026-01-01").body(column(8), nullValue());
    }

    @Test
    void goesByTheThresholdOfTheProvince() {
        cases(world.township(), 8, 4);
        cases(world.township(), 4, 6);
        get(machine, form(world.county())).body(column(8), is(4));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO setting (unit_id, overrides, version, changed_at)
                VALUES (?, '{"suppressionThreshold": 5}', 1, now())""", world.province()));
        get(machine, form(world.county())).body(column(8), nullValue());
    }

    @Test
    void showsMachinesSnapshotsWithoutCategoriesAndHashes() {
        cases(world.township(), 8, 2);
        int id = given().auth().oauth2(province).contentType("application/json").body("""
                {"kind": "ANNUAL_FORM", "unitId": %d, "year": %d, "title": "x"}""".formatted(world.county(),
                YEAR)).post(
                        STATISTICS + "snapshots").then().statusCode(201).body("table.values[7]", is(2)).extract().path(
                                "id");
        get(machine, STATISTICS + "snapshots/" + id).body("table.values[0]", is(2)).body("table.values[7]",
                nullValue()).body("table.status.'7'", is("suppressed")).body("hash", nullValue()).body("revisions.hash",
                        everyItem(nullValue()));
        get(machine, STATISTICS + "snapshots").body("items.hash", everyItem(nullValue()));
    }

    @Test
    void keepsThemInEveryFormatAndInTheMonthlySheet() {
        cases(world.township(), 8, 2);
        String stat = given().auth().oauth2(machine).accept(TableFormat.JSON_STAT).get(form(world.county())).asString();
        assertThat(JsonStatRules.breaches(stat)).isEmpty();
        assertThat(JsonPath.from(stat).getList("value").get(7)).isNull();
        assertThat(JsonPath.from(stat).getString("status.'7'")).isEqualTo("suppressed");
        assertThat(
                given().auth().oauth2(machine).accept(TableFormat.CSV).get(form(world.county())).asString()).contains(
                        ",*,");
        get(machine, STATISTICS + "monthly-sheet?month=2026-02&unit=" + world.county()).body(column(8), nullValue());
    }

    @Test
    void givesMachinesTheTableByCategoryWithAllCategoriesAndWithoutRows() {
        cases(world.township(), 8, 2);
        cases(world.township(), 4, 6);
        JsonPath cube = get(machine, cube(world.county()) + "&rows=category").body("rows.items", hasSize(19)).body(
                "cells.rowsHref", everyItem(nullValue())).extract().jsonPath();
        assertThat(cube.getString("cells.find { it.row == 'W05' }.value")).isNull();
        assertThat(cube.getBoolean("cells.find { it.row == 'W05' }.suppressed")).isTrue();
        get(province, cube(world.county()) + "&rows=category").body("cells.value.sum()", is(8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"measures=listed&category=W05 ?category",
            "measures=raised&rows=category ?measures", "measures=conversion-rate&rows=category ?measures",
            "measures=listed&rows=category&columns=month ?columns", "measures=listed&rows=state&columns=category ?rows",
            "measures=listed&rows=category&columns=org:TOWNSHIP ?columns",
            "measures=listed&rows=category&columns=branchKind ?columns",
            "measures=listed&rows=category&branchKind=VILLAGE ?branchKind",
            "measures=listed&rows=category&state=PLANNING ?state",
            "measures=listed&rows=category&asOf=2026-01-01 ?asOf",
            "measures=listed&rows=category&compareTo=2026-01-01 ?compareTo",
            "measures=listed&rows=category&period=THIS_YEAR ?year", "measures=problems&rows=problemCategory ?rows"})
    void refusesMachinesFinerQuestionsAboutCategories(String question, String pointer) {
        String path = STATISTICS + "cube?unit=" + world.province() + "&" + question;
        given().auth().oauth2(machine).get(path).then().statusCode(422).body("errors.pointer", hasItem(pointer));
        given().auth().oauth2(province).get(path).then().statusCode(200);
    }

    @Test
    void refusesMachinesCategoriesOfTownshipsAndOfTheNation() {
        given().auth().oauth2(machine).get(cube(world.township()) + "&rows=category").then().statusCode(422).body(
                "errors[0].pointer", is("?unit"));
        given().auth().oauth2(world.user(Role.STATISTICS, 1)).get(cube(1) + "&rows=category").then().statusCode(422);
    }

    @Test
    void givesMachinesNoViolations() {
        get(machine, STATISTICS + "cube?measures=violations&unit=" + world.province()).body("cells.suppressed",
                everyItem(is(true))).body("cells.value", everyItem(nullValue()));
        given().auth().oauth2(machine).get(
                STATISTICS + "rows?measure=violations&unit=" + world.province()).then().statusCode(403);
    }

    /** The items of a table, and the lines of a file, would be exactly the branches with something to hide. */
    @ParameterizedTest
    @CsvSource({"restricted-conversion,org:BRANCH", "restricted-conversion,org:TOWNSHIP", "restricted-conversion,state",
            "restricted-conversion,branchKind", "restricted-conversion,round", "restricted-conversion,month",
            "violations,org:BRANCH", "violations,org:COUNTY", "violations,month"})
    void givesMachinesNoAxisOfRestrictedMatter(String measure, String axis) {
        cases(world.township(), 8, 1);
        for (String side : List.of("rows", "columns")) {
            for (String more : List.of("", "&asOf=2026-11-01T00:00:00Z", "&year=2020", "&branchKind=VILLAGE")) {
                String path = STATISTICS + "cube?measures=listed,%s&%s=%s&unit=%d%s".formatted(measure, side, axis,
                        world.province(), more);
                given().auth().oauth2(machine).get(path).then().statusCode(403).body("type",
                        containsString("rule-violated"));
                given().auth().oauth2(machine).accept(TableFormat.CSV).get(path).then().statusCode(403);
                given().auth().oauth2(province).get(path).then().statusCode(200);
            }
        }
    }

    @Test
    void ranksNoRestrictedMatterForMachines() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO setting (unit_id, overrides, version, changed_at)
                VALUES (?, '{"rankingOn": true, "publicationOn": true}', 1, now())""", world.province()));
        String path = STATISTICS + "ranking?level=BRANCH&unit=" + world.province() + "&measure=";
        given().auth().oauth2(machine).get(path + "restricted-conversion").then().statusCode(403);
        given().auth().oauth2(machine).get(path + "violations").then().statusCode(403);
        get(machine, path + "listed");
    }

    @Test
    void tellsMachinesTheCategoryOfNoCase() {
        cases(world.township(), 8, 1);
        long other = cases(world.township(), 4, 1);
        form.closedProblem(other, "2026-02-01T00:00:00+08:00");
        get(machine, "/api/v1/cases?unit=" + world.province()).body("items", hasSize(2)).body("items.mainCategory",
                everyItem(nullValue()));
        get(province, "/api/v1/cases?unit=" + world.province()).body("items.mainCategory", hasItem(form.category(8)));
        get(machine, "/api/v1/cases/" + other).body("mainCategory", nullValue()).body("problems.category",
                everyItem(nullValue()));
        for (String path : List.of("/api/v1/cases?mainCategory=W05", "/api/v1/cases/count?mainCategory=W05")) {
            given().auth().oauth2(machine).get(path).then().statusCode(403).body("type",
                    containsString("rule-violated"));
        }
        get(machine, STATISTICS + "rows?measure=problems&unit=" + world.province()).body("items.label",
                everyItem(is("*")));
    }

    /** Every table by category that there is for machines, over random trees, against the cases themselves. */
    @Test
    void allAnswersTogetherTellNoWithheldCount() {
        Random random = new Random(20261122);
        Map<Integer, long[]> places = new TreeMap<>();
        Map<Integer, Set<Integer>> below = new TreeMap<>();
        List<Integer> asked = new ArrayList<>(List.of(world.province()));
        for (int c = 0; c < 2; c++) {
            int city = world.unit(world.province(), UnitKind.CITY, "市");
            asked.add(city);
            for (int k = 0; k < 2; k++) {
                int county = world.unit(city, UnitKind.COUNTY, "县");
                asked.add(county);
                for (int t = 0; t < 2; t++) {
                    int township = world.unit(county, UnitKind.TOWNSHIP, "镇");
                    for (int listing = 0; listing < LISTINGS.size(); listing++) {
                        int place = township * 10 + listing;
                        places.put(place, randomCases(township, LISTINGS.get(listing), random));
                        List.of(world.province(), city, county).forEach(
                                unit -> below.computeIfAbsent(unit, missing -> new TreeSet<>()).add(place));
                    }
                }
            }
        }
        List<Attacker.Known> known = new ArrayList<>();
        Set<String> hidden = new TreeSet<>();
        Map<String, Set<Integer>> sums = new TreeMap<>();
        asked.forEach(unit -> List.of(YEAR - 1, YEAR).forEach(year -> {
            Set<Integer> listed = new TreeSet<>(below(below, unit));
            listed.removeIf(place -> !LISTINGS.get(place % 10).contains(year));
            sums.put(unit + "/" + year, listed);
            read(unit, year, listed, places, known, hidden);
        }));
        Map<Integer, List<Integer>> listings = new TreeMap<>();
        places.keySet().forEach(place -> listings.put(place, LISTINGS.get(place % 10)));
        YearsAttacker attacker = new YearsAttacker(new Attacker(places, known), listings);
        assertThat(hidden).isNotEmpty();
        assertThat(known).isNotEmpty();
        sums.forEach((sum, listed) -> IntStream.of(4, 5).filter(
                category -> isSmall(Attacker.sum(places, listed, category))).forEach(category -> {
                    assertThat(hidden).contains(sum + "/" + category);
                    assertThat(attacker.doubts(listed, category)).as("%s %s", sum, category).isTrue();
                }));
    }

    /** What the form and the table say must be true, agree, and is known from then on. */
    private void read(int unit, int year, Set<Integer> listed, Map<Integer, long[]> places, List<Attacker.Known> known,
            Set<String> hidden) {
        JsonPath answer = get(machine, form(unit).replace("year=" + YEAR, "year=" + year)).extract().jsonPath();
        JsonPath table = get(machine,
                cube(unit).replace("year=" + YEAR, "year=" + year) + "&columns=category").extract().jsonPath();
        for (int category = 0; category < 10; category++) {
            Integer value = answer.get(column(category + 4));
            Integer same = table.get("cells.find { it.column == '%s' }.value".formatted(
                    PublicCategories.CODES.get(category)));
            assertThat(same).isEqualTo(value);
            if (value == null) {
                hidden.add(unit + "/" + year + "/" + category);
            } else {
                assertThat((long) value).isEqualTo(Attacker.sum(places, listed, category));
                known.add(new Attacker.Known(listed, category));
            }
        }
        IntStream.range(10, PublicCategories.CODES.size()).forEach(
                category -> known.add(new Attacker.Known(listed, category)));
    }

    private static Set<Integer> below(Map<Integer, Set<Integer>> places, int unit) {
        return Objects.requireNonNull(places.get(unit));
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < SMALL;
    }

    private long[] randomCases(int township, List<Integer> years, Random random) {
        long[] counts = new long[PublicCategories.CODES.size()];
        for (int category : List.of(0, 1, 4, 5)) {
            counts[category] = random.nextInt(category < 4 ? 3 : 2);
            for (int i = 0; i < counts[category]; i++) {
                long listed = form.confirmedCase(world.unit(township, UnitKind.BRANCH, "村"), years.getFirst(),
                        category + 4);
                if (years.size() > 1) {
                    form.carryOver(listed);
                }
            }
        }
        return counts;
    }

    private long cases(int township, int formColumn, int number) {
        long last = 0;
        for (int i = 0; i < number; i++) {
            last = form.confirmedCase(world.unit(township, UnitKind.BRANCH, "村"), YEAR, formColumn);
        }
        return last;
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then().statusCode(200);
    }

    private static String form(int unit) {
        return STATISTICS + "annual-form?year=" + YEAR + "&unit=" + unit;
    }

    private static String cube(int unit) {
        return STATISTICS + "cube?measures=listed&year=" + YEAR + "&unit=" + unit;
    }

    private static String column(int number) {
        return "rows[0].cells.find { it.column == " + number + " }.value";
    }
}
