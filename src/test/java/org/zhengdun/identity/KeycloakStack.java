package org.zhengdun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;
import org.zhengdun.local.LocalDatabase;

/** An empty PostgreSQL and the real Keycloak, in which one user is to become the first system administrator. */
public final class KeycloakStack implements QuarkusTestResourceLifecycleManager {

    static final String SYSADMIN = "first.sysadmin";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    private @Nullable LocalDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            KeycloakServer keycloak = KeycloakServer.shared();
            String subject = keycloak.admin().createUser(SYSADMIN, PASSWORD, "sysadmin");
            LocalDatabase started = LocalDatabase.start(null);
            database = started;
            return Map.of("quarkus.datasource.jdbc.url", started.jdbcUrl(), "quarkus.datasource.username",
                    LocalDatabase.SERVICE, "quarkus.datasource.password", LocalDatabase.SERVICE,
                    "zhengdun.db.owner.username", LocalDatabase.OWNER, "zhengdun.db.owner.password",
                    LocalDatabase.OWNER, "quarkus.oidc.auth-server-url",
                    keycloak.issuer().toString(), "zhengdun.bootstrap.subject", subject);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
