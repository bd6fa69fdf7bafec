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

/** A Keycloak process with the shipped realm imported into an in-memory database; it ends with this JVM. */
final class KeycloakProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Process process;
    private final KeycloakServer server;

    private KeycloakProcess(Process process, KeycloakServer server) {
        this.process = process;
        this.server = server;
    }

    /** Starts the distribution that the system property {@code keycloak.home} points at and waits until it answers. */
    static KeycloakServer start() throws IOException, InterruptedException {
        Path home = Path.of(requiredProperty("keycloak.home")).toAbsolutePath();
        importRealm(home);
        int port = freePort();
        Path log = home.resolve("data").resolve("server-" + port + ".log");
        var server = new KeycloakServer(URI.create("http://localhost:" + port), UUID.randomUUID().toString(), log);
        var started = new KeycloakProcess(launch(home, port, server), server);
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop-keycloak"));
        started.awaitRealm();
        return server;
    }

    private static void importRealm(Path home) throws IOException {
        Path target = home.resolve("data/import").resolve(KeycloakServer.REALM + "-realm.json");
        Files.createDirectories(target.getParent());
        Files.copy(KeycloakServer.SHIPPED_REALM, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Process launch(Path home, int port, KeycloakServer server) throws IOException {
        var builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm",
                "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://localhost:" + port,
                "--http-access-log-enabled=true");
        builder.environment().putAll(Map.of("JAVA_HOME", requiredProperty("java.home"),
                "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD",
                server.adminPassword(),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        return builder.redirectErrorStream(true).redirectOutput(server.log().toFile()).start();
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
        var request = HttpRequest.newBuilder(URI.create(server.issuer() + "/.well-known/openid-configuration")).timeout(
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
            return Files.readString(server.log());
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
