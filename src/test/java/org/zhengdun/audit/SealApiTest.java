package org.zhengdun.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Seals are made apart from the writes, miss no row, and can be verified in parts and from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SealApiTest {

    private static final String INSERT = """
            INSERT INTO audit_entry (at, actor, unit_id, ancestors, action, entity, entity_id, trace_id)
            SELECT now(), '迟到', id, ancestors, 'test', 'round', '1', 'none' FROM org_unit WHERE id = ? RETURNING id""";

    @Inject
    Jdbi jdbi;
    @Inject
    SealTrail sealing;
    @Inject
    SealHorizon horizon;

    private Trail trail;

    @BeforeEach
    void createTrail() {
        trail = new Trail(jdbi, sealing);
    }

    @Test
    void aWholeChainIsVerifiedAndItsLastSealIsGivenOut() {
        trail.seal(2);
        trail.seal(1);
        trail.openRound();
        JsonPath answer = trail.verify();
        assertThat(answer.getBoolean("intact")).isTrue();
        assertThat(answer.getInt("chain")).isEqualTo(trail.world.province());
        assertThat(answer.getInt("toSeal")).isEqualTo(2);
        assertThat(answer.getInt("rows")).isEqualTo(3);
        assertThat(answer.getInt("waiting")).isEqualTo(2);
        assertThat(answer.<Object>get("next")).isNull();
        assertThat(trail.verify(answer.getInt("lastSeal.number"), answer.getString("lastSeal.hash")).getBoolean(
                "intact")).isTrue();
        assertThat(trail.verify(9, "0".repeat(64)).getString("firstBreak.kind")).isEqualTo("SEAL_MISSING");
    }

    @Test
    void verificationGoesOnFromAnySeal() {
        for (int i = 0; i < 3; i++) {
            trail.seal(1);
        }
        trail.auditor().queryParam("fromSeal", 3).get("/api/v1/audit/verify").then().statusCode(200).body("intact",
                equalTo(true)).body("rows", equalTo(1)).body("fromSeal", equalTo(3));
        trail.auditor().queryParam("anchorNumber", 1).get("/api/v1/audit/verify").then().statusCode(400).body(
                "errors[0].pointer", equalTo("?anchorHash"));
    }

    /** Nothing would be verified, which must neither look like a break nor like a result. */
    @Test
    void aRangeThatBeginsBeyondTheChainIsRefused() {
        for (int i = 0; i < 3; i++) {
            trail.seal(1);
        }
        for (String read : List.of("verify", "export")) {
            for (int from : new int[]{4, 5, 9}) {
                trail.auditor().queryParam("fromSeal", from).get("/api/v1/audit/" + read).then().statusCode(422).body(
                        "errors[0].pointer", equalTo("?fromSeal"));
            }
        }
        trail.auditor().queryParam("fromSeal", 3).queryParam("toSeal", 2).get("/api/v1/audit/export").then().statusCode(
                422).body("errors[0].pointer", equalTo("?toSeal"));
        byte[] part = trail.auditor().queryParam("fromSeal", 3).get("/api/v1/audit/export").asByteArray();
        assertThat(Trail.script(part)).startsWith("0 INTACT").contains("from seal 3 up to seal 3");
    }

    @Test
    void anExportWithoutASealProvesNothing() {
        assertThat(trail.script()).startsWith("2 UNREADABLE");
    }

    @Test
    void aRowThatCommitsLateIsSealedAfterYoungerOnes() {
        long late;
        try (Handle slow = jdbi.open()) {
            slow.begin();
            late = slow.createQuery(INSERT.replace("?", ":unit")).bind("unit", trail.world.county()).mapTo(
                    Long.class).one();
            List<Long> younger = trail.seal(1);
            assertThat(younger.getFirst()).isGreaterThan(late);
            for (int i = 0; i < 2; i++) {
                TestStack.superuser().useHandle(handle -> handle.execute(
                        "UPDATE audit_horizon SET next_at = now() - interval '1 hour'"));
                trail.seal(1);
            }
            assertThat(jdbi.withHandle(horizon::read).low()).isLessThan(late);
            slow.commit();
        }
        trail.seal(1);
        assertThat(trail.ids("l.entry_id = " + late)).containsExactly(late);
        assertThat(trail.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void theHorizonMovesOnWhenNothingOlderRuns() {
        trail.seal(1);
        for (int i = 0; i < 2; i++) {
            TestStack.superuser().useHandle(handle -> handle.execute(
                    "UPDATE audit_horizon SET next_at = now() - interval '1 hour'"));
            sealing.seal();
        }
        long newest = trail.seal(1).getFirst();
        assertThat(jdbi.withHandle(horizon::read).low()).isPositive().isLessThan(newest);
        assertThat(trail.verify().getBoolean("intact")).isTrue();
        assertThat(jdbi.withHandle(horizon::lag)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void severalReplicasSealEachRowOnce() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 5; i++) {
            trail.openRound();
        }
        AtOnce.times(4, sealing::seal);
        sealing.seal();
        assertThat(trail.ids("true")).hasSize(5);
        assertThat(trail.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void sealsAreListedNewestFirstAlsoAsLines() {
        trail.seal(1);
        trail.seal(1);
        JsonPath page = trail.auditor().queryParam("limit", 1).get("/api/v1/audit/seals").then().body(
                "items[0].number", equalTo(2)).body("items[0].hash",
                        matchesPattern("[0-9a-f]{64}")).extract().jsonPath();
        trail.auditor().queryParam("limit", 1).queryParam("cursor", page.getString("next")).get(
                "/api/v1/audit/seals").then().body("items[0].number", equalTo(1));
        String lines = trail.auditor().accept("text/plain").get("/api/v1/audit/seals").then().statusCode(
                200).extract().asString();
        assertThat(lines.lines()).hasSize(2).first().asString().startsWith(
                trail.world.province() + " 2 " + page.getString("items[0].hash") + " ");
    }

    @Test
    void onlyAuditorsOfTheUnitVerify() {
        Trail other = new Trail(jdbi, sealing);
        for (String path : List.of("verify", "seals", "export")) {
            other.auditor().get("/api/v1/audit/" + path).then().statusCode(200);
            given().auth().oauth2(other.auditor.token()).queryParam("unit", trail.world.county()).get(
                    "/api/v1/audit/" + path).then().statusCode(404);
            given().auth().oauth2(other.clerk.token()).queryParam("unit", other.world.county()).get(
                    "/api/v1/audit/" + path).then().statusCode(403);
        }
    }

    @Test
    void anExportHoldsForTheScriptAndIsAuditedItself() {
        trail.seal(3);
        assertThat(trail.script()).startsWith(
                "0 INTACT chain " + trail.world.province() + " from seal 1 up to seal 1 ").contains(
                        ": 3 rows, 0 with erased texts, 0 withheld, ");
        trail.auditor().get("/api/v1/audit").then().statusCode(400);
        given().auth().oauth2(trail.auditor.token()).get("/api/v1/audit?action=audit.export").then().body(
                "items.size()", equalTo(1)).body("items[0].actor", equalTo(trail.auditor.subject()));
        byte[] export = trail.export().then().extract().asByteArray();
        String cut = new String(export, StandardCharsets.UTF_8).replaceAll("\\{\"type\":\"end\".*", "");
        assertThat(Trail.script(cut.getBytes(StandardCharsets.UTF_8))).startsWith("2 UNREADABLE");
    }

    @Test
    void anAuditorOfACountyVerifiesTheProvinceWithoutReadingIt() {
        trail.seal(1);
        int otherCounty = trail.world.unit(trail.world.city(), UnitKind.COUNTY, "邻县县委");
        World.Person neighbour = trail.world.person(Role.AUDITOR, otherCounty);
        byte[] export = given().auth().oauth2(neighbour.token()).queryParam("unit", otherCounty).get(
                "/api/v1/audit/export").then().statusCode(200).extract().asByteArray();
        assertThat(new String(export, StandardCharsets.UTF_8)).doesNotContain("年度整顿", trail.clerk.subject());
        assertThat(Trail.script(export)).startsWith("0 INTACT").contains("1 withheld");
    }
}
