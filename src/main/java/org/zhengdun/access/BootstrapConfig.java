package org.zhengdun.access;

import java.util.Optional;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Who may give the first grants of an installation. Read from the configuration by name instead of a mapping interface, which
 * the framework would load in the JVM of the build (ADR 7).
 */
@Singleton
class BootstrapConfig {

    private final Config config;

    BootstrapConfig(Config config) {
        this.config = config;
    }

    /** {@code zhengdun.bootstrap.subject}: becomes system administrator of the whole tree when there is none. */
    Optional<String> subject() {
        return config.getOptionalValue("zhengdun.bootstrap.subject", String.class);
    }

    /** {@code zhengdun.bootstrap.issuer}: issuer of that subject, the identity provider of the service when not set. */
    Optional<String> issuer() {
        return config.getOptionalValue("zhengdun.bootstrap.issuer", String.class).or(
                () -> config.getOptionalValue("quarkus.oidc.auth-server-url", String.class));
    }
}
