package org.zhengdun.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.TestStack;

/** Personal texts can go from the trail, by two people, and the chain stays whole. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class ErasureApiTest {

    private static final String REQUEST = "{\"fields\": [\"ACTOR\", \"AFTER\"], \"reason\": \"误录个人信息\"}";
    private static final String APPROVAL = "{\"decision\": \"APPROVE\", \"reason\": \"属实\"}";

    @Inject
    Jdbi jdbi;
    @Inject
    SealTrail sealing;

    private Trail trail;
    private Api auditor;
    private Api province;
    private long row;

    @BeforeEach
    void sealARow() {
        trail = new Trail(jdbi, sealing);
        auditor = new Api(trail.auditor.token());
        province = new Api(trail.world.user(Role.PROVINCE_ORG, trail.world.province()));
        row = trail.seal(2).getFirst();
    }

    private String erasures() {
        return "/api/v1/audit/" + row + "/erasures";
    }

    private long request() {
        return auditor.as().body(REQUEST).post(erasures()).then().statusCode(201).body("state",
                equalTo("PENDING")).extract().jsonPath().getLong("id");
    }

    private String stored() {
        return TestStack.superuser().withHandle(handle -> handle.createQuery("""
                SELECT concat(e.actor, '|', e.reason, '|', e.client_address, '|', e.before, '|', e.after)
                FROM audit_entry e WHERE id = :id""").bind("id", row).mapTo(String.class).one());
    }

    @Test
    void twoPeopleEraseATextAndTheChainHolds() {
        String before = stored();
        assertThat(before).contains("年度整顿", trail.clerk.subject());
        long erasure = request();
        assertThat(stored()).isEqualTo(before);
        province.post(erasures() + "/" + erasure + "/decision", "\"0\"", APPROVAL).statusCode(201).body("state",
                equalTo("APPROVED")).header("ETag", "\"1\"");
        assertThat(stored()).startsWith("*|").endsWith("||").doesNotContain("年度整顿", trail.clerk.subject());
        JsonPath answer = trail.verify();
        assertThat(answer.getBoolean("intact")).isTrue();
        assertThat(answer.getInt("erased")).isEqualTo(1);
        assertThat(trail.script()).startsWith("0 INTACT").contains("1 with erased texts");
        sealing.seal();
        assertThat(trail.verify().getBoolean("intact")).isTrue();
        assertThat(trail.script()).startsWith("0 INTACT").contains("1 with erased texts");
        auditor.get("/api/v1/audit?entity=audit&entityId=" + row).body("items.action",
                equalTo(List.of("audit.erasure.approve", "audit.erasure.request")));
    }

    @Test
    void nobodyDecidesOnHisOwnRequest() {
        long erasure = request();
        jdbi.useHandle(handle -> handle.execute("UPDATE access_grant SET revoked_at = now() WHERE account_id = ?",
                trail.auditor.accountId()));
        trail.world.grant(trail.auditor.accountId(), Role.PROVINCE_ORG, trail.world.province());
        Api transferred = new Api(TestStack.identity().accessToken(trail.auditor.subject(),
                Set.of("province_org")));
        transferred.post(erasures() + "/" + erasure + "/decision", "\"0\"", APPROVAL).statusCode(403).body("rule",
                equalTo("requester-is-not-approver"));
        assertThat(stored()).contains("年度整顿");
    }

    @Test
    void aDecisionIsMadeOnce() {
        long erasure = request();
        auditor.as().body(REQUEST).post(erasures()).then().statusCode(409);
        province.as().body(APPROVAL).post(erasures() + "/" + erasure + "/decision").then().statusCode(428);
        province.post(erasures() + "/" + erasure + "/decision", "\"0\"",
                "{\"decision\": \"REFUSE\", \"reason\": \"不属实\"}").statusCode(201).body("state", equalTo("REFUSED"));
        province.post(erasures() + "/" + erasure + "/decision", "\"1\"", APPROVAL).statusCode(409);
        province.post(erasures() + "/" + erasure + "/decision", "\"0\"", APPROVAL).statusCode(412);
        assertThat(stored()).contains("年度整顿");
        province.get("/api/v1/audit/erasures").body("items.size()", equalTo(1)).body("items[0].state",
                equalTo("REFUSED"));
    }

    @Test
    void neitherUnsealedRowsNorTheActItselfAreErased() {
        row = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO audit_entry (at, actor, unit_id, ancestors, action, entity, entity_id, trace_id)
                SELECT now(), 'x', id, ancestors, 'test', 'round', '1', 'none' FROM org_unit WHERE id = :unit
                RETURNING id""").bind("unit", trail.world.county()).mapTo(Long.class).one());
        auditor.as().body(REQUEST).post(erasures()).then().statusCode(409);
        sealing.seal();
        request();
        sealing.seal();
        row = trail.ids("true").getLast();
        auditor.as().body(REQUEST).post(erasures()).then().statusCode(409);
    }

    @Test
    void refusesWhatIsNoTextOfARow() {
        auditor.as().body("{\"fields\": [\"AT\"], \"reason\": \"x\"}").post(erasures()).then().statusCode(422);
        auditor.as().body("{\"fields\": [], \"reason\": \"x\"}").post(erasures()).then().statusCode(422);
    }

    @Test
    void theAccountOfTheServiceErasesNothingByItself() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                "UPDATE audit_entry SET after = NULL WHERE id = ?", row))).hasMessageContaining("permission denied");
        jdbi.useHandle(handle -> handle.createQuery("SELECT erase_audit_texts(:row)").bind("row", row).mapTo(
                String.class).findOne());
        assertThat(stored()).contains("年度整顿");
    }
}
