package org.zhengdun.access;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may give the first grants of an installation. */
@ConfigMapping(prefix = "zhengdun.bootstrap")
interface BootstrapConfig {

    /** Subject that becomes system administrator of the whole tree when there is none; nobody when not set. */
    Optional<String> subject();

    /** Issuer of that subject; the identity provider of the service when not set. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<String> issuer();
}
