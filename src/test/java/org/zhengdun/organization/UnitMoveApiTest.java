package org.zhengdun.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class UnitMoveApiTest {

    private static final String UNITS = "/api/v1/org-units/";
    private static final String LIST = "/api/v1/org-units";

    @Inject
    Jdbi jdbi;

    private World world;
    private Api province;
    private int otherCounty;

    @BeforeEach
    void createWorld() {
        world = World.create(jdbi);
        province = new Api(world.user(Role.PROVINCE_ORG, world.province()));
        otherCounty = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
    }

    @Test
    void aTownshipMovesWithEverythingBelowIt() {
        move(province, world.township(), otherCounty).statusCode(201).header("ETag", "\"1\"").body("units",
                equalTo(4)).body("path",
                        contains(1, world.province(), world.city(), otherCounty, world.township())).body("fromParentId",
                                equalTo(world.county())).body("toParentId", equalTo(otherCounty));
        province.get(UNITS + world.branch(2)).header("ETag", startsWith("\"1-")).body("path",
                contains(1, world.province(),
                        world.city(), otherCounty, world.township(), world.branch(2))).body("ancestors[3].name",
                                equalTo("邻县县委"));
        new Api(world.user(Role.COUNTY_ORG, otherCounty)).get(LIST).body("items", hasSize(5));
        new Api(world.user(Role.COUNTY_ORG, world.county())).get(LIST).body("items.id", contains(world.county()));
        assertThat(audits(world.township())).containsExactly("org.move-away", "org.move");
    }

    @Test
    void aRepeatedMoveIsMadeOnce() {
        String first = keyed("k").statusCode(201).extract().asString();
        assertThat(keyed("k").statusCode(201).header("Idempotency-Replayed", "true").extract().asString()).isEqualTo(
                first);
        assertThat(audits(world.township())).hasSize(2);
    }

    private ValidatableResponse keyed(String key) {
        return province.as().header("If-Match", "\"0\"").header("Idempotency-Key", key).body(body(otherCounty)).post(
                UNITS + world.township() + "/moves").then();
    }

    @Test
    void aUnitBeyondTheIndexedLevelsMovesAndComesBack() {
        int outer = world.unit(world.township(), UnitKind.COMMITTEE, "总支甲");
        int middle = world.unit(outer, UnitKind.COMMITTEE, "总支乙");
        int inner = world.unit(middle, UnitKind.COMMITTEE, "总支丙");
        int leaf = world.unit(inner, UnitKind.BRANCH, "支部");
        move(province, inner, otherCounty).statusCode(201).body("units", equalTo(2));
        province.get(UNITS + leaf).body("level", equalTo(5));
        province.get(LIST + "?under=" + otherCounty).body("items.id", contains(otherCounty, inner, leaf));
        move(province, inner, middle, "\"1\"").statusCode(201);
        province.get(UNITS + leaf).body("path", contains(1, world.province(), world.city(), world.county(),
                world.township(), outer, middle, inner, leaf));
        assertThat(stale()).isEmpty();
    }

    @Test
    void aUnitGoesNeitherBelowItselfNorBelowALowerLevelNorBelowAClosedUnit() {
        refused(world.county(), world.township(), "org.move-below-itself");
        refused(world.county(), world.county(), "org.move-below-itself");
        refused(otherCounty, world.township(), "org.kind-below-parent");
        refused(world.branch(1), world.branch(2), "org.kind-below-parent");
        refused(world.township(), world.county(), "org.move-nowhere");
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET closed_on = '2026-01-01' WHERE id = ?",
                otherCounty));
        refused(world.township(), otherCounty, "org.parent-closed");
        move(province, otherCounty, world.province()).statusCode(409).body("detail", equalTo("该组织已撤销"));
        assertThat(stale()).isEmpty();
    }

    private void refused(int unit, int target, String code) {
        List<String> codes = move(province, unit, target).statusCode(422).body("errors[0].pointer",
                equalTo("/parentId")).extract().path("errors.code");
        assertThat(codes).contains(code);
    }

    @Test
    void aMoveNeedsTheRightOnBothEnds() {
        World foreign = World.create(jdbi);
        move(province, world.township(), foreign.county()).statusCode(422).body("errors.code",
                contains("reference.unknown"));
        move(province, world.township(), 2_147_483_646).statusCode(422).body("errors.code",
                contains("reference.unknown"));
        move(province, foreign.township(), otherCounty).statusCode(404);
        Api oneCounty = new Api(world.user(Role.SYSADMIN, world.county()));
        move(oneCounty, world.township(), otherCounty).statusCode(422);
        move(oneCounty, otherCounty, world.county()).statusCode(404);
        move(new Api(world.user(Role.COUNTY_ORG, world.county())), world.township(), otherCounty).statusCode(403);
        World.Person both = world.person(Role.SYSADMIN, world.county());
        world.grant(both.accountId(), Role.SYSADMIN, otherCounty);
        move(new Api(both.token()), world.township(), otherCounty).statusCode(201);
    }

    @Test
    void aMoveNeedsTheVersionAReasonAndNothingElse() {
        String path = UNITS + world.township() + "/moves";
        province.as().body(body(otherCounty)).post(path).then().statusCode(428);
        province.post(path, "\"7\"", body(otherCounty)).statusCode(412);
        province.post(path, "\"0\"", "{\"parentId\": %d, \"reason\": \" \"}".formatted(otherCounty)).statusCode(
                422).body("errors.pointer", contains("/reason"));
        province.post(path, "\"0\"", "{\"reason\": \"无\"}").statusCode(422).body("errors.pointer",
                contains("/parentId"));
        province.post(path, "\"0\"", "{\"parentId\": 1.5, \"reason\": \"无\"}").statusCode(400);
        province.post(path, "\"0\"", "{\"parentId\": 1, \"reason\": \"无\", \"version\": 1}").statusCode(400);
        province.post(UNITS + "x/moves", "\"0\"", body(otherCounty)).statusCode(404);
        assertThat(audits(world.township())).isEmpty();
    }

    @Test
    void twoMovesIntoEachOtherLeaveATree() throws InterruptedException, ExecutionException {
        int first = world.unit(world.township(), UnitKind.COMMITTEE, "甲");
        int second = world.unit(world.township(), UnitKind.COMMITTEE, "乙");
        List<Callable<Response>> moves = List.of(() -> sent(first, second), () -> sent(second, first));
        List<Integer> statuses = AtOnce.all(moves).stream().map(Response::statusCode).sorted().toList();
        assertThat(statuses).containsExactly(201, 422);
        assertThat(stale()).isEmpty();
    }

    private Response sent(int unit, int target) {
        return province.as().header("If-Match", "\"0\"").body(body(target)).post(UNITS + unit + "/moves");
    }

    @Test
    void aChildWithThePathOfBeforeAMoveIsToldToTryAgain() {
        try (Handle late = jdbi.open()) {
            late.begin();
            int[] path = late.createQuery("SELECT ancestors FROM org_unit WHERE id = ?").bind(0,
                    world.township()).mapTo(int[].class).one();
            move(province, world.township(), otherCounty).statusCode(201);
            assertThatThrownBy(() -> late.createUpdate("""
                    INSERT INTO org_unit (id, parent_id, code, name, kind, ancestors)
                    SELECT n, :parent, :code, '迟到', 'COMMITTEE', :path || n
                    FROM CAST(nextval(pg_get_serial_sequence('org_unit', 'id')) AS integer) n""").bind("parent",
                    world.township()).bind("code", world.newCode()).bind("path",
                            path).execute()).cause().hasFieldOrPropertyWithValue("SQLState", "40001");
            late.rollback();
        }
    }

    @Test
    void aMoveWaitsForAChildThatIsBeingCreatedAndTakesItAlong() throws InterruptedException, ExecutionException {
        try (Handle early = jdbi.open(); ExecutorService threads = Executors.newSingleThreadExecutor()) {
            early.begin();
            int child = early.createQuery("""
                    INSERT INTO org_unit (id, parent_id, code, name, kind, ancestors)
                    SELECT n, p.id, :code, '早到', 'COMMITTEE', p.ancestors || n
                    FROM CAST(nextval(pg_get_serial_sequence('org_unit', 'id')) AS integer) n, org_unit p
                    WHERE p.id = :parent RETURNING id""").bind("parent", world.township()).bind("code",
                    world.newCode()).mapTo(Integer.class).one();
            Future<Response> moving = threads.submit(() -> sent(world.township(), otherCounty));
            awaitBlocked();
            early.commit();
            assertThat(moving.get().statusCode()).isEqualTo(201);
            province.get(UNITS + child).body("path[3]", equalTo(otherCounty));
        }
        assertThat(stale()).isEmpty();
    }

    private void awaitBlocked() {
        while (jdbi.withHandle(handle -> handle.createQuery("""
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event_type = 'Lock' AND query LIKE '%move_unit%'""").mapTo(Integer.class).one()) == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void childrenCreatedDuringAMoveStandWhereItLeadTo() throws InterruptedException, ExecutionException {
        List<Callable<Response>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String code = world.newCode();
            requests.add(() -> province.as().body(
                    """
                            {"code": "%s", "name": "新支部", "parentId": %d, "kind": "BRANCH", "branchKind": "VILLAGE"}""".formatted(
                            code, world.township())).post(LIST));
        }
        requests.add(() -> sent(world.township(), otherCounty));
        assertThat(AtOnce.all(requests)).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(stale()).isEmpty();
        province.get(LIST + "?under=" + otherCounty + "&kind=BRANCH").body("items", hasSize(9));
    }

    private static String body(int target) {
        return "{\"parentId\": %d, \"reason\": \"区划调整\"}".formatted(target);
    }

    private static ValidatableResponse move(Api api, int unit, int target) {
        return move(api, unit, target, "\"0\"");
    }

    private static ValidatableResponse move(Api api, int unit, int target, String etag) {
        return api.post(UNITS + unit + "/moves", etag, body(target));
    }

    /** Units that do not stand right below their parent. */
    private List<Integer> stale() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT u.id FROM org_unit u JOIN org_unit p ON p.id = u.parent_id
                WHERE u.ancestors <> p.ancestors || u.id""").mapTo(Integer.class).list());
    }

    private List<String> audits(int unit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT action FROM audit_entry WHERE entity = 'org_unit' AND entity_id = :id ORDER BY id").bind("id",
                        Integer.toString(unit)).mapTo(String.class).list());
    }
}
