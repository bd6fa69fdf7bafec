package org.zhengdun.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.Set;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class GrantApiTest {

    private static final String GRANTS = "/api/v1/grants";

    @Inject
    Jdbi jdbi;
    @Inject
    Bootstrap bootstrap;
    private World world;
    private World.Person admin;
    private String subject;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        admin = world.person(Role.SYSADMIN, world.county());
        subject = UUID.randomUUID().toString();
    }

    @Test
    void aGrantOpensADoorAndItsRevocationClosesItAtOnce() {
        String token = TestStack.identity().accessToken(subject, Set.of("township"));
        as(token).get("/api/v1/rounds").then().statusCode(403);
        long id = given(subject, "township", world.township()).statusCode(201).header("ETag", "\"0\"").body("role",
                equalTo("township")).body("subject", equalTo(subject)).extract().jsonPath().getLong("id");
        as(token).get("/api/v1/rounds").then().statusCode(200);
        revoke(id, "\"0\"").statusCode(200).header("ETag", "\"1\"");
        as(token).get("/api/v1/rounds").then().statusCode(403);
        revoke(id, "\"0\"").statusCode(412);
        revoke(id, "\"1\"").statusCode(409);
        String auditor = world.user(Role.AUDITOR, world.county());
        as(auditor).get("/api/v1/audit?entity=grant&entityId=" + id).then().body("items.action",
                contains("grant.revoke", "grant.give")).body("items[0].reason", equalTo("left"));
    }

    @Test
    void takesNoSubjectThatLooksLikeAnother() {
        for (String odd : new String[]{" township", "township ", "Ｔownship", "a\\tb", "a b", "t\u043ewnship"}) {
            given(odd, "township", world.township()).statusCode(oneOf(400, 422)).body("errors[0].pointer",
                    equalTo("/subject"));
        }
    }

    @Test
    void grantsOnlyInsideItsOwnScopeAndStoresNothingElse() {
        given(subject, "city_org", world.city()).statusCode(422).body("errors[0].pointer", equalTo("/orgUnitId"));
        given(subject, "county_org", world.township()).statusCode(422).body("errors[0].pointer", equalTo("/role"));
        given(subject, "helper", world.county()).statusCode(422).body("errors[0].pointer", equalTo("/role"));
        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM account WHERE subject = :subject").bind("subject", subject).mapTo(
                        Integer.class).one())).isZero();
    }

    @Test
    void nobodyChangesHisOwnGrants() {
        given(admin.subject(), "sysadmin", world.township()).statusCode(403).body("rule",
                equalTo("nobody-changes-own-grants"));
        long own = as(admin.token()).get(GRANTS + "?subject=" + admin.subject()).jsonPath().getLong("items[0].id");
        revoke(own, "\"0\"").statusCode(403).body("rule", equalTo("nobody-changes-own-grants"));
    }

    @Test
    void administratorsStayApart() {
        given(subject, "auditor", world.county()).statusCode(201);
        given(subject, "county_org", world.county()).statusCode(403).body("rule", equalTo("administrators-apart"));
        given(subject, "sysadmin", world.county()).statusCode(403).body("rule", equalTo("administrators-apart"));
    }

    @Test
    void theDatabaseKeepsAdministratorsApartToo() {
        World.Person clerk = world.person(Role.COUNTY_ORG, world.county());
        assertThatThrownBy(() -> world.grant(clerk.accountId(), Role.AUDITOR, world.county())).hasMessageContaining(
                "administrators_apart");
    }

    @Test
    void anAdministratorSeesNoBusinessData() {
        as(admin.token()).get("/api/v1/rounds").then().statusCode(403);
        as(admin.token()).get("/api/v1/audit").then().statusCode(403);
    }

    @Test
    void listsGrantsOfTheScopeWithFilters() {
        given(subject, "township", world.township()).statusCode(201);
        given(subject, "branch", world.branch(1)).statusCode(201);
        as(admin.token()).get(GRANTS + "?subject=" + subject).then().body("items.role", contains("branch", "township"));
        as(admin.token()).get(GRANTS + "?role=township&unitId=" + world.township()).then().body("items",
                hasSize(1)).body("items[0].orgUnitName", equalTo("镇党委"));
        as(admin.token()).get(GRANTS + "?active=false").then().body("items", hasSize(0));
        as(admin.token()).get(GRANTS + "?role=emperor").then().statusCode(400);
        String other = World.create(jdbi).user(Role.SYSADMIN, world.province());
        as(other).get(GRANTS + "?subject=" + subject).then().body("items", hasSize(2));
    }

    @Test
    void hidesGrantsOfOtherUnits() {
        long id = given(subject, "township", world.township()).extract().jsonPath().getLong("id");
        World elsewhere = World.create(jdbi);
        String stranger = elsewhere.user(Role.SYSADMIN, elsewhere.county());
        as(stranger).get(GRANTS + "/" + id).then().statusCode(404);
        as(stranger).get(GRANTS).then().body("items.orgUnitId", everyItem(is(elsewhere.county())));
    }

    @Test
    void aGrantFollowsItsUnitWhenTheUnitMoves() {
        long id = given(subject, "branch", world.branch(1)).extract().jsonPath().getLong("id");
        int target = world.unit(world.city(), UnitKind.COUNTY, "新县委");
        jdbi.useHandle(handle -> handle.execute("SELECT move_unit(?, ?)", world.branch(1), target));
        as(admin.token()).get(GRANTS + "/" + id).then().statusCode(404);
    }

    @Test
    void aRepeatedGrantIsGivenOnce() {
        String key = UUID.randomUUID().toString();
        long first = as(admin.token()).header("Idempotency-Key", key).contentType("application/json").body(
                body(subject, "township", world.township())).post(GRANTS).jsonPath().getLong("id");
        as(admin.token()).header("Idempotency-Key", key).contentType("application/json").body(
                body(subject, "township", world.township())).post(GRANTS).then().header("Idempotency-Replayed",
                        "true").body("id", equalTo((int) first));
    }

    @Test
    void aSubjectWithThreeThousandGrantsWorks() {
        World.Person many = world.person(Role.TOWNSHIP, world.township());
        jdbi.useHandle(handle -> handle.createUpdate("""
                WITH units AS (INSERT INTO org_unit (id, parent_id, code, name, kind, ancestors)
                    SELECT n.id, :county, :code || n.id, 'T', 'TOWNSHIP', p.ancestors || n.id FROM org_unit p,
                        (SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id
                         FROM generate_series(1, 3000)) n WHERE p.id = :county RETURNING id)
                INSERT INTO access_grant (account_id, role, org_unit_id, valid_from, granted_at)
                SELECT :account, 'TOWNSHIP', id, now() - interval '1 day', now() FROM units""").bind("county",
                world.county()).bind("code", world.newCode()).bind("account", many.accountId()).execute());
        as(many.token()).get("/api/v1/me").then().statusCode(200).body("grants", hasSize(3001));
        as(many.token()).get("/api/v1/rounds").then().statusCode(200);
        as(many.token()).get("/api/v1/settings/" + world.township()).then().statusCode(200);
    }

    @Test
    void theFirstAdministratorComesFromTheConfigurationOnce() {
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE access_grant SET revoked_at = now() WHERE org_unit_id = 1 AND role = 'SYSADMIN'"));
            assertThat(bootstrap.ensure(TestStack.identity().issuer(), subject)).isTrue();
            assertThat(bootstrap.ensure(TestStack.identity().issuer(), subject)).isFalse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private ValidatableResponse given(String who, String role, int unitId) {
        return as(admin.token()).contentType("application/json").body(body(who, role, unitId)).post(GRANTS).then();
    }

    private ValidatableResponse revoke(long id, String tag) {
        return as(admin.token()).header("If-Match", tag).contentType("application/json").body(
                "{\"reason\":\"left\"}").post(GRANTS + "/" + id + "/revoke").then();
    }

    private static String body(String subject, String role, int unitId) {
        return """
                {"subject":"%s","displayName":"王芳","role":"%s","orgUnitId":%d}""".formatted(subject, role, unitId);
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
