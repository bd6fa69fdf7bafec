package org.zhengdun.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The requests that reached a Keycloak server, by its access log. */
record KeycloakRequests(URI base, Path log) {

    private static final Pattern LINE = Pattern.compile("\"[A-Z]+ (/\\S*) HTTP/");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    /** Paths of all requests until now. */
    List<String> all() throws IOException {
        return LINE.matcher(Files.readString(log)).results().map(line -> line.group(1)).toList();
    }

    /** Paths of the requests that reach the server while something is done. */
    List<String> during(Runnable action) throws IOException, InterruptedException {
        String first = mark();
        action.run();
        String last = mark();
        List<String> paths = all();
        return paths.subList(paths.indexOf(first) + 1, paths.indexOf(last));
    }

    /** Leaves a line of its own in the log and waits for it, as the log comes a moment after the answer. */
    private String mark() throws IOException, InterruptedException {
        String path = "/mark-" + UUID.randomUUID();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.discarding());
        }
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!all().contains(path)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No access log in " + log);
            }
            Thread.sleep(POLL);
        }
        return path;
    }
}
