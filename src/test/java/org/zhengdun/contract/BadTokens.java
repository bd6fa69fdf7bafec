package org.zhengdun.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.zhengdun.local.LocalIdentity;

/** Values of the Authorization header that must never be accepted, by what is wrong with them. */
final class BadTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final LocalIdentity provider;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private BadTokens(LocalIdentity provider) {
        this.provider = provider;
    }

    static Map<String, String> of(LocalIdentity provider) throws JoseException {
        BadTokens tokens = new BadTokens(provider);
        tokens.addShapes();
        tokens.addClaims();
        tokens.addTimes();
        tokens.addKeys();
        tokens.addAlgorithms();
        tokens.addHeaderFields();
        return tokens.headers;
    }

    /** The claims of a good token, so that each bad one has exactly one fault. */
    static JwtClaimsBuilder good(LocalIdentity provider) {
        Instant now = Instant.now();
        return Jwt.claims().issuer(provider.issuer()).subject("mallory").audience(LocalIdentity.AUDIENCE).issuedAt(
                now).expiresAt(now.plusSeconds(600)).claim("typ", "Bearer").claim("realm_access",
                        Map.of("roles", List.of("county_org", "sysadmin")));
    }

    private void addShapes() {
        String good = signed(claims -> claims);
        String[] parts = good.split("\\.", -1);
        headers.put("garbage", "Bearer garbage");
        headers.put("opaque token", "Bearer 8e12f0f1-5a5c-4f9a-9d6c-b1c5f6a0e0aa");
        headers.put("empty token", "Bearer ");
        headers.put("no scheme", good);
        headers.put("basic scheme", "Basic bWFsbG9yeTptYWxsb3J5");
        headers.put("basic scheme with a good token", "Basic " + good);
        headers.put("two parts", "Bearer " + parts[0] + "." + parts[1]);
        headers.put("four parts", "Bearer " + good + "." + parts[2]);
        headers.put("not base64", "Bearer " + parts[0] + ".***." + parts[2]);
        headers.put("tampered header", "Bearer " + tampered(parts[0]) + "." + parts[1] + "." + parts[2]);
        headers.put("tampered payload", "Bearer " + parts[0] + "." + tampered(parts[1]) + "." + parts[2]);
        headers.put("tampered signature", "Bearer " + parts[0] + "." + parts[1] + "." + tampered(parts[2]));
        headers.put("no signature", "Bearer " + parts[0] + "." + parts[1] + ".");
        headers.put("huge token", "Bearer " + good + "A".repeat(8_000));
        headers.put("two tokens in one header", "Bearer " + good + ", Bearer " + good);
    }

    private void addClaims() {
        add("wrong issuer", claims -> claims.issuer("urn:somebody-else"));
        add("wrong audience", claims -> claims.audience("another-api"));
        add("several wrong audiences", claims -> claims.audience(Set.of("a", "b")));
        add("missing audience", claims -> claims.remove("aud"));
        add("missing issuer", claims -> claims.remove("iss"));
        add("missing subject", claims -> claims.remove("sub"));
        add("empty subject", claims -> claims.subject(""));
        add("id token", claims -> claims.claim("typ", "ID"));
        add("refresh token", claims -> claims.claim("typ", "Refresh"));
        add("logout token", claims -> claims.claim("typ", "Logout"));
        add("no token type", claims -> claims.remove("typ"));
    }

    private void addTimes() {
        Instant now = Instant.now();
        add("expired", claims -> claims.issuedAt(now.minusSeconds(900)).expiresAt(now.minusSeconds(300)));
        add("missing expiry", claims -> claims.remove("exp"));
        add("not yet valid", claims -> claims.claim("nbf", now.plusSeconds(300).getEpochSecond()));
        add("issued in the future", claims -> claims.issuedAt(now.plusSeconds(300)));
        add("missing time of issue", claims -> claims.remove("iat"));
        add("too old", claims -> claims.issuedAt(now.minus(Duration.ofHours(25))));
    }

    private void addKeys() throws JoseException {
        RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
        String known = provider.key().getKeyId();
        headers.put("another key under the known id",
                "Bearer " + good(provider).jws().keyId(known).sign(other.getPrivateKey()));
        headers.put("unknown key id",
                "Bearer " + good(provider).jws().keyId("unknown").sign(other.getPrivateKey()));
        headers.put("another key without id", "Bearer " + good(provider).jws().sign(other.getPrivateKey()));
        headers.put("embedded key", "Bearer " + jose(jws -> {
            jws.setKey(other.getPrivateKey());
            jws.getHeaders().setJwkHeaderValue("jwk", other);
        }));
        headers.put("key by address", "Bearer " + jose(jws -> {
            jws.setKey(other.getPrivateKey());
            jws.setHeader("jku", provider.issuer() + "/keys");
        }));
    }

    private void addAlgorithms() throws JoseException {
        headers.put("algorithm none", "Bearer " + unsigned("none"));
        headers.put("algorithm NoNe", "Bearer " + unsigned("NoNe"));
        headers.put("HS256 with the public key", "Bearer " + jose(jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(provider.key().getPublicKey().getEncoded()));
        }));
        headers.put("RS512", "Bearer " + jose(jws -> jws.setAlgorithmHeaderValue("RS512")));
        headers.put("PS256", "Bearer " + jose(jws -> jws.setAlgorithmHeaderValue("PS256")));
        JsonWebEncryption encrypted = new JsonWebEncryption();
        encrypted.setPayload(signed(claims -> claims));
        encrypted.setKey(provider.key().getPublicKey());
        encrypted.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
        encrypted.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_128_GCM);
        encrypted.setContentTypeHeaderValue("JWT");
        headers.put("encrypted token", "Bearer " + encrypted.getCompactSerialization());
    }

    private void addHeaderFields() throws JoseException {
        headers.put("unknown critical field", "Bearer " + jose(jws -> {
            jws.setCriticalHeaderNames("zhengdun");
            jws.setHeader("zhengdun", "1");
        }));
        headers.put("logout token by header", "Bearer " + jose(jws -> jws.setHeader("typ", "logout+jwt")));
    }

    private void add(String fault, UnaryOperator<JwtClaimsBuilder> change) {
        headers.put(fault, "Bearer " + signed(change));
    }

    private String signed(UnaryOperator<JwtClaimsBuilder> change) {
        return change.apply(good(provider)).jws().keyId(provider.key().getKeyId()).sign(
                provider.key().getPrivateKey());
    }

    /** A token of the good claims whose header is changed before it is signed. */
    private String jose(Consumer<JsonWebSignature> change) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(payload());
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(provider.key().getKeyId());
        jws.setKey(provider.key().getPrivateKey());
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        change.accept(jws);
        return jws.getCompactSerialization();
    }

    private String unsigned(String algorithm) {
        String header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, provider.key().getKeyId());
        return encode(header) + "." + encode(payload()) + ".";
    }

    private String payload() {
        return new String(Base64.getUrlDecoder().decode(signed(claims -> claims).split("\\.", -1)[1]),
                StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String tampered(String part) {
        int middle = part.length() / 2;
        return part.substring(0, middle) + (part.charAt(middle) == 'A' ? 'B' : 'A') + part.substring(middle + 1);
    }
}
