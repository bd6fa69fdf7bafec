package org.zhengdun.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuditApiTest {

    private static final String AUDIT = "/api/v1/audit";

    @Inject
    Jdbi jdbi;
    private World world;
    private World.Person clerk;
    private String auditor;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        clerk = world.person(Role.COUNTY_ORG, world.county());
        auditor = world.user(Role.AUDITOR, world.county());
    }

    @Test
    void saysWhoDidWhatInWhichRoleAndFromWhere() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        openRound(2026, "00-" + trace + "-b7ad6b7169203331-01");
        auditor().get(AUDIT).then().statusCode(200).body("items", hasSize(1)).body("items[0].actor",
                equalTo(clerk.subject())).body("items[0].role", equalTo("county_org")).body("items[0].unitId",
                        equalTo(world.county())).body("items[0].action", equalTo("round.open")).body("items[0].traceId",
                                equalTo(trace)).body("items[0].clientAddress", notNullValue()).body(
                                        "items[0].after.year", equalTo(2026));
    }

    @Test
    void anAuditorSeesOnlyHisSubtree() {
        openRound(2026, "");
        World other = World.create(jdbi);
        given().auth().oauth2(other.user(Role.AUDITOR, other.province())).get(AUDIT).then().statusCode(200).body(
                "items", hasSize(0));
        given().auth().oauth2(clerk.token()).get(AUDIT).then().statusCode(403);
    }

    @Test
    void filtersAndWalksThePagesNewestFirst() {
        long first = openRound(2025, "");
        long second = openRound(2026, "");
        long third = openRound(2027, "");
        auditor().get(AUDIT + "?entity=round&entityId=" + second).then().body("items.after.id", contains((int) second));
        auditor().get(AUDIT + "?action=round.close").then().body("items", hasSize(0));
        auditor().get(AUDIT + "?to=2020-01-01T00:00:00Z").then().body("items", hasSize(0));
        JsonPath page = auditor().get(
                AUDIT + "?action=round.open&from=2020-01-01T00:00:00Z&limit=2").jsonPath();
        assertThat(page.getList("items.after.id", Long.class)).containsExactly(third, second);
        auditor().queryParam("action", "round.open").queryParam("from", "2020-01-01T00:00:00Z").queryParam("limit",
                2).queryParam("cursor",
                        page.getString("next")).get(AUDIT).then().statusCode(200).body("items.after.id",
                                contains((int) first));
    }

    @Test
    void refusesWhatIsNoInstant() {
        auditor().get(AUDIT + "?from=yesterday").then().statusCode(400).body("errors[0].pointer", equalTo("?from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET entity_id = 'x'", "UPDATE audit_entry SET actor = 'x'",
            "UPDATE audit_entry SET reason = NULL WHERE reason IS NOT NULL", "DELETE FROM audit_entry WHERE false",
            "TRUNCATE audit_entry CASCADE"})
    void evenTheOwnerOnlyAppends(String statement) {
        openRoundWithReason();
        assertThatThrownBy(() -> TestStack.superuser().useHandle(
                handle -> handle.execute(statement))).hasMessageContaining("append-only");
    }

    private void openRoundWithReason() {
        openRound(2026, "");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO audit_entry (at, actor, unit_id, ancestors, action, entity, entity_id, trace_id, reason)
                SELECT now(), 'x', id, ancestors, 'test', 'round', '1', 'none', '理由' FROM org_unit WHERE id = ?""",
                world.county()));
    }

    @Test
    void whoReadsTheTrailIsSeenInIt() {
        openRound(2026, "");
        auditor().get(AUDIT).then().body("items.action", contains("round.open"));
        auditor().get(AUDIT).then().body("items.action", contains("audit.read", "round.open")).body(
                "items[0].after.target", equalTo(AUDIT)).body("items[0].role", equalTo("auditor")).body(
                        "items[0].entityId", equalTo(Integer.toString(world.county())));
    }

    private RequestSpecification auditor() {
        return given().auth().oauth2(auditor);
    }

    private long openRound(int year, String traceparent) {
        return given().auth().oauth2(clerk.token()).header("traceparent", traceparent).contentType(
                "application/json").body(
                        """
                                {"unitId":%d,"year":%d,"name":"R","startsOn":"%2$d-01-01","endsOn":"%2$d-12-31"}""".formatted(
                                world.county(), year)).post("/api/v1/rounds").then().statusCode(
                                        201).extract().jsonPath().getLong(
                                                "id");
    }
}
