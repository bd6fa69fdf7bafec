package org.zhengdun.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhengdun.support.TestStack;

/** How many rows a second are sealed, verified and exported; only run on demand with {@code -Dzhengdun.nation=true}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@EnabledIfSystemProperty(named = "zhengdun.nation", matches = "true")
@SuppressWarnings("NullAway.Init")
class SealThroughputIT {

    private static final Logger LOG = Logger.getLogger(SealThroughputIT.class);
    private static final int ROWS = 100_000;

    @Inject
    Jdbi jdbi;
    @Inject
    SealTrail sealing;

    @Test
    void sealsVerifiesAndExportsAProvince() {
        Trail trail = new Trail(jdbi, sealing);
        trail.seal(1);
        write(trail, "before one seal");
        Instant start = Instant.now();
        int sealed = sealing.seal();
        tell("sealed", sealed, start);
        assertThat(sealed).isGreaterThanOrEqualTo(ROWS);
        start = Instant.now();
        int from = 1;
        while (from > 0) {
            JsonPath part = trail.auditor().queryParam("fromSeal", from).get("/api/v1/audit/verify").jsonPath();
            assertThat(part.getBoolean("intact")).isTrue();
            from = part.get("next") == null ? 0 : part.getInt("next");
        }
        tell("verified", sealed, start);
        start = Instant.now();
        byte[] export = trail.export().asByteArray();
        tell("exported", sealed, start);
        start = Instant.now();
        assertThat(Trail.script(export)).startsWith("0 INTACT");
        tell("verified by the script", sealed, start);
        write(trail, "after it");
    }

    private void write(Trail trail, String when) {
        Instant start = Instant.now();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id,
                                         reason, trace_id, client_address, before, after)
                SELECT now(), ?, '县委组织部', 'COUNTY_ORG', u.id, u.ancestors, 'bench.write', 'bench', n::text,
                       '经县委常委会研究确定', md5(n::text), '10.0.0.1',
                       '{"state": "UNDER_REVIEW", "version": 3, "number": "2026-0001"}',
                       '{"state": "CONFIRMED", "version": 4, "number": "2026-0001", "documentNumber": "县组发〔2026〕1号"}'
                FROM org_unit u, generate_series(1, ?) n WHERE u.id = ?""", trail.clerk.accountId(), ROWS,
                trail.world.county()));
        tell("inserted " + when, ROWS, start);
    }

    private static void tell(String what, int rows, Instant start) {
        Duration taken = Duration.between(start, Instant.now());
        LOG.infof("%d rows %s in %d ms: %d rows/s", rows, what, taken.toMillis(),
                1000L * rows / Math.max(1, taken.toMillis()));
    }
}
