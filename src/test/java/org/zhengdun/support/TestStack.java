package org.zhengdun.support;

import java.util.Map;
import java.util.Objects;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.zhengdun.local.LocalDatabase;
import org.zhengdun.local.LocalIdentity;

/** Embedded PostgreSQL and the local identity provider, once per test run. */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

    private static @Nullable LocalDatabase database;
    private static @Nullable LocalIdentity identity;

    @Override
    public synchronized Map<String, String> start() {
        if (database == null || identity == null) {
            database = LocalDatabase.start(null);
            identity = LocalIdentity.start(0);
        }
        System.setProperty("zhengdun.test.issuer", identity.issuer());
        letTestsAnalyze();
        return Map.of("quarkus.datasource.jdbc.url", database.jdbcUrl(), "quarkus.datasource.username",
                LocalDatabase.SERVICE, "quarkus.datasource.password", LocalDatabase.SERVICE,
                "zhengdun.db.owner.username", LocalDatabase.OWNER, "zhengdun.db.owner.password", LocalDatabase.OWNER,
                "quarkus.oidc.auth-server-url", identity.issuer());
    }

    /** The database as its superuser, for what the account of the service must not do. */
    public static Jdbi superuser() {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return superuser(url);
    }

    private static Jdbi superuser(String url) {
        return Jdbi.create(url, LocalDatabase.OWNER, LocalDatabase.OWNER).installPlugin(
                new PostgresPlugin());
    }

    private static void letTestsAnalyze() {
        superuser(Objects.requireNonNull(database).jdbcUrl()).useHandle(
                handle -> handle.execute("GRANT pg_maintain TO " + LocalDatabase.SERVICE));
    }

    @Override
    public void stop() {}

    public static LocalIdentity identity() {
        if (identity == null) {
            throw new IllegalStateException("the test stack is not started");
        }
        return identity;
    }
}
