package org.zhengdun.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the packaged service as production would, by environment variables, beside an embedded PostgreSQL and a local
 * identity provider, and loads sample data through its API.
 */
final class LocalStart {

    private static final Path HOME = Path.of(".local");
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private LocalStart() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.parse(List.of(arguments));
        if (options.fresh()) {
            delete(HOME);
        }
        LocalDatabase database = LocalDatabase.start(HOME.resolve("postgresql").toAbsolutePath());
        LocalIdentity identity = LocalIdentity.start(options.identityPort());
        SampleAccounts.ALL.forEach(identity::register);
        Process service = service(options, database, identity);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, database, identity)));
        System.exit(serve(options, identity, service));
    }

    private static int serve(Options options, LocalIdentity identity, Process service) throws InterruptedException {
        try {
            awaitReady(service, options.managementPort());
            new SampleData(new ApiClient("http://localhost:" + options.port() + "/api/v1", identity)).load(options);
            System.out.println(Welcome.text(options, identity));
            return service.waitFor();
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return 1;
        }
    }

    private static Process service(Options options, LocalDatabase database, LocalIdentity identity) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-jar", JAR.toString()).inheritIO();
        builder.environment().putAll(Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", LocalDatabase.SERVICE, "QUARKUS_DATASOURCE_PASSWORD",
                LocalDatabase.SERVICE, "ZHENGDUN_DB_OWNER_USERNAME", LocalDatabase.OWNER,
                "ZHENGDUN_DB_OWNER_PASSWORD", LocalDatabase.OWNER));
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(options.port()),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(options.managementPort()),
                "QUARKUS_OIDC_AUTH_SERVER_URL", identity.issuer(),
                "QUARKUS_SHUTDOWN_DELAY_ENABLED", "false", "QUARKUS_LOG_LEVEL", "WARN",
                "ZHENGDUN_BOOTSTRAP_SUBJECT", SampleAccounts.SYSADMIN,
                "ZHENGDUN_EVIDENCE_DIRECTORY", HOME.resolve("evidence").toString()));
        return builder.start();
    }

    private static void awaitReady(Process service, int port) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready")).build();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit) && service.isAlive()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The service did not become ready");
    }

    private static void stop(Process service, LocalDatabase database, LocalIdentity identity) {
        service.destroy();
        try {
            service.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        identity.close();
        database.close();
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
