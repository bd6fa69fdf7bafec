package org.zhengdun.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SettingsApiTest {

    @Inject
    Jdbi jdbi;
    @Inject
    Units units;
    @Inject
    EffectiveSettings settings;
    private World world;
    private String province;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        province = world.user(Role.PROVINCE_ORG, world.province());
    }

    @Test
    void showsNationalDefaultsWhereNobodyHasSetAnything() {
        as(world.user(Role.COUNTY_ORG, world.county())).get(path(world.county())).then().statusCode(200).body(
                "values.planDueDays", equalTo(30)).body("values.lookBackMonths", contains(3, 6, 12)).body(
                        "values.acceptance.passScore", equalTo(70)).body("sources.'/planDueDays'", equalTo(1)).body(
                                "values.rankingOn", equalTo(false));
    }

    @Test
    void theNearestSettingWinsAndNamesItsUnit() {
        change(world.province(), "{\"planDueDays\":40,\"acceptance\":{\"passScore\":75}}").statusCode(200);
        change(world.county(), "{\"planDueDays\":20}").statusCode(200).body("values.planDueDays", equalTo(20)).body(
                "values.acceptance.passScore", equalTo(75)).body("sources.'/planDueDays'",
                        equalTo(world.county())).body("sources.'/acceptance/passScore'",
                                equalTo(world.province())).body("overrides.planDueDays", equalTo(20));
        int[] branch = units.find(world.branch(1)).orElseThrow().path();
        assertThat(settings.of(branch).planDueDays()).isEqualTo(20);
        assertThat(settings.of(branch).acceptance().passScore()).isEqualTo(75);
    }

    @Test
    void aChangeAboveChangesTheTagBelow() {
        String before = tag(world.county());
        change(world.city(), "{\"publicationOn\":true}").statusCode(200);
        assertThat(tag(world.county())).isNotEqualTo(before);
    }

    @Test
    void nullGivesTheValueBack() {
        change(world.county(), "{\"helperTemplate\":{\"VILLAGE\":[\"WORK_TEAM\"]}}").statusCode(200).body(
                "values.helperTemplate.VILLAGE", contains("WORK_TEAM"));
        change(world.county(), "{\"helperTemplate\":{\"VILLAGE\":null}}").statusCode(200).body(
                "overrides", not(hasKey("helperTemplate"))).body("sources.'/helperTemplate/VILLAGE'", equalTo(1));
    }

    @Test
    void aPatchWithoutEffectKeepsTagAndLeavesNoTrace() {
        String tag = change(world.county(), "{\"planDueDays\":20}").statusCode(200).extract().header("ETag");
        change(world.county(), "{\"planDueDays\":20,\"rankingOn\":null}").statusCode(200).header("ETag", tag);
        assertThat(traces()).isEqualTo(1);
    }

    @Test
    void aDryRunChangesNothing() {
        String tag = tag(world.county());
        as(province).header("If-Match", tag).contentType("application/json").body("{\"planDueDays\":20}").patch(
                path(world.county()) + "?dryRun=true").then().statusCode(200).body("values.planDueDays", equalTo(20));
        assertThat(tag(world.county())).isEqualTo(tag);
        assertThat(traces()).isZero();
    }

    @Test
    void refusesUnknownNamesWrongTypesAndValuesOutOfBounds() {
        change(world.county(), "{\"planDueDay\":20,\"acceptance\":{\"x\":1}}").statusCode(400).body("type",
                equalTo("urn:zhengdun:problem:unknown-field")).body("errors.pointer",
                        contains("/planDueDay", "/acceptance/x"));
        change(world.county(), "{\"planDueDays\":\"20\"}").statusCode(400).body("errors[0].pointer",
                equalTo("/planDueDays"));
        change(world.county(), "{\"acceptance\":5}").statusCode(400).body("errors[0].pointer", equalTo("/acceptance"));
        change(world.county(), "{\"planDueDays\":0,\"acceptance\":{\"passScore\":101}}").statusCode(422).body(
                "errors.pointer", contains("/acceptance/passScore", "/planDueDays"));
        change(world.county(), "{\"lookBackMonths\":[6,3]}").statusCode(422).body("errors[0].pointer",
                equalTo("/lookBackMonths"));
        change(world.county(), "{\"lookBackMonths\":[6,99]}").statusCode(422).body("errors[0].pointer",
                equalTo("/lookBackMonths/1"));
        change(world.county(), "{\"releaseHelpersWhen\":\"NEVER\"}").statusCode(422).body("errors[0].pointer",
                equalTo("/releaseHelpersWhen"));
        change(world.county(), "[]").statusCode(400);
    }

    @Test
    void asksForTheVersionAndHidesForeignUnits() {
        as(province).contentType("application/merge-patch+json").body("{}").patch(
                path(world.county())).then().statusCode(428);
        as(province).header("If-Match", "\"1\"").contentType("application/merge-patch+json").body("{}").patch(
                path(world.county())).then().statusCode(412);
        World other = World.create(jdbi);
        as(province).get(path(other.county())).then().statusCode(404);
        as(world.user(Role.COUNTY_ORG, world.county())).contentType("application/json").body("{}").patch(
                path(world.county())).then().statusCode(403);
    }

    @Test
    void sendsNothingWhenTheCallerHasTheVersion() {
        as(province).header("If-None-Match", tag(world.county())).get(path(world.county())).then().statusCode(304);
    }

    private int traces() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM audit_entry WHERE entity = 'settings' AND entity_id = :id").bind("id",
                        Integer.toString(world.county())).mapTo(Integer.class).one());
    }

    private ValidatableResponse change(int unitId, String patch) {
        return as(province).header("If-Match", tag(unitId)).contentType("application/merge-patch+json").body(
                patch).patch(path(unitId)).then();
    }

    private String tag(int unitId) {
        return as(province).get(path(unitId)).then().statusCode(200).extract().header("ETag");
    }

    private static String path(int unitId) {
        return "/api/v1/settings/" + unitId;
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
