package org.zhengdun.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The real Keycloak with the shipped realm and two clients for tests: one for the whole test run. */
record KeycloakServer(URI base, String adminPassword, Path log) {

    static final String REALM = "zhengdun";
    static final Path SHIPPED_REALM = Path.of("helm/zhengdun/files/zhengdun-realm.json");
    static final String ADMIN = "bootstrap";
    static final String PASSWORD_CLIENT = "test-password";
    static final String FOREIGN_CLIENT = "test-foreign";
    static final String FOREIGN_SECRET = "foreign-secret";

    private static final String ADDRESS = "zhengdun.test.keycloak";
    private static final String ADMIN_PASSWORD = ADDRESS + ".password";
    private static final String LOG = ADDRESS + ".log";

    /** The server of this test run, started for whoever asks first. */
    static KeycloakServer shared() throws IOException, InterruptedException {
        // Kept in system properties, because Quarkus loads this class anew for each application that it starts.
        @Nullable
        String address = System.getProperty(ADDRESS);
        return address == null
                ? start()
                : new KeycloakServer(URI.create(address), System.getProperty(ADMIN_PASSWORD),
                        Path.of(System.getProperty(LOG)));
    }

    private static KeycloakServer start() throws IOException, InterruptedException {
        KeycloakServer started = KeycloakProcess.start();
        started.admin().createPasswordGrantClient(PASSWORD_CLIENT);
        started.admin().createForeignMachineClient(FOREIGN_CLIENT, FOREIGN_SECRET);
        System.setProperty(ADMIN_PASSWORD, started.adminPassword);
        System.setProperty(LOG, started.log.toString());
        System.setProperty(ADDRESS, started.base.toString());
        return started;
    }

    /** The issuer of the realm, as in the {@code iss} claim and in {@code quarkus.oidc.auth-server-url}. */
    URI issuer() {
        return base.resolve("/realms/" + REALM);
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(base, REALM, ADMIN, adminPassword);
    }

    KeycloakTokens tokens() {
        return new KeycloakTokens(issuer());
    }

    KeycloakRequests requests() {
        return new KeycloakRequests(base, log);
    }
}
