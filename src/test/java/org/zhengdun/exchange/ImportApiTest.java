package org.zhengdun.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Digests;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ImportApiTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private String token;
    private String county;
    private String prefix;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        token = world.user(Role.PROVINCE_ORG, world.province());
        county = code(world.county());
        prefix = world.newCode();
    }

    @Test
    void importsRowsInAnyOrderAndChangesNothingTheSecondTime() {
        String rows = tree();
        JsonPath first = Imports.run(token, rows);
        assertThat(first.getString("state")).isEqualTo("SUCCEEDED");
        assertCounts(first, 6, 0, 0);
        assertThat(first.getString("progress.phase")).isEqualTo("DONE");
        JsonPath again = Imports.run(token, rows);
        assertCounts(again, 0, 0, 6);
        JsonPath renamed = Imports.run(token, rows.replace("二村", "新二村").replace("三村党支部,VILLAGE",
                "三村党支部,COMMUNITY"));
        assertCounts(renamed, 0, 2, 4);
        given().auth().oauth2(token).get("/api/v1/org-units/by-code/" + prefix + "B2").then().statusCode(200).header(
                "ETag", startsWith("\"1-")).body("name", equalTo("新二村党支部")).body("level", equalTo(5));
        given().auth().oauth2(token).get("/api/v1/org-units/by-code/" + prefix + "B4").then().body("level",
                equalTo(7)).body("ancestors.code",
                        contains("000000000000", code(world.province()), code(world.city()), county, prefix + "T",
                                prefix + "C1", prefix + "C2"));
        assertThat(audits(again.getLong("id"))).isEqualTo(1);
    }

    @Test
    void leavesAnAuditRowForEachUpdatedUnitAndTheDigestOfTheFile() {
        String rows = Imports.HEADER + tree();
        Imports.run(token, tree());
        JsonPath job = Imports.run(token, tree().replace("二村", "新二村").replace("三村党支部,VILLAGE", "三村党支部,COMMUNITY"));
        assertThat(changes("B2", job.getLong("id"))).containsExactly(
                "二村党支部 VILLAGE > 新二村党支部 VILLAGE, PROVINCE_ORG, under " + world.county());
        assertThat(changes("B4", job.getLong("id"))).containsExactly(
                "三村党支部 VILLAGE > 三村党支部 COMMUNITY, PROVINCE_ORG, under " + world.county());
        assertThat(changes("B1", job.getLong("id"))).isEmpty();
        String digest = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT after ->> 'sha256' FROM audit_entry WHERE action = 'org.import' AND ancestors @> ARRAY[:province]
                ORDER BY id LIMIT 1""").bind("province", world.province()).mapTo(String.class).one());
        assertThat(digest).isEqualTo(HexFormat.of().formatHex(Digests.sha256(rows)));
    }

    private List<String> changes(String unit, long job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT concat_ws(' ', before ->> 'name', before ->> 'branchKind', '>', after ->> 'name',
                                 (after ->> 'branchKind') || ',', a.role || ',', 'under', a.ancestors[4])
                FROM audit_entry a JOIN org_unit u ON u.id::text = a.entity_id
                WHERE a.entity = 'org_unit' AND a.action = 'org.change' AND u.code = :code
                  AND (after ->> 'jobId')::bigint = :job AND length(a.trace_id) = 32""").bind("code",
                prefix + unit).bind("job", job).mapTo(String.class).list());
    }

    @Test
    void theKindOfABranchIsTheOneOfItsFacts() {
        Imports.run(token, tree());
        String branch = given().auth().oauth2(token).get(
                "/api/v1/org-units/by-code/" + prefix + "B1").jsonPath().getString(
                        "id");
        given().auth().oauth2(world.user(Role.COUNTY_ORG, world.county())).contentType("application/json").header(
                "If-Match", "\"0\"").body("""
                        {"validFrom":"2026-01-01","branchKind":"COMMUNITY","urban":true,"registeredPoorVillage":false,
                         "members":9,"secretaryStatus":"FILLED","secretaryToReplace":false}""").put(
                        "/api/v1/branches/" + branch + "/facts").then().statusCode(200);
        assertCounts(Imports.run(token, tree()), 0, 0, 6);
        assertCounts(Imports.run(token, tree().replace("一村", "新一村")), 0, 1, 5);
        given().auth().oauth2(token).get("/api/v1/org-units/" + branch).then().body("branchKind",
                equalTo("COMMUNITY")).body("name", equalTo("新一村党支部"));
    }

    @Test
    void reportsEveryFaultByRowAndChangesNothing() {
        String rows = """
                %1$sT,%2$s,TOWNSHIP,好镇党委,
                %1$sB1,%1$sT,BRANCH,一村党支部,VILLAGE
                %1$sB1,%1$sT,BRANCH,重复党支部,VILLAGE
                %1$sB2,NOWHERE,BRANCH,孤儿党支部,VILLAGE
                %1$sB3,%1$sB1,BRANCH,支部下党支部,VILLAGE
                %1$sX1,%1$sX2,COMMITTEE,环一,
                %1$sX2,%1$sX1,COMMITTEE,环二,
                %1$sX3,%1$sX2,COMMITTEE,环下,
                %1$sB5,%1$sT,HAMLET,怪支部,VILLAGE
                %3$s,%2$s,BRANCH,搬走党支部,VILLAGE
                """.formatted(prefix, county, code(world.branch(1)));
        JsonPath job = Imports.run(token, rows);
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(errors(job)).containsExactly("4 code import.duplicate-code", "5 parentCode import.parent-unknown",
                "6 kind import.kind-below-parent", "7 parentCode import.cycle", "8 parentCode import.cycle",
                "10 kind import.kind-unknown", "11 parentCode import.move-not-by-import");
        assertThat(job.getInt("errorCount")).isEqualTo(7);
        assertThat(job.getString("errors[0].message")).contains(prefix + "B1");
        given().auth().oauth2(token).get("/api/v1/org-units/by-code/" + prefix + "T").then().statusCode(404);
        assertThat(audits(job.getLong("id"))).isZero();
    }

    @Test
    void keepsForeignUnitsOutOfReach() {
        World foreign = World.create(jdbi);
        JsonPath job = Imports.run(token, """
                %sT,%s,TOWNSHIP,镇党委,
                %s,%s,TOWNSHIP,改名党委,
                """.formatted(prefix, code(foreign.county()), code(foreign.township()), code(foreign.county())));
        assertThat(errors(job)).containsExactly("2 parentCode import.parent-unknown", "3 code import.out-of-scope");
    }

    @Test
    void onlyCountsInADryRun() {
        String location = Imports.send(token, Imports.HEADER + tree(), "?dryRun=true").then().statusCode(202).body(
                "dryRun", equalTo(true)).extract().header("Location");
        JsonPath job = Imports.ended(token, location, Duration.ofSeconds(30));
        assertCounts(job, 6, 0, 0);
        given().auth().oauth2(token).get("/api/v1/org-units/by-code/" + prefix + "T").then().statusCode(404);
        assertThat(audits(job.getLong("id"))).isZero();
    }

    @Test
    void showsAJobToItsCreatorAndThoseAboveOnly() {
        String location = Imports.send(token, Imports.HEADER + tree(), "").then().statusCode(202).extract().header(
                "Location");
        Imports.ended(token, location, Duration.ofSeconds(30));
        String peer = world.user(Role.SYSADMIN, world.province());
        given().auth().oauth2(peer).get(location).then().statusCode(200);
        String below = world.user(Role.COUNTY_ORG, world.county());
        given().auth().oauth2(below).get(location).then().statusCode(404);
        String foreign = World.create(jdbi).user(Role.PROVINCE_ORG, World.create(jdbi).province());
        given().auth().oauth2(foreign).get(location).then().statusCode(404);
        given().auth().oauth2(token).get("/api/v1/jobs/9223372036854775807").then().statusCode(404);
    }

    @Test
    void refusesFilesThatAreNoTree() {
        for (String text : List.of("", "code,name\n1,x\n", Imports.HEADER, Imports.HEADER + "a,\"b", "中")) {
            byte[] body = text.getBytes(text.equals("中") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
            Imports.send(token, body, "").then().statusCode(400).body("type",
                    equalTo("urn:zhengdun:problem:malformed-body"));
        }
        given().auth().oauth2(token).contentType("application/json").body("{}").post(
                "/api/v1/org-units/imports").then().statusCode(415);
        Imports.send(world.user(Role.CITY_ORG, world.city()), Imports.HEADER, "").then().statusCode(403);
    }

    @Test
    void readsGzipAndRepeatsAnAnswer() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(("\uFEFF" + Imports.HEADER + tree()).getBytes(StandardCharsets.UTF_8));
        }
        List<String> locations = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            locations.add(given().auth().oauth2(token).contentType("text/csv").header("Content-Encoding",
                    "gzip").header("Idempotency-Key", "k").body(zipped.toByteArray()).post(
                            "/api/v1/org-units/imports").then().statusCode(202).extract().header("Location"));
        }
        assertThat(locations.get(1)).isEqualTo(locations.get(0));
        assertCounts(Imports.ended(token, locations.get(0), Duration.ofSeconds(30)), 6, 0, 0);
    }

    private String tree() {
        return """
                %1$sB4,%1$sC2,BRANCH,三村党支部,VILLAGE
                %1$sB1,%1$sT,BRANCH,一村党支部,VILLAGE
                %1$sC2,%1$sC1,COMMITTEE,党总支,
                %1$sB2,%1$sT,BRANCH,"二村党支部",VILLAGE
                %1$sC1,%1$sT,COMMITTEE,党总支,
                %1$sT,%2$s,TOWNSHIP,新镇党委,
                """.formatted(prefix, county);
    }

    private String code(int unit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM org_unit WHERE id = :id").bind("id",
                unit).mapTo(String.class).one());
    }

    private long audits(long job) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM audit_entry WHERE action = 'org.import' AND entity_id = :id
                AND length(trace_id) = 32""").bind("id", Long.toString(job)).mapTo(Long.class).one());
    }

    private static List<String> errors(JsonPath job) {
        List<Integer> rows = job.getList("errors.row", Integer.class);
        List<String> columns = job.getList("errors.column", String.class);
        List<String> codes = job.getList("errors.code", String.class);
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            errors.add(rows.get(i) + " " + columns.get(i) + " " + codes.get(i));
        }
        return errors;
    }

    private static void assertCounts(JsonPath job, int created, int updated, int unchanged) {
        assertThat(List.of(job.getInt("counts.created"), job.getInt("counts.updated"),
                job.getInt("counts.unchanged"))).containsExactly(created, updated, unchanged);
    }
}
