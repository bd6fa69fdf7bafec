package org.zhengdun.shared.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final TokenMemory memory = new TokenMemory();

    @Test
    void remembersTheIdentityOfTheSameHeader() {
        memory.keep("Bearer a", identity(NOW.plusSeconds(60)));
        assertThat(memory.find("Bearer a", NOW)).hasValueSatisfying(
                found -> assertThat(found.getRoles()).containsExactly("township"));
        assertThat(memory.find("Bearer b", NOW)).isEmpty();
    }

    @Test
    void forgetsATokenThatHasEnded() {
        memory.keep("Bearer a", identity(NOW.plusSeconds(1)));
        assertThat(memory.find("Bearer a", NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void remembersNoIdentityWithoutAToken() {
        memory.keep("Bearer a", QuarkusSecurityIdentity.builder().setPrincipal(() -> "somebody").build());
        assertThat(memory.find("Bearer a", NOW)).isEmpty();
    }

    private static QuarkusSecurityIdentity identity(Instant expiresAt) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new Token(expiresAt)).addRole("township").build();
    }

    private record Token(Instant expiresAt) implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("exp");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) Objects.requireNonNull(Map.of("exp", expiresAt.getEpochSecond()).get(name));
        }
    }
}
