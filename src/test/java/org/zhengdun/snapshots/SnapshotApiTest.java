package org.zhengdun.snapshots;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.table.JsonStatRules;
import org.zhengdun.shared.table.TableFormat;
import org.zhengdun.shared.table.Workbooks;
import org.zhengdun.statistics.FormWorld;
import org.zhengdun.support.Api;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SnapshotApiTest {

    private static final String SNAPSHOTS = "/api/v1/statistics/snapshots";
    private static final int YEAR = 2026;

    @Inject
    Jdbi jdbi;

    private World world;
    private FormWorld form;
    private Api county;
    private Api city;

    @BeforeEach
    void build() {
        world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        city = new Api(world.user(Role.CITY_ORG, world.city()));
        form.confirmedCase(world.branch(1), YEAR, 4);
    }

    @Test
    void freezesTheFormAsItIs() {
        JsonPath frozen = frozen();
        assertThat(frozen.getInt("revision")).isEqualTo(1);
        assertThat(frozen.getString("hash")).matches("[0-9a-f]{64}");
        assertThat(frozen.getList("table.values", Integer.class)).isEqualTo(presentForm());
        assertThat(frozen.getList("table.dimensions.code")).isEqualTo(List.of("unit", "year", "row", "column"));
        city.get(SNAPSHOTS).statusCode(200).body("items.id", equalTo(List.of(frozen.getInt("id")))).body(
                "items[0].title", equalTo("全年")).body("items[0].period", equalTo("2026"));
        city.get(SNAPSHOTS + "?kind=MONTHLY_SHEET").body("items", hasSize(0));
    }

    @Test
    void staysWhateverChanges() {
        JsonPath frozen = frozen();
        List<Integer> published = presentForm();
        form.set("rectification_case", form.confirmedCase(world.branch(2), YEAR, 5), "state = 'TRANSFORMED'");
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET name = 'renamed' WHERE id = ?", world.county()));
        assertThat(presentForm()).isNotEqualTo(published);
        JsonPath now = county.get(SNAPSHOTS + "/" + frozen.getInt("id")).statusCode(200).extract().jsonPath();
        assertThat(now.getList("table.values", Integer.class)).isEqualTo(published);
        assertThat(now.getString("hash")).isEqualTo(frozen.getString("hash"));
        assertThat(now.getMap("table")).isEqualTo(frozen.getMap("table"));
    }

    @Test
    void correctsByARevisionThatSaysWhatDiffers() {
        int id = frozen().getInt("id");
        form.confirmedCase(world.branch(2), YEAR, 4);
        JsonPath corrected = correct(id, "\"1\"", "{\"reason\": \"漏报一村\"}").statusCode(200).header("ETag",
                equalTo("\"2\"")).extract().jsonPath();
        assertThat(corrected.getInt("revision")).isEqualTo(2);
        assertThat(corrected.getList("revisions.reason")).containsExactly(null, "漏报一村");
        assertThat(corrected.getList("changes.cell.column")).containsExactly("LISTED", "GROUP_INCOMPLETE", "LISTED",
                "GROUP_INCOMPLETE");
        assertThat(corrected.getList("changes.cell.row")).containsExactly("TOTAL", "TOTAL", "VILLAGE", "VILLAGE");
        assertThat(corrected.getList("changes.difference", Integer.class)).containsOnly(1);
        county.get(SNAPSHOTS + "/" + id).body("revision", equalTo(2)).body("table.values[0]", equalTo(2));
        county.get(SNAPSHOTS + "/" + id + "?revision=1").body("revision", equalTo(1)).body("table.values[0]",
                equalTo(1)).body("changes", nullValue());
        county.get(SNAPSHOTS + "/" + id + "?revision=3").statusCode(404);
    }

    @Test
    void correctsOnlyTheRevisionThatWasReadAndWithAReason() {
        int id = frozen().getInt("id");
        county.as().body("{\"reason\": \"x\"}").post(SNAPSHOTS + "/" + id + "/revisions").then().statusCode(428);
        correct(id, "\"1\"", "{\"reason\": \" \"}").statusCode(422);
        correct(id, "\"1\"", "{\"reason\": \"first\"}").statusCode(200);
        correct(id, "\"1\"", "{\"reason\": \"second\"}").statusCode(412).body("currentEtag", equalTo("\"2\""));
    }

    @Test
    void freezesWhatWasAtAPastMoment() {
        Instant then = jdbi.withHandle(
                handle -> handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
        form.confirmedCase(world.branch(2), YEAR, 5);
        JsonPath frozen = freeze(county, """
                {"kind": "ANNUAL_FORM", "unitId": %d, "year": 2026, "title": "x", "asOf": "%s"}""".formatted(
                world.county(), then)).statusCode(201).extract().jsonPath();
        assertThat(frozen.getInt("table.values[0]")).isEqualTo(1);
        assertThat(frozen.getString("dataAsOf")).isEqualTo(then.toString());
    }

    @Test
    void servesEveryFormat() {
        String path = SNAPSHOTS + "/" + frozen().getInt("id");
        List<Integer> published = presentForm();
        form.confirmedCase(world.branch(2), YEAR, 5);
        String stat = as(TableFormat.JSON_STAT).get(path).then().statusCode(200).extract().asString();
        assertThat(JsonStatRules.breaches(stat)).isEmpty();
        assertThat(JsonPath.from(stat).getList("value", Integer.class)).isEqualTo(published);
        as(TableFormat.CSV).get(path).then().statusCode(200).header("Content-Disposition",
                containsString("-r1.csv")).body(containsString("党组织代码"));
        assertThat(Workbooks.sheet(as(TableFormat.XLSX).get(path).asByteArray(), 0)).hasSize(4);
        as("application/pdf").get(path).then().statusCode(406);
        String tag = as(TableFormat.CSV).get(path).header("ETag");
        as(TableFormat.CSV).header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void freezesAMonthlySheetBesideTheForm() {
        frozen();
        freeze(county, """
                {"kind": "MONTHLY_SHEET", "unitId": %d, "month": "2026-03", "title": "三月"}""".formatted(
                world.county())).statusCode(201).body("period", equalTo("2026-03")).body("table.values",
                        hasSize(3 * 38));
    }

    @Test
    void hasOneSnapshotOfAPeriod() {
        frozen();
        freeze(county, annual(world.county())).statusCode(409).body("type", containsString("already-exists"));
        freeze(county, annual(world.township())).statusCode(201);
    }

    @Test
    void repeatsAnIdempotentRequestAndOnlyTriesADryRun() {
        String key = UUID.randomUUID().toString();
        county.as().queryParam("dryRun", true).body(annual(world.county())).post(SNAPSHOTS).then().statusCode(201);
        county.get(SNAPSHOTS).body("items", hasSize(0));
        String first = county.as().header("Idempotency-Key", key).body(annual(world.county())).post(
                SNAPSHOTS).asString();
        county.as().header("Idempotency-Key", key).body(annual(world.county())).post(SNAPSHOTS).then().statusCode(
                201).header("Idempotency-Replayed", equalTo("true")).body(equalTo(first));
    }

    @Test
    void refusesWhoMayNotPublishOrDoesNotCoverTheUnit() {
        freeze(county, annual(world.city())).statusCode(422).body("errors[0].pointer", equalTo("/unitId"));
        Api machine = new Api(world.user(Role.STATISTICS, world.county()));
        freeze(machine, annual(world.county())).statusCode(403);
        int id = frozen().getInt("id");
        machine.get(SNAPSHOTS + "/" + id).statusCode(200);
        Api stranger = new Api(world.user(Role.COUNTY_ORG, World.create(jdbi).county()));
        stranger.get(SNAPSHOTS + "/" + id).statusCode(404);
        stranger.post(SNAPSHOTS + "/" + id + "/revisions", "\"1\"", "{\"reason\": \"x\"}").statusCode(404);
        stranger.get(SNAPSHOTS).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"year\": 2026, \"month\": \"2026-03\"", "\"month\": \"2026-03\"", "\"year\": 2099",
            "\"year\": 1999", "\"year\": 2026, \"asOf\": \"2099-01-01T00:00:00Z\"",
            "\"year\": 2026, \"asOf\": \"2025-01-01T00:00:00Z\""})
    void refusesPeriodsThatDoNotFit(String period) {
        freeze(county,
                """
                        {"kind": "ANNUAL_FORM", "unitId": %d, "title": "x", %s}""".formatted(world.county(),
                        period)).statusCode(
                                422).body("errors[0].pointer", notNullValue());
        county.get(SNAPSHOTS).body("items", hasSize(0));
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasFrozen() {
        int id = frozen().getInt("id");
        for (String change : List.of("UPDATE statistics_snapshot SET title = 'x' WHERE id = " + id,
                "DELETE FROM statistics_snapshot_revision WHERE snapshot_id = " + id,
                "UPDATE statistics_snapshot_revision SET reason = 'x' WHERE snapshot_id = " + id,
                "DELETE FROM statistics_snapshot WHERE id = " + id)) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change))).as(change).isInstanceOf(
                    RuntimeException.class);
        }
    }

    private RequestSpecification as(String type) {
        return given().auth().oauth2(county.token()).accept(type);
    }

    private JsonPath frozen() {
        return freeze(county, annual(world.county())).statusCode(201).header("ETag", equalTo("\"1\"")).header(
                "Location",
                containsString(SNAPSHOTS)).extract().jsonPath();
    }

    private ValidatableResponse correct(int id, String etag, String body) {
        return county.post(SNAPSHOTS + "/" + id + "/revisions", etag, body);
    }

    private static ValidatableResponse freeze(Api caller, String body) {
        return caller.as().body(body).post(SNAPSHOTS).then();
    }

    private static String annual(int unit) {
        return """
                {"kind": "ANNUAL_FORM", "unitId": %d, "year": 2026, "title": "全年"}""".formatted(unit);
    }

    private List<Integer> presentForm() {
        return county.get(
                "/api/v1/statistics/annual-form?year=2026&unit=" + world.county()).extract().jsonPath().getList(
                        "rows.cells.value.flatten()", Integer.class);
    }
}
