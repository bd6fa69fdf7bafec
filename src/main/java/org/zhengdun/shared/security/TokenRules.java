package org.zhengdun.shared.security;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/** Refuses tokens that the OIDC extension would accept: issued in the future. Their time is the machine's, like expiry. */
@Singleton
@Unremovable
class TokenRules implements Validator {

    private static final long SKEW_SECONDS = 60;

    @Override
    public @Nullable String validate(JwtContext context) throws MalformedClaimException {
        NumericDate issued = context.getJwtClaims().getIssuedAt();
        NumericDate limit = NumericDate.now();
        limit.addSeconds(SKEW_SECONDS);
        return issued == null || issued.isAfter(limit) ? "not issued yet" : null;
    }
}
