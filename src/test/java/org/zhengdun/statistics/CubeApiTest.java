package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.SqlRecorder;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CubeApiTest {

    private static final int YEAR = 2026;

    @Inject
    Jdbi jdbi;
    @Inject
    SqlRecorder recorder;

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
    void countsListedCasesByTwoDimensionsWithTheirMargins() {
        raised(listed(1, 4));
        form.set("rectification_case", listed(2, 4), "branch_kind = 'COMMUNITY'");
        listed(3, 5);
        CubeTable table = cube("measures=listed,raised&rows=category&columns=branchKind&year=2026");
        String four = form.category(4);
        String five = form.category(5);
        assertThat(table.counts()).isEqualTo(Map.ofEntries(Map.entry(four + "/VILLAGE/listed", 1),
                Map.entry(four + "/COMMUNITY/listed", 1), Map.entry(five + "/VILLAGE/listed", 1),
                Map.entry(four + "/VILLAGE/raised", 1), Map.entry(four + "/-/listed", 2),
                Map.entry(five + "/-/listed", 1), Map.entry("-/VILLAGE/listed", 2),
                Map.entry("-/COMMUNITY/listed", 1), Map.entry("-/-/listed", 3), Map.entry(four + "/-/raised", 1),
                Map.entry("-/VILLAGE/raised", 1), Map.entry("-/-/raised", 1)));
        assertThat(table.json().getList("columns.items.label")).isEqualTo(List.of("Village", "Community"));
        assertThat(table.wrongLinks()).isEmpty();
    }

    @Test
    void computesRatesFromSums() {
        raised(listed(1, 4));
        listed(2, 4);
        raised(listed(3, 5));
        CubeTable table = cube("measures=conversion-rate&rows=category&year=2026");
        assertThat(table.values()).isEqualTo(Map.of(form.category(4) + "/-/conversion-rate", "50.0",
                form.category(5) + "/-/conversion-rate", "100.0", "-/-/conversion-rate", "66.67"));
        assertThat(table.json().getInt("totals[0].denominator")).isEqualTo(3);
        assertThat(table.wrongLinks()).isEmpty();
        assertThat(cube("measures=conversion-rate&year=2020").values()).isEmpty();
    }

    @Test
    void tellsCarriedOverCasesFromNewOnes() {
        long carried = form.confirmedCase(world.branch(1), YEAR - 1, 4);
        form.carryOver(carried);
        raised(carried);
        listed(2, 4);
        String measures = "measures=listed,newly-listed,carried-over,raised&year=";
        CubeTable before = cube(measures + (YEAR - 1));
        CubeTable now = cube(measures + YEAR);
        assertThat(before.counts()).isEqualTo(Map.of("-/-/listed", 1, "-/-/newly-listed", 1));
        assertThat(now.counts()).isEqualTo(
                Map.of("-/-/listed", 2, "-/-/newly-listed", 1, "-/-/carried-over", 1, "-/-/raised", 1));
        assertThat(before.wrongLinks()).isEmpty();
        assertThat(now.wrongLinks()).isEmpty();
        long round = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT from_round_id FROM carry_over WHERE case_id = :id").bind("id", carried).mapTo(
                        Long.class).one());
        assertThat(cube("measures=listed,carried-over,raised&round=" + round).counts()).isEqualTo(
                Map.of("-/-/listed", 1));
        CubeTable rounds = cube("measures=listed&rows=round&year=" + (YEAR - 1));
        assertThat(rounds.counts()).isEqualTo(Map.of(round + "/-/listed", 1, "-/-/listed", 1));
        assertThat(rounds.wrongLinks()).isEmpty();
    }

    @Test
    void countsByMonthsOfConfirmation() {
        confirmedAt(listed(1, 4), "2026-03-31T23:59:59+08:00");
        confirmedAt(listed(2, 4), "2026-04-01T00:00:00+08:00");
        confirmedAt(listed(3, 4), "2026-06-30T23:59:59+08:00");
        CubeTable table = cube("measures=listed&columns=month&from=2026-04&to=2026-06");
        assertThat(table.counts()).isEqualTo(
                Map.of("-/2026-04/listed", 1, "-/2026-06/listed", 1, "-/-/listed", 2));
        assertThat(table.json().getString("query.to")).isEqualTo("2026-06-30");
        assertThat(table.wrongLinks()).isEmpty();
    }

    @Test
    void countsWorkInTheMonthInWhichItWasDone() {
        long id = listed(1, 4);
        long problem = form.closedProblem(id, "2026-05-01T00:00:00+08:00");
        form.closedProblem(id, "2026-06-30T23:59:59+08:00");
        form.set("problem", form.closedProblem(id, "2026-06-01T00:00:00+08:00"), "state = 'OPEN'");
        form.measureDone(problem, "SPECIAL_CLEAN_UP", "2026-05-31");
        form.measureDone(problem, "VIOLATION_INVESTIGATION", "2026-06-01");
        form.measureDone(problem, "ORDINARY", "2026-06-01");
        String measures = "measures=problems-solved,special-clean-ups,violations&columns=month&";
        Map<String, Integer> expected = Map.of("-/2026-05/problems-solved", 1, "-/2026-06/problems-solved", 1,
                "-/2026-05/special-clean-ups", 1, "-/2026-06/violations", 1, "-/-/problems-solved", 2,
                "-/-/special-clean-ups", 1, "-/-/violations", 1);
        for (String period : List.of("year=2026", "from=2026-05&to=2026-06")) {
            CubeTable table = cube(measures + period);
            assertThat(table.counts()).isEqualTo(expected);
            assertThat(table.wrongLinks()).isEmpty();
        }
        CubeTable cohort = cube(
                "measures=problems,problems-closed,problem-closing-rate,measures,measures-overdue&year=2026");
        assertThat(cohort.values()).isEqualTo(Map.of("-/-/problems", "3", "-/-/problems-closed", "2",
                "-/-/problem-closing-rate", "66.67", "-/-/measures", "3", "-/-/measures-overdue", "0"));
        assertThat(cohort.wrongLinks()).isEmpty();
    }

    @Test
    void groupsByUnitsOfAnyLevel() {
        int committee = world.unit(world.township(), UnitKind.COMMITTEE, "党总支");
        int deep = world.unit(committee, UnitKind.BRANCH, "深处党支部");
        int direct = world.unit(world.city(), UnitKind.BRANCH, "市直党支部");
        listed(1, 4);
        form.confirmedCase(deep, YEAR, 4);
        jdbi.useHandle(handle -> handle.execute(
                """
                        INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                        SELECT id, ancestors, ?, 'r', '2020-01-01', '2030-01-01', 'OPEN', '{}',
                            (SELECT proposed_by FROM rectification_case ORDER BY id DESC LIMIT 1), now() FROM org_unit WHERE id = ?""",
                YEAR + 4, world.city()));
        long far = listed(2, 4);
        form.set("rectification_case", far,
                "(branch_id, responsible_unit_id, ancestors) = (SELECT id, id, ancestors FROM org_unit WHERE id = "
                        + direct + ")");
        String city = world.user(Role.CITY_ORG, world.city());
        for (String level : List.of("COUNTY", "TOWNSHIP", "BRANCH", "NEXT")) {
            CubeTable table = CubeTable.of(city,
                    "unit=" + world.city() + "&measures=listed&year=2026&rows=org:" + level);
            assertThat(table.counts()).as(level).containsEntry("-/-/listed", 3);
            assertThat(table.wrongLinks()).as(level).isEmpty();
            assertThat(table.json().getList("rows.items.unitId")).as(level).isEqualTo(switch (level) {
                case "COUNTY" -> Arrays.asList(world.county(), null);
                case "TOWNSHIP" -> Arrays.asList(world.township(), null);
                case "BRANCH" -> List.of(world.branch(1), deep, direct);
                default -> List.of(world.county(), direct);
            });
        }
    }

    @Test
    void answersThePastAsItWasServedThen() {
        long first = listed(1, 4);
        listed(2, 4);
        form.closedProblem(first, "2026-05-01T00:00:00+08:00");
        List<String> queries = List.of(
                "measures=listed,raised,conversion-rate,overdue,problems&rows=org:NEXT&columns=state",
                "measures=listed,raised,conversion-rate,closed&rows=org:TOWNSHIP&columns=category",
                "measures=newly-listed,carried-over,raised&rows=round&columns=branchKind");
        List<CubeTable> then = queries.stream().map(query -> cube(query + "&year=2026")).toList();
        Instant at = now();
        raised(first);
        form.set("rectification_case", first, "branch_kind = 'AGENCY'");
        form.carryOver(first);
        listed(3, 5);
        for (int i = 0; i < queries.size(); i++) {
            CubeTable past = cube(queries.get(i) + "&year=2026&asOf=" + at);
            assertThat(past.counts()).as(queries.get(i)).isEqualTo(then.get(i).counts());
            assertThat(past.values()).isEqualTo(then.get(i).values());
            assertThat(Instant.parse(past.json().getString("dataAsOf"))).isEqualTo(at);
            assertThat(past.wrongLinks()).isEmpty();
        }
        CubeTable compared = cube("measures=listed,raised&year=2026&compareTo=" + at);
        assertThat(compared.json().getList("cells.compared", Integer.class)).isEqualTo(List.of(2, 0));
        assertThat(compared.json().getList("cells.difference", Integer.class)).isEqualTo(List.of(1, 0));
    }

    @Test
    void asksTheDatabaseEquallyOftenWhateverItCounts() {
        String query = "measures=listed,problems,problem-closing-rate&rows=org:TOWNSHIP&columns=category&year=2026";
        List<String> few = recorder.during(() -> cube(query));
        for (int column = 4; column < 9; column++) {
            long id = form.confirmedCase(
                    world.unit(world.unit(world.county(), UnitKind.TOWNSHIP, "镇"), UnitKind.BRANCH, "村"),
                    YEAR, column);
            form.closedProblem(id, "2026-05-01T00:00:00+08:00");
        }
        List<String> many = recorder.during(() -> cube(query));
        assertThat(many.stream().filter(sql -> sql.contains("count(")).toList()).hasSize(2);
        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + 2).hasSizeLessThan(10);
    }

    @Test
    void saysHowFreshItIs() {
        CubeTable table = cube("measures=listed");
        assertThat(OffsetDateTime.parse(table.json().getString("dataAsOf"))).isBeforeOrEqualTo(
                OffsetDateTime.parse(table.json().getString("computedAt")));
        assertThat(table.json().getInt("cells[0].value")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "measures=nothing | 422 | ?measures",
            "measures= | 400 | ?measures",
            "measures=listed,,raised | 422 | ?measures",
            "measures=listed&rows=age | 422 | ?rows",
            "measures=listed&rows=org:PROVINCE | 422 | ?rows",
            "measures=listed&rows=org | 422 | ?rows",
            "measures=listed&rows=problemCategory | 422 | ?rows",
            "measures=listed&rows=month&columns=month | 422 | ?columns",
            "measures=listed&year=2026&period=LAST_YEAR | 422 | ?year",
            "measures=listed&period=YESTERDAY | 400 | ?period",
            "measures=listed&from=2026-01 | 422 | ?to",
            "measures=listed&from=2026-02&to=2026-01 | 422 | ?to",
            "measures=listed&from=2026-13&to=2027-01 | 400 | ?from",
            "measures=carried-over&period=LAST_YEAR | 422 | ?measures",
            "measures=listed&asOf=2099-01-01 | 422 | ?asOf",
            "measures=listed&asOf=x | 400 | ?asOf",
            "measures=listed&compareTo=2099-01-01 | 422 | ?compareTo",
            "measures=listed&state=GONE | 400 | ?state",
            "measures=listed&colour=red | 400 | ?colour"})
    void refusesWhatDoesNotGoTogether(String query, int status, String pointer) {
        CubeTable.ask(county, "unit=" + world.county() + "&" + query).then().statusCode(status).body("errors.pointer",
                hasItem(pointer));
    }

    @Test
    void namesTheMeasureThatLacksADimension() {
        CubeTable.ask(county, "unit=" + world.county() + "&measures=listed&rows=problemCategory").then().statusCode(
                422).body("errors[0].message", equalTo("Indicator listed does not have dimension problemCategory"));
    }

    @Test
    void hidesUnitsOutOfScope() {
        for (int unit : List.of(world.city(), World.create(jdbi).county(), Integer.MAX_VALUE)) {
            CubeTable.ask(county, "measures=listed&unit=" + unit).then().statusCode(404);
        }
        CubeTable.ask(world.user(Role.SYSADMIN, world.county()),
                "measures=listed&unit=" + world.county()).then().statusCode(
                        403);
    }

    @Test
    void givesNoRowsBehindRestrictedMattersToExternalClients() {
        listed(1, 8);
        String machine = world.user(Role.STATISTICS, world.county());
        String unit = "unit=" + world.county() + "&year=2026&";
        CubeTable.ask(machine, unit + "measures=listed&rows=category").then().statusCode(200).body("cells[0].rowsHref",
                equalTo(null));
        given().auth().oauth2(machine).get(
                "/api/v1/statistics/rows?" + unit + "measure=listed&rows=category").then().statusCode(403);
        assertThat(CubeTable.of(machine, unit + "measures=listed&rows=branchKind").wrongLinks()).isEmpty();
    }

    private CubeTable cube(String query) {
        return CubeTable.of(county, "unit=" + world.county() + "&" + query);
    }

    private long listed(int branch, int formColumn) {
        return form.confirmedCase(world.branch(branch), YEAR, formColumn);
    }

    private void raised(long id) {
        form.set("rectification_case", id, "state = 'TRANSFORMED', outcome = 'TRANSFORMED'");
    }

    private void confirmedAt(long id, String instant) {
        form.set("rectification_case", id, "confirmed_at = '" + instant + "'");
    }

    private Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
    }
}
