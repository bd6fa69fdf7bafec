package org.zhengdun.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CatalogueApiTest {

    private static final String CATEGORIES = "/api/v1/catalogue/categories";

    @Inject
    Jdbi jdbi;
    @Inject
    Categories categories;
    @Inject
    Units units;
    private World world;
    private String county;
    private String code;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        county = world.user(Role.COUNTY_ORG, world.county());
        code = "X" + world.newCode();
    }

    @Test
    void theNationalCatalogueHasSeventeenCodes() {
        as(county).get(CATEGORIES).then().statusCode(200).body("items", hasSize(17)).body("items[0].code",
                equalTo("W01")).body("items[4].restricted", equalTo(true)).body("items[5].supports",
                        contains("UNITED_FRONT")).body("items[8].group", equalTo("POOR")).body("items[9].formColumn",
                                equalTo(13)).body("items[16].code", equalTo("W99"));
    }

    @Test
    void aCodeBelongsToOneOwnerInTheWholeCountry() {
        add(code, world.county(), "null").statusCode(201);
        World other = World.create(jdbi);
        as(other.user(Role.COUNTY_ORG, other.county())).contentType("application/json").body(
                body(code, other.county(), "null")).post(CATEGORIES).then().statusCode(409);
    }

    @Test
    void aCountyAddsACategoryForItsSubtree() {
        add(code, world.county(), "\"W05\"").statusCode(201).header("ETag", "\"1\"").body("current.formColumn",
                equalTo(8)).body("current.restricted", equalTo(true));
        as(world.user(Role.TOWNSHIP, world.township())).get(CATEGORIES).then().body("items.code", hasItem(code));
        as(world.user(Role.PROVINCE_ORG, world.province())).get(CATEGORIES).then().body("items.code",
                not(hasItem(code)));
        as(world.user(Role.PROVINCE_ORG, world.province())).get(
                CATEGORIES + "?unit=" + world.township()).then().body("items.code", hasItem(code));
        World other = World.create(jdbi);
        as(other.user(Role.TOWNSHIP, other.township())).get(CATEGORIES + "/" + code).then().statusCode(404);
        as(county).get(CATEGORIES + "?unit=" + other.township()).then().statusCode(404);
    }

    @Test
    void nationalCodesAreFixed() {
        for (String national : List.of("W01", "W17", "W0001")) {
            add(national, world.county(), "null").statusCode(422).body("errors.pointer", contains("/code")).body(
                    "errors.code", contains("category.looks-national"));
        }
        as(county).header("If-Match", "\"1\"").contentType("application/json").body("{}").patch(
                CATEGORIES + "/W01").then().statusCode(403).body("rule", equalTo("national-codes-are-fixed"));
        as(county).header("If-Match", "\"1\"").post(CATEGORIES + "/W01/retire").then().statusCode(403);
        as(world.user(Role.PROVINCE_ORG, 1)).contentType("application/json").body(body(code, 1, "null")).post(
                CATEGORIES).then().statusCode(403);
    }

    @Test
    void aLocalCodeMapsToANationalOneOrToNone() {
        add(code, world.county(), "\"NOWHERE\"").statusCode(422).body("errors[0].pointer", equalTo("/mapsTo"));
        add(code, world.township(), "null").statusCode(422).body("errors[0].pointer", equalTo("/ownerId"));
        add("lower", world.county(), "null").statusCode(422).body("errors[0].pointer", equalTo("/code"));
    }

    @Test
    void aChangeMakesAVersionAndKeepsTheFormerOne() {
        add(code, world.county(), "null").statusCode(201);
        patch("\"1\"", "{\"nameEn\":\"New name\",\"mapsTo\":\"W04\"}").statusCode(200).header("ETag", "\"2\"").body(
                "current.formColumn", equalTo(7)).body("versions.version", contains(2, 1));
        patch("\"2\"", "{\"nameEn\":\"New name\"}").statusCode(200).header("ETag", "\"2\"");
        patch("\"1\"", "{\"nameEn\":\"Lost update\"}").statusCode(412);
        patch("\"2\"", "{\"code\":\"W05\"}").statusCode(400);
        patch("\"2\"", "{\"nameEn\":null}").statusCode(422);
        assertThat(categories.version(code, 1).nameEn()).isEqualTo("Local");
        assertThat(categories.usable(code, path(world.branch(1)), "/code").version()).isEqualTo(2);
    }

    @Test
    void aRetiredCategoryIsKeptAndNoLongerUsable() {
        add(code, world.county(), "null").statusCode(201);
        as(county).header("If-Match", "\"1\"").post(CATEGORIES + "/" + code + "/retire").then().statusCode(200).header(
                "ETag", "\"2\"");
        as(county).header("If-Match", "\"2\"").post(CATEGORIES + "/" + code + "/retire").then().statusCode(409);
        as(county).get(CATEGORIES).then().body("items.code", not(hasItem(code)));
        as(county).get(CATEGORIES + "?includeRetired=true").then().body("items.code", hasItem(code));
        assertThatThrownBy(() -> categories.usable(List.of("W01", code, "W02"), path(world.branch(1)),
                index -> "/problems/" + index)).isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.errors().stream().map(Invalid::pointer)).containsExactly(
                                "/problems/1"));
    }

    private int[] path(int unitId) {
        return units.find(unitId).orElseThrow().path();
    }

    private ValidatableResponse patch(String tag, String patch) {
        return as(county).header("If-Match", tag).contentType("application/merge-patch+json").body(patch).patch(
                CATEGORIES + "/" + code).then();
    }

    private ValidatableResponse add(String newCode, int ownerId, String mapsTo) {
        return as(county).contentType("application/json").body(body(newCode, ownerId, mapsTo)).post(CATEGORIES).then();
    }

    private static String body(String newCode, int ownerId, String mapsTo) {
        return """
                {"code":"%s","ownerId":%d,"nameZh":"本地类别","nameEn":"Local","group":"LAX","leads":["ORGANIZATION"],
                 "supports":[],"mapsTo":%s,"restricted":false}""".formatted(newCode, ownerId, mapsTo);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
