package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class ChecklistApiTest {

    private static final String PATH = "/api/v1/checklists";

    private final Jdbi jdbi;
    private World world;
    private Api county;

    @Inject
    ChecklistApiTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        county = new Api(world.user(Role.COUNTY_ORG, world.county()));
    }

    @Test
    void offersTheNationalChecklistToEverybody() {
        county.get(PATH + "/1").statusCode(200).header("ETag", startsWith("\"0-")).body("sections", hasSize(7)).body(
                "sections.items.flatten().findAll { !it.veto }.size()", is(24)).body(
                        "sections.items.flatten().points.sum()", is(100)).body("state", is("PUBLISHED"));
        county.get(PATH + "?unit=" + world.branch(1)).statusCode(200).body("items.id", hasItem(1));
    }

    @Test
    void draftsRewritesAndPublishesOnce() {
        long id = draft(60, 30).statusCode(201).body("edition", is(1)).extract().jsonPath().getLong("id");
        county.post(PATH + "/" + id + "/publish", "\"0\"", "{}").statusCode(422).body("errors[0].pointer",
                is("/sections"));
        county.as().body(content(60, 40)).put(PATH + "/" + id).then().statusCode(428);
        county.put(PATH + "/" + id, "\"0\"", content(60, 40)).statusCode(200).header("ETag", "\"1\"").body(
                "sections[0].items.points", contains(60, 40));
        county.post(PATH + "/" + id + "/publish", "\"1\"", "{}").statusCode(200).body("state", is("PUBLISHED"));

        county.put(PATH + "/" + id, "\"2\"", content(50, 50)).statusCode(409).body("type",
                is("urn:zhengdun:problem:state-conflict"));
        county.post(PATH + "/" + id + "/publish", "\"2\"", "{}").statusCode(409);
        assertThatThrownBy(() -> execute("UPDATE checklist SET name = 'x' WHERE id = " + id)).hasMessageContaining(
                "immutable");
        assertThatThrownBy(() -> execute("DELETE FROM checklist_item WHERE checklist_id = " + id)).hasMessageContaining(
                "immutable");
        assertThatThrownBy(
                () -> execute("UPDATE checklist_item SET points = 1 WHERE checklist_id = " + id)).hasMessageContaining(
                        "immutable");
    }

    @Test
    void draftsOneNextEditionOfTheSameFamily() {
        long id = draft(60, 40).extract().jsonPath().getLong("id");
        county.as().body("{}").post(PATH + "/" + id + "/versions").then().statusCode(409);
        String family = county.post(PATH + "/" + id + "/publish", "\"0\"", "{}").extract().jsonPath().getString(
                "family");

        county.as().body("{}").post(PATH + "/" + id + "/versions").then().statusCode(201).body("edition",
                is(2)).body("family", is(family)).body("state", is("DRAFT")).body("sections[0].items", hasSize(2));
        county.as().body("{}").post(PATH + "/" + id + "/versions").then().statusCode(409).body("type",
                is("urn:zhengdun:problem:already-exists"));
    }

    @Test
    void refusesUnitsOutOfScopeAndHidesDraftsFromOthers() {
        World elsewhere = World.create(jdbi);
        long id = draft(60, 40).extract().jsonPath().getLong("id");
        Api stranger = new Api(elsewhere.user(Role.COUNTY_ORG, elsewhere.county()));
        Api township = new Api(world.user(Role.TOWNSHIP, world.township()));

        county.as().body(request(elsewhere.county(), 60, 40)).post(PATH).then().statusCode(422).body(
                "errors[0].pointer", is("/unitId"));
        stranger.get(PATH + "/" + id).statusCode(404);
        stranger.get(PATH + "?unit=" + world.county()).statusCode(404);
        township.get(PATH + "/" + id).statusCode(404);
        township.get(PATH + "?unit=" + world.township()).body("items.id", not(hasItem((int) id)));
        county.post(PATH + "/" + id + "/publish", "\"0\"", "{}").statusCode(200);
        township.get(PATH + "/" + id).statusCode(200);
        stranger.get(PATH + "/" + id).statusCode(404);
        county.put(PATH + "/1", "\"0\"", content(60, 40)).statusCode(403);
    }

    @Test
    void pagesByCursor() {
        draft(60, 40);
        draft(60, 40);
        String next = county.get(PATH + "?limit=1&unit=" + world.county()).statusCode(200).body("items",
                hasSize(1)).extract().jsonPath().getString("next");
        county.get(PATH + "?limit=1&unit=" + world.county() + "&cursor=" + next).statusCode(200).body("items",
                hasSize(1));
        county.get(PATH).statusCode(400);
    }

    private ValidatableResponse draft(int first, int second) {
        return county.as().body(request(world.county(), first, second)).post(PATH).then();
    }

    private static String request(int unit, int first, int second) {
        return "{\"unitId\":" + unit + "," + content(first, second).substring(1);
    }

    private static String content(int first, int second) {
        return """
                {"name":"县验收标准","sections":[{"title":"班子","items":[
                {"code":"A1","standard":"配齐","points":%d,"veto":false,"evidenceNeeded":true,"notApplicableAllowed":false},
                {"code":"A2","standard":"团结","points":%d,"veto":false,"evidenceNeeded":false,"notApplicableAllowed":true}]}]}""".formatted(
                first, second);
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
