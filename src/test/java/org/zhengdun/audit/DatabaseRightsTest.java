package org.zhengdun.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.support.TestStack;

/** What the database account of the service can do, and what it cannot. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class DatabaseRightsTest {

    private static final String APPEND_ONLY = """
            SELECT DISTINCT c.relname FROM pg_class c
            JOIN pg_trigger t ON t.tgrelid = c.oid JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE p.proname = 'refuse_change' AND t.tgattr::text = '' AND t.tgtype & 24 = 24""";

    @Inject
    Jdbi jdbi;
    @Inject
    @Readiness
    DatabaseRights rights;
    @Inject
    AuditConfig config;

    private List<String> names(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry",
            "UPDATE audit_seal SET hash = hash", "DELETE FROM audit_seal", "UPDATE audit_leaf SET leaf = leaf",
            "DELETE FROM audit_leaf", "DELETE FROM audit_chain", "DELETE FROM audit_erasure",
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL", "DROP TRIGGER audit_entry_append_only ON audit_entry",
            "DROP TABLE audit_leaf", "SET session_replication_role = replica", "SET ROLE postgres",
            "DELETE FROM flyway_schema_history", "CREATE TABLE mine (id integer)",
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"})
    void itCannotRewriteTheTrail(String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement))).hasMessageMatching(
                "(?s).*(permission denied|must be owner).*");
    }

    @Test
    void itOwnsNothing() {
        assertThat(names("SELECT relname FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')"
                + " AND relnamespace = 'public'::regnamespace")).isEmpty();
        assertThat(names("SELECT proname FROM pg_proc WHERE pg_has_role(current_user, proowner, 'MEMBER')"
                + " AND pronamespace = 'public'::regnamespace")).isEmpty();
    }

    @Test
    void itCanOnlyAddToWhateverIsAppendOnly() {
        List<String> tables = names(APPEND_ONLY);
        assertThat(tables).contains("case_event", "deadline_change", "rung", "rectification_case_history",
                "audit_seal").hasSizeGreaterThan(15);
        assertThat(names(APPEND_ONLY + " AND (has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')"
                + " OR NOT has_table_privilege(c.oid, 'INSERT'))")).isEmpty();
    }

    @Test
    void aChainOnlyGrows() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
            handle.execute("INSERT INTO audit_chain VALUES (1, 1, sha256('x'), now(), now()) ON CONFLICT DO NOTHING");
            handle.execute("UPDATE audit_chain SET number = number - 1 WHERE chain = 1");
        })).hasMessageContaining("grows by one");
    }

    @Test
    void theServiceIsReadyWithItAndNotWithTheOwner() {
        assertThat(rights.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        HealthCheckResponse owner = new DatabaseRights(TestStack.superuser(), config).call();
        assertThat(owner.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(owner.getData().orElseThrow().toString()).contains("docs/deployment.md");
    }
}
