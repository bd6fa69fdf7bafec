package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;

/** Drawn spot checks wait for who may start them, and are never seen below. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SpotCheckTaskTest {

    @Inject
    Jdbi jdbi;

    private SpotCheckWorld checks;

    @BeforeEach
    void transformCases() {
        checks = new SpotCheckWorld(jdbi, 4);
    }

    private static List<Map<String, Object>> waiting(Api caller) {
        return caller.get("/api/v1/me/tasks?limit=200").statusCode(200).extract().jsonPath().getList(
                "items.findAll { it.kind == 'START_SPOT_CHECK' }");
    }

    private Api province() {
        return new Api(checks.world.user(Role.PROVINCE_ORG, checks.world.province()));
    }

    @Test
    void eachDrawnCaseWaitsForTheCityAndTheProvinceUntilItsCheckIsStarted() {
        assertThat(waiting(checks.city)).isEmpty();
        String path = checks.drawn(2);
        SampleCase first = checks.firstDrawn(path);
        assertThat(waiting(checks.city)).hasSize(2).isEqualTo(waiting(province())).anySatisfy(
                task -> assertThat(task).containsEntry("href", first.path("spot-checks")).containsEntry("subjectId",
                        Integer.valueOf(path.substring(path.lastIndexOf('/') + 1))).doesNotContainKey("dueOn"));
        String check = first.path("checks/" + checks.start(checks.city, path, first,
                "inspector-" + first.caseId()).statusCode(201).extract().jsonPath().getLong("id"));
        assertThat(waiting(checks.city)).hasSize(1);
        checks.city.post(check + "/cancel", first.etag(), "{\"reason\": \"组长调离\"}").statusCode(200);
        assertThat(waiting(checks.city)).hasSize(2);
        first.put("RECTIFYING");
        assertThat(waiting(checks.city)).hasSize(1);
    }

    @Test
    void aCaseThatCannotBeExaminedWaitsForNobodyAndItsSubstituteDoes() {
        String path = checks.drawn(1);
        String before = String.valueOf(waiting(checks.city).getFirst().get("href"));
        checks.replace(path, checks.list(path + "/items").getLong("items[0].id"),
                "{\"reason\": \"支部已撤并\"}").statusCode(200);
        assertThat(waiting(checks.city)).hasSize(1).noneSatisfy(
                task -> assertThat(task).containsEntry("href", before));
    }

    @Test
    void nobodyBelowAndNoOtherCitySeesThem() {
        checks.drawn(2);
        for (Role role : List.of(Role.BRANCH, Role.TOWNSHIP, Role.COUNTY_ORG)) {
            assertThat(waiting(new Api(checks.world.user(role, switch (role) {
                case BRANCH -> checks.world.branch(1);
                case TOWNSHIP -> checks.world.township();
                default -> checks.world.county();
            })))).isEmpty();
        }
        assertThat(waiting(new SpotCheckWorld(jdbi, 2).city)).isEmpty();
    }

    @Test
    void whatTheProvinceDrewIsNoTaskOfTheCity() {
        String path = checks.drawn(2);
        long sample = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        TestStack.superuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute(
                    "UPDATE spot_sample s SET unit_id = u.id, ancestors = u.ancestors FROM org_unit u WHERE u.id = ? AND s.id = ?",
                    checks.world.province(), sample);
        });
        assertThat(waiting(checks.city)).isEmpty();
        assertThat(waiting(province())).hasSize(2);
    }
}
