package org.zhengdun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The real Keycloak on a free local port, with the shipped realm imported into an in-memory database. */
@NullMarked
final class KeycloakServer implements AutoCloseable {

    static final String REALM = "zhengdun";
    static final Path SHIPPED_REALM = Path.of("helm/zhengdun/files/zhengdun-realm.json");

    private static final String ADMIN = "bootstrap";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Process process;
    private final Path log;
    private final URI base;
    private final String adminPassword;
    private final Thread stopAtExit = new Thread(this::stop, "stop-keycloak");

    private KeycloakServer(Process process, Path log, URI base, String adminPassword) {
        this.process = process;
        this.log = log;
        this.base = base;
        this.adminPassword = adminPassword;
    }

    /** Starts the distribution that the system property {@code keycloak.home} points at and waits until it answers. */
    static KeycloakServer start() throws IOException, InterruptedException {
        Path home = Path.of(requiredProperty("keycloak.home")).toAbsolutePath();
        importRealm(home);
        int port = freePort();
        String adminPassword = UUID.randomUUID().toString();
        Path log = home.resolve("data").resolve("server-" + port + ".log");
        Process process = launch(home, port, adminPassword, log);
        var server = new KeycloakServer(process, log, URI.create("http://localhost:" + port), adminPassword);
        Runtime.getRuntime().addShutdownHook(server.stopAtExit);
        try {
            server.awaitRealm();
            return server;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** The issuer of the realm, as in the {@code iss} claim and in {@code quarkus.oidc.auth-server-url}. */
    URI issuer() {
        return base.resolve("/realms/" + REALM);
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(base, REALM, ADMIN, adminPassword);
    }

    KeycloakTokens tokens() {
        return new KeycloakTokens(issuer());
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private static void importRealm(Path home) throws IOException {
        Path target = home.resolve("data/import").resolve(REALM + "-realm.json");
        Files.createDirectories(target.getParent());
        Files.copy(SHIPPED_REALM, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Process launch(Path home, int port, String adminPassword, Path log) throws IOException {
        var builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm",
                "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://localhost:" + port);
        builder.environment().putAll(Map.of("JAVA_HOME", requiredProperty("java.home"),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword,
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void awaitRealm() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (process.waitFor(POLL)) {
                throw new IllegalStateException("Keycloak ended with " + process.exitValue() + ":\n" + logText());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak not ready after " + START_LIMIT + ":\n" + logText());
            }
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).timeout(
                Duration.ofSeconds(5)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private void stop() {
        // The start script has the server as a child, so both have to go.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private String logText() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String requiredProperty(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is not set");
        }
        return value;
    }
}
