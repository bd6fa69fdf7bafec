package org.zhengdun.shared.security;

import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses tokens that the OIDC extension would accept: issued in the future, never expiring, for nobody, or not marked as
 * access tokens. The time is the machine's, as for the expiry.
 */
@Singleton
@Unremovable
class TokenRules implements Validator {

    private static final long SKEW_SECONDS = 60;
    private static final String ACCESS_TOKEN = "at+jwt";
    private static final Set<String> HEADER_TYPES = Set.of("jwt", ACCESS_TOKEN, "application/at+jwt");

    @Override
    public @Nullable String validate(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank()) {
            return "no subject";
        }
        if (claims.getExpirationTime() == null || isInTheFuture(claims.getIssuedAt())) {
            return "its time is not limited or has not begun";
        }
        return isAccessToken(context, claims) ? null : "not an access token";
    }

    private static boolean isInTheFuture(@Nullable NumericDate issued) {
        NumericDate limit = NumericDate.now();
        limit.addSeconds(SKEW_SECONDS);
        return issued == null || issued.isAfter(limit);
    }

    /** Marked by the claim {@code typ} (Keycloak) or by the header (RFC 9068); an unmarked token may be an ID token. */
    private static boolean isAccessToken(JwtContext context, JwtClaims claims) throws MalformedClaimException {
        String header = context.getJoseObjects().getFirst().getHeader("typ");
        String type = header == null ? "jwt" : header.toLowerCase(Locale.ROOT);
        if (!HEADER_TYPES.contains(type)) {
            return false;
        }
        return "Bearer".equals(claims.getStringClaimValue("typ"))
                || !claims.hasClaim("typ") && type.endsWith(ACCESS_TOKEN);
    }
}
