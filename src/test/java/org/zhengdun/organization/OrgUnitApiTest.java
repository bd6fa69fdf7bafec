package org.zhengdun.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OrgUnitApiTest {

    private static final String UNITS = "/api/v1/org-units";

    @Inject
    Jdbi jdbi;
    private World world;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
    }

    @Test
    void showsAUnitWithItsAncestors() {
        as(Role.TOWNSHIP, world.township()).get(UNITS + "/" + world.branch(1)).then().statusCode(200).header("ETag",
                startsWith("\"0-")).body("id", equalTo(world.branch(1))).body("level", equalTo(5)).body("kind",
                        equalTo("BRANCH")).body("branchKind", equalTo("VILLAGE")).body("parentId",
                                equalTo(world.township())).body("path",
                                        contains(1, world.province(), world.city(), world.county(), world.township(),
                                                world.branch(1))).body("ancestors.id",
                                                        contains(1, world.province(), world.city(), world.county(),
                                                                world.township())).body("ancestors.kind",
                                                                        contains(nullValue(), nullValue(), nullValue(),
                                                                                nullValue(), equalTo("TOWNSHIP"))).body(
                                                                                        "closedOn",
                                                                                        nullValue());
    }

    @Test
    void answersNotModifiedToAKnownVersion() {
        String unit = UNITS + "/" + world.township();
        String tag = as(Role.TOWNSHIP, world.township()).get(unit).header("ETag");
        as(Role.TOWNSHIP, world.township()).header("If-None-Match", tag).get(unit).then().statusCode(304);
    }

    @Test
    void findsAUnitByCodeAndHidesForeignOnesLikeUnknownOnes() {
        String township = world.user(Role.TOWNSHIP, world.township());
        String code = as(township).get(UNITS + "/" + world.branch(2)).jsonPath().getString("code");
        as(township).get(UNITS + "/by-code/" + code).then().statusCode(200).body("id", equalTo(world.branch(2)));
        int foreign = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        String hidden = as(township).get(UNITS + "/" + foreign).then().statusCode(404).extract().asString();
        String unknown = as(township).get(UNITS + "/2147483646").then().statusCode(404).extract().asString();
        assertThat(withoutTrace(hidden)).isEqualTo(withoutTrace(unknown));
        as(township).get(UNITS + "/not-a-number").then().statusCode(404);
    }

    @Test
    void listsTheScopeByCodeAndPartsOfIt() {
        String county = world.user(Role.COUNTY_ORG, world.county());
        as(county).get(UNITS).then().statusCode(200).body("items.id", contains(world.county(), world.township(),
                world.branch(1), world.branch(2), world.branch(3))).body("next", nullValue());
        as(county).get(UNITS + "?under=" + world.township() + "&mode=children").then().body("items.id",
                contains(world.branch(1), world.branch(2), world.branch(3)));
        as(county).get(UNITS + "?mode=self").then().body("items.id", contains(world.county()));
        as(county).get(UNITS + "?kind=TOWNSHIP").then().body("items.id", contains(world.township()));
        as(county).get(UNITS + "?under=" + world.city()).then().statusCode(404);
    }

    @Test
    void findsUnitsByPrefixSubstringAndCode() {
        int first = world.unit(world.township(), UnitKind.BRANCH, "中山社区党支部");
        int second = world.unit(world.township(), UnitKind.BRANCH, "新中山社区党支部");
        int same = world.unit(world.township(), UnitKind.BRANCH, "中山社区党支部");
        String county = world.user(Role.COUNTY_ORG, world.county());
        as(county).queryParam("name", "中山").get(UNITS).then().statusCode(200).body("items.id", contains(first, same));
        String again = world.user(Role.COUNTY_ORG, world.county());
        as(again).queryParam("name", "中山").queryParam("match", "substring").get(UNITS).then().body("items.id",
                contains(first, second, same));
        String code = as(Role.COUNTY_ORG, world.county()).get(UNITS + "/" + second).jsonPath().getString("code");
        as(Role.COUNTY_ORG, world.county()).get(UNITS + "?code=" + code).then().body("items.id", contains(second));
        as(Role.COUNTY_ORG, world.county()).get(UNITS + "?code=" + code.substring(0, code.length() - 1)).then().body(
                "items.id", hasItem(second)).body(
                        "items.findAll { !it.code.startsWith('%s') }".formatted(
                                code.substring(0, code.length() - 1)),
                        hasSize(0));
        as(Role.COUNTY_ORG, world.county()).queryParam("name", "%").get(UNITS).then().body("items", hasSize(0));
    }

    @Test
    void walksAllPagesWhileUnitsAreAdded() {
        String county = world.user(Role.COUNTY_ORG, world.county());
        List<Integer> seen = new ArrayList<>();
        @Nullable
        String next = "";
        while (next != null) {
            JsonPath page = as(county).get(
                    UNITS + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next)).then().statusCode(
                            200).extract().jsonPath();
            seen.addAll(page.getList("items.id", Integer.class));
            next = page.getString("next");
            if (seen.size() == 2) {
                world.unit(world.township(), UnitKind.BRANCH, "后来的支部");
            }
        }
        assertThat(seen).startsWith(world.county(), world.township(), world.branch(1), world.branch(2),
                world.branch(3)).hasSize(6).doesNotHaveDuplicates();
        as(county).get(UNITS + "?limit=2&kind=BRANCH&cursor=" + "AAAA.BBBB").then().statusCode(400).body("type",
                equalTo("urn:zhengdun:problem:invalid-cursor"));
    }

    @Test
    void namesTheQueryParameterThatCannotBeRead() {
        String county = world.user(Role.COUNTY_ORG, world.county());
        as(county).get(UNITS + "?kind=VILLAGE&limit=x").then().statusCode(400).body("type",
                equalTo("urn:zhengdun:problem:invalid-parameter")).body("errors.pointer",
                        hasItems("?kind", "?limit")).body("errors.code", hasItems("query.unreadable"));
        as(county).get(UNITS + "?limit=201").then().statusCode(400).body("errors.pointer", contains("?limit"));
        as(county).get(UNITS + "?sort=name").then().statusCode(400).body("type",
                equalTo("urn:zhengdun:problem:unknown-parameter"));
    }

    @Test
    void reachesBeyondTheIndexedLevels() {
        List<Integer> chain = new ArrayList<>();
        int parent = world.township();
        for (int depth = 5; depth <= 9; depth++) {
            parent = world.unit(parent, UnitKind.COMMITTEE, "党总支");
            chain.add(parent);
        }
        int sibling = world.unit(chain.get(2), UnitKind.COMMITTEE, "党总支");
        int leaf = world.unit(parent, UnitKind.BRANCH, "党支部");
        int siblingLeaf = world.unit(sibling, UnitKind.BRANCH, "党支部");
        String deep = world.user(Role.TOWNSHIP, chain.get(3));
        as(deep).get(UNITS).then().statusCode(200).body("items.id", contains(chain.get(3), chain.get(4), leaf));
        as(deep).get(UNITS + "/" + leaf).then().statusCode(200).body("level", equalTo(10)).body("path", hasSize(11));
        as(deep).get(UNITS + "/" + siblingLeaf).then().statusCode(404);
        as(deep).get(UNITS + "?under=" + sibling).then().statusCode(404);
        as(Role.TOWNSHIP, world.township()).queryParam("under", chain.get(2)).queryParam("kind", "BRANCH").get(
                UNITS).then().body("items.id", contains(leaf, siblingLeaf));
    }

    @Test
    void createsAUnitOnceForARepeatedRequest() {
        Map<String, Object> body = Map.of("code", world.newCode(), "name", "新村党支部", "parentId", world.township(),
                "kind", "BRANCH", "branchKind", "VILLAGE");
        String province = world.user(Role.PROVINCE_ORG, world.province());
        String first = as(province).header("Idempotency-Key", "once").body(body).post(UNITS).then().statusCode(
                201).header(
                        "ETag", "\"0\"").body("level", equalTo(5)).extract().asString();
        String again = as(province).header("Idempotency-Key", "once").body(body).post(UNITS).then().statusCode(
                201).header("Idempotency-Replayed",
                        "true").extract().asString();
        assertThat(again).isEqualTo(first);
        int id = JsonPath.from(first).getInt("id");
        assertThat(audits("org.create", id)).isEqualTo(1);
        as(Role.TOWNSHIP, world.township()).get(UNITS + "/" + id).then().statusCode(200).body("name",
                equalTo("新村党支部"));
    }

    @Test
    void refusesASecondUnitWithACode() {
        Map<String, Object> body = Map.of("code", world.newCode(), "name", "甲", "parentId", world.county(), "kind",
                "TOWNSHIP");
        String province = world.user(Role.PROVINCE_ORG, world.province());
        as(province).body(body).post(UNITS).then().statusCode(201);
        as(province).body(body).post(UNITS).then().statusCode(409).body("type",
                equalTo("urn:zhengdun:problem:already-exists"));
    }

    @Test
    void refusesUnitsThatCannotStandThere() {
        String province = world.user(Role.PROVINCE_ORG, world.province());
        as(province).body(Map.of("code", world.newCode(), "name", "甲", "parentId", world.branch(1), "kind",
                "BRANCH")).post(UNITS).then().statusCode(422).body("errors.pointer", contains("/kind", "/branchKind"));
        World foreign = World.create(jdbi);
        as(province).body(Map.of("code", world.newCode(), "name", "甲", "parentId", foreign.county(), "kind",
                "TOWNSHIP")).post(UNITS).then().statusCode(422).body("errors.pointer", contains("/parentId"));
        as(province).body(Map.of("code", world.newCode(), "name", "甲", "parentId", world.county(), "kind",
                "HAMLET")).post(UNITS).then().statusCode(422).body("errors.pointer", contains("/kind"));
        as(province).body(Map.of("code", world.newCode(), "name", "甲", "parentId", world.county(), "kind", "TOWNSHIP",
                "level", 3)).post(UNITS).then().statusCode(400).body("errors.pointer", contains("/level"));
        as(Role.COUNTY_ORG, world.county()).body(Map.of()).post(UNITS).then().statusCode(403);
    }

    @Test
    void renamesAUnitAndIgnoresAPatchWithoutEffect() {
        String unit = UNITS + "/" + world.county();
        for (String type : List.of("application/merge-patch+json;charset=UTF-8", "application/json")) {
            RequestSpecification province = as(Role.PROVINCE_ORG, world.province()).contentType(type);
            String etag = province.get(unit).header("ETag");
            String newer = province.header("If-Match", etag).body(Map.of("name", "改名 " + type)).patch(
                    unit).then().statusCode(200).header("ETag", not(etag)).body("name",
                            equalTo("改名 " + type)).extract().header("ETag");
            as(Role.PROVINCE_ORG, world.province()).contentType(type).header("If-Match", newer).body(
                    Map.of("name", "改名 " + type)).patch(unit).then().statusCode(200).header("ETag", newer);
        }
        assertThat(audits("org.change", world.county())).isEqualTo(2);
    }

    @Test
    void refusesPatchesOfWhatTheServerOwns() {
        String unit = UNITS + "/" + world.county();
        RequestSpecification province = as(Role.PROVINCE_ORG, world.province()).header("If-Match", "\"0\"");
        province.body(Map.of("code", "X")).patch(unit).then().statusCode(400).body("type",
                equalTo("urn:zhengdun:problem:unknown-field")).body("errors.pointer", contains("/code"));
        province.body("{\"name\":null}").patch(unit).then().statusCode(422).body("errors.pointer", contains("/name"));
        province.body("{\"name\":5}").patch(unit).then().statusCode(400).body("errors.pointer", contains("/name"));
        province.body("[]").patch(unit).then().statusCode(400);
        as(Role.PROVINCE_ORG, world.province()).body("{}").patch(unit).then().statusCode(428);
        as(Role.PROVINCE_ORG, world.province()).header("If-Match", "\"9\"").body("{}").patch(unit).then().statusCode(
                412).header("ETag", "\"0\"");
    }

    private RequestSpecification as(Role role, int unitId) {
        return as(world.user(role, unitId));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private long audits(String action, int entityId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM audit_entry WHERE entity = 'org_unit' AND entity_id = :id AND action = :action").bind(
                        "id", Integer.toString(entityId)).bind("action", action).mapTo(Long.class).one());
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"\\w+\"", "");
    }
}
