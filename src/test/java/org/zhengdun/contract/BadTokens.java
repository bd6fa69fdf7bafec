package org.zhengdun.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jose4j.json.JsonUtil;
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

    /** A token without fault. */
    static String good(LocalIdentity provider) throws JoseException {
        return new BadTokens(provider).signed(claims -> {});
    }

    /** The claims of a good token, so that each bad one has exactly one fault. */
    private Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", provider.issuer());
        claims.put("sub", "mallory");
        claims.put("aud", LocalIdentity.AUDIENCE);
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("typ", "Bearer");
        claims.put("realm_access", Map.of("roles", List.of("county_org", "sysadmin")));
        return claims;
    }

    private void addShapes() throws JoseException {
        String good = signed(claims -> {});
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

    private void addClaims() throws JoseException {
        add("wrong issuer", claims -> claims.put("iss", "urn:somebody-else"));
        add("missing issuer", claims -> claims.remove("iss"));
        add("wrong audience", claims -> claims.put("aud", "another-api"));
        add("several wrong audiences", claims -> claims.put("aud", List.of("a", "b")));
        add("missing audience", claims -> claims.remove("aud"));
        add("missing subject", claims -> claims.remove("sub"));
        add("empty subject", claims -> claims.put("sub", ""));
        add("subject that is a number", claims -> claims.put("sub", 7));
        add("id token", claims -> claims.put("typ", "ID"));
        add("refresh token", claims -> claims.put("typ", "Refresh"));
        add("no token type", claims -> claims.remove("typ"));
    }

    private void addTimes() throws JoseException {
        long now = Instant.now().getEpochSecond();
        add("expired", claims -> claims.putAll(Map.of("iat", now - 900, "exp", now - 300)));
        add("missing expiry", claims -> claims.remove("exp"));
        add("expiry as text", claims -> claims.put("exp", "tomorrow"));
        add("not yet valid", claims -> claims.put("nbf", now + 300));
        add("issued in the future", claims -> claims.put("iat", now + 300));
        add("missing time of issue", claims -> claims.remove("iat"));
        add("too old", claims -> claims.put("iat", now - Duration.ofHours(25).toSeconds()));
    }

    private void addKeys() throws JoseException {
        RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
        headers.put("another key under the known id", "Bearer " + jose(jws -> jws.setKey(other.getPrivateKey())));
        headers.put("unknown key id", "Bearer " + jose(jws -> {
            jws.setKey(other.getPrivateKey());
            jws.setKeyIdHeaderValue("unknown");
        }));
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
        encrypted.setPayload(signed(claims -> {}));
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

    private void add(String fault, Consumer<Map<String, Object>> change) throws JoseException {
        headers.put(fault, "Bearer " + signed(change));
    }

    private String signed(Consumer<Map<String, Object>> change) throws JoseException {
        Map<String, Object> claims = claims();
        change.accept(claims);
        return jose(jws -> jws.setPayload(JsonUtil.toJson(claims)));
    }

    /** A good token of which something is changed before it is signed. */
    private String jose(Consumer<JsonWebSignature> change) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(JsonUtil.toJson(claims()));
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
        return encode(header) + "." + encode(JsonUtil.toJson(claims())) + ".";
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String tampered(String part) {
        int middle = part.length() / 2;
        return part.substring(0, middle) + (part.charAt(middle) == 'A' ? 'B' : 'A') + part.substring(middle + 1);
    }
}
