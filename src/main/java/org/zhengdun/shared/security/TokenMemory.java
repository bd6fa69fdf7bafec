package org.zhengdun.shared.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Identities of tokens verified a few seconds ago, by a digest of the header that brought them. */
@Singleton
class TokenMemory {

    static final Duration LIFE = Duration.ofSeconds(5);
    private static final long BOUND = 20_000;

    /** An identity and the second its token ends. */
    private record Verified(SecurityIdentity identity, long expiresAt) {}

    private final Cache<String, Verified> verified = Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(
            BOUND).build();

    /** The identity of a header seen before whose token has not ended. */
    Optional<SecurityIdentity> find(String header, Instant now) {
        return Optional.ofNullable(verified.getIfPresent(digest(header))).filter(
                known -> known.expiresAt() > now.getEpochSecond()).map(Verified::identity);
    }

    void keep(String header, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            verified.put(digest(header), new Verified(withoutRequest(identity), token.getExpirationTime()));
        }
    }

    /** The identity without the request that brought it, which must not outlive its answer. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder().setPrincipal(
                identity.getPrincipal()).addRoles(identity.getRoles()).addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                copy.addAttribute(name, value);
            }
        });
        return copy.build();
    }

    private static String digest(String header) {
        return HexFormat.of().formatHex(Digests.sha256(header));
    }
}
