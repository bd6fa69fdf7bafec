package org.zhengdun.shared.security;

import java.util.Optional;
import java.util.Set;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/**
 * Spares a token that was verified a few seconds ago, because a signature costs more than most reads (ADR 16). Only the
 * token is remembered, never what it is good for: grants are read from the database by every request.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism oidc;
    private final TokenMemory memory;
    private final Days days;

    VerifiedTokens(OidcAuthenticationMechanism oidc, TokenMemory memory, Days days) {
        this.oidc = oidc;
        this.memory = memory;
        this.days = days;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        @Nullable
        String header = context.request().getHeader("Authorization");
        if (header == null) {
            return oidc.authenticate(context, providers);
        }
        Optional<SecurityIdentity> known = memory.find(header, days.now());
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : oidc.authenticate(context, providers).onItem().ifNotNull().invoke(
                        identity -> memory.keep(header, identity));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }
}
