package org.zhengdun.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Talks to the service as its users do. */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final LocalIdentity identity;

    ApiClient(String base, LocalIdentity identity) {
        this.base = base;
        this.identity = identity;
    }

    /** An answer that was one of success. */
    record Answer(JsonNode body, @Nullable String etag, @Nullable String location) {

        int id() {
            return body.get("id").intValue();
        }
    }

    Answer get(String user, String path) {
        return send(user, request(user, path).GET().build());
    }

    Answer post(String user, String path, String body, @Nullable String etag) {
        return send(user,
                withBody(user, path, etag, "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer put(String user, String path, String body, @Nullable String etag) {
        return send(user,
                withBody(user, path, etag, "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer patch(String user, String path, String body, @Nullable String etag) {
        return send(user, withBody(user, path, etag, "application/merge-patch+json").method("PATCH",
                HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer upload(String user, String path, byte[] csv) {
        return send(user,
                withBody(user, path, null, "text/csv").POST(HttpRequest.BodyPublishers.ofByteArray(csv)).build());
    }

    private HttpRequest.Builder withBody(String user, String path, @Nullable String etag, String type) {
        HttpRequest.Builder request = request(user, path).header("Content-Type", type);
        return etag == null ? request : request.header("If-Match", etag);
    }

    private HttpRequest.Builder request(String user, String path) {
        Set<String> roles = SampleAccounts.ALL.stream().filter(
                account -> account.username().equals(user)).findFirst().orElseThrow().roles();
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization",
                "Bearer " + identity.accessToken(user, roles));
    }

    private Answer send(String user, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s by %s: %d %s".formatted(request.method(), request.uri(), user,
                        response.statusCode(), response.body()));
            }
            return new Answer(tree(response.body()), response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
