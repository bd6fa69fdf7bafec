package org.zhengdun.support;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
        return Map.of("quarkus.datasource.jdbc.url", database.jdbcUrl(), "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres", "quarkus.oidc.auth-server-url", identity.issuer());
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
