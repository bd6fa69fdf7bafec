package org.zhengdun.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenID provider for one machine: discovery, key set, password and client-credentials grants for sample accounts.
 * Its key lives as long as its process. Not for production.
 */
public final class LocalIdentity implements AutoCloseable {

    public static final String AUDIENCE = "zhengdun-api";
    private static final Duration LIFE = Duration.ofHours(1);

    /** A sample account; its subject is its user name. */
    public record Account(String username, String password, Set<String> roles) {}

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    private LocalIdentity(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.key = key;
    }

    /** Starts on the port, 0 for any free one. */
    public static LocalIdentity start(int port) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("RS256");
            key.setUse("sig");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            LocalIdentity identity = new LocalIdentity(server, key);
            server.createContext("/.well-known/openid-configuration",
                    exchange -> answer(exchange, 200, identity.discovery()));
            server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[" + key.toJson() + "]}"));
            server.createContext("/token", identity::token);
            server.setExecutor(request -> {
                identity.requests.incrementAndGet();
                request.run();
            });
            server.start();
            return identity;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void register(Account account) {
        accounts.put(account.username(), account);
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** An access token as this provider issues them. */
    public String accessToken(String subject, Set<String> roles) {
        Instant now = Instant.now();
        return Jwt.claims().issuer(issuer()).subject(subject).audience(AUDIENCE).issuedAt(now).expiresAt(
                now.plus(LIFE)).claim("typ", "Bearer").claim("preferred_username", subject).claim("realm_access",
                        Map.of("roles", roles)).jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    /** The signing key, for tests that forge tokens. */
    public RsaJsonWebKey key() {
        return key;
    }

    /** How often the provider was asked for anything. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/none",\
                "id_token_signing_alg_values_supported":["RS256"],"response_types_supported":["token"],\
                "subject_types_supported":["public"]}""".formatted(
                issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        @Nullable
        String name = form.getOrDefault("username", form.get("client_id"));
        @Nullable
        String secret = form.getOrDefault("password", form.get("client_secret"));
        @Nullable
        Account account = name == null ? null : accounts.get(name);
        if (account == null || !account.password().equals(secret)) {
            answer(exchange, 401, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}".formatted(
                accessToken(account.username(), account.roles()), LIFE.toSeconds()));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
