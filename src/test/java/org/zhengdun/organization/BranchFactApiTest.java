package org.zhengdun.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BranchFactApiTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private String facts;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        facts = "/api/v1/branches/" + world.branch(1) + "/facts";
    }

    @Test
    void keepsEveryPeriod() {
        as(Role.TOWNSHIP, world.township()).get(facts).then().statusCode(404);
        String first = as(Role.TOWNSHIP, world.township()).header("If-Match", "\"0\"").body(
                body("2025-01-01", Map.of())).put(facts).then().statusCode(200).body("members", equalTo(31)).body(
                        "validTo", nullValue()).extract().header("ETag");
        String second = as(Role.TOWNSHIP, world.township()).header("If-Match", first).body(body("2026-03-01",
                Map.of("members", 40, "secretaryStatus", "VACANT", "secretaryVacantSince", "2026-02-20"))).put(
                        facts).then().statusCode(200).extract().header("ETag");
        assertThat(second).isNotEqualTo(first);
        String county = world.user(Role.COUNTY_ORG, world.county());
        as(county).get(facts).then().statusCode(200).header("ETag",
                startsWith(second.replaceFirst("\"$", "-"))).body("members", equalTo(40));
        as(county).get(facts + "?on=2026-02-28").then().body("members", equalTo(31)).body("validTo",
                equalTo("2026-03-01"));
        as(county).get(facts + "?on=2024-12-31").then().statusCode(404);
        as(county).get(facts + "/history").then().statusCode(200).body("items.validFrom",
                contains("2026-03-01", "2025-01-01"));
        String next = as(county).get(facts + "/history?limit=1").jsonPath().getString("next");
        as(county).get(facts + "/history?limit=1&cursor=" + next).then().body("items.validFrom",
                contains("2025-01-01"));
        assertThat(audits()).isEqualTo(2);
    }

    @Test
    void needsTheVersionItIsBasedOn() {
        as(Role.TOWNSHIP, world.township()).body(body("2025-01-01", Map.of())).put(facts).then().statusCode(428);
        as(Role.TOWNSHIP, world.township()).header("If-Match", "\"7\"").body(body("2025-01-01", Map.of())).put(
                facts).then().statusCode(412).header("ETag", "\"0\"");
    }

    @Test
    void collectsRefusalsAndNamesUnknownCodes() {
        RequestSpecification township = as(Role.TOWNSHIP, world.township()).header("If-Match", "\"0\"");
        township.body(body("2199-01-01", Map.of("secretaryStatus", "VACANT", "secretaryTrainedOn", "2026-01-01"))).put(
                facts).then().statusCode(422).body("errors.pointer",
                        contains("/validFrom", "/secretaryVacantSince", "/secretaryTrainingLevel"));
        township.body(body("2026-01-01", Map.of("branchKind", "HAMLET"))).put(facts).then().statusCode(422).body(
                "errors.pointer", contains("/branchKind"));
        township.body(body("2026-02-30", Map.of())).put(facts).then().statusCode(422).body("errors.pointer",
                contains("/validFrom"));
        assertThat(audits()).isZero();
    }

    @Test
    void changesNothingInADryRun() {
        as(Role.TOWNSHIP, world.township()).header("If-Match", "\"0\"").body(body("2026-01-01", Map.of())).put(
                facts + "?dryRun=true").then().statusCode(200).body("members", equalTo(31));
        as(Role.TOWNSHIP, world.township()).get(facts).then().statusCode(404);
    }

    @Test
    void movesTheUnitToTheReportedKind() {
        as(Role.TOWNSHIP, world.township()).header("If-Match", "\"0\"").body(
                body("2026-01-01", Map.of("branchKind", "COMMUNITY"))).put(facts).then().statusCode(200);
        as(Role.TOWNSHIP, world.township()).get("/api/v1/org-units/" + world.branch(1)).then().body("branchKind",
                equalTo("COMMUNITY")).header("ETag", startsWith("\"1-"));
    }

    @Test
    void belongsToBranchesInScopeOnly() {
        int foreign = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        as(Role.TOWNSHIP, foreign).header("If-Match", "\"0\"").body(body("2026-01-01", Map.of())).put(
                facts).then().statusCode(404);
        as(Role.CITY_ORG, world.city()).body(body("2026-01-01", Map.of())).put(facts).then().statusCode(403);
        as(Role.COUNTY_ORG, world.county()).get(
                "/api/v1/branches/" + world.township() + "/facts").then().statusCode(404);
    }

    private RequestSpecification as(Role role, int unitId) {
        return as(world.user(role, unitId));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private long audits() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM audit_entry WHERE entity = 'branch_fact' AND entity_id = :id
                AND action = 'org.facts'""").bind("id", Integer.toString(world.branch(1))).mapTo(Long.class).one());
    }

    private static Map<String, Object> body(String validFrom, Map<String, Object> changed) {
        Map<String, Object> body = new HashMap<>(Map.of("validFrom", validFrom, "branchKind", "VILLAGE", "urban", false,
                "registeredPoorVillage", false, "members", 31, "secretaryStatus", "FILLED", "secretaryToReplace",
                false));
        body.putAll(changed);
        return body;
    }
}
