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

/** Uses the service as the sample accounts. */
final class ApiClient implements Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final LocalIdentity identity;

    ApiClient(String base, LocalIdentity identity) {
        this.base = base;
        this.identity = identity;
    }

    @Override
    public Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag) {
        HttpRequest.Builder request = request(role, path).method(method, body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return exchange((etag == null ? request : request.header("If-Match", etag)).build());
    }

    Answer upload(String role, String path, byte[] csv) {
        return exchange(request(role, path).header("Content-Type", "text/csv").POST(
                HttpRequest.BodyPublishers.ofByteArray(csv)).build());
    }

    @Override
    public String subject(String role) {
        return SampleAccounts.ofRole(role).username();
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization",
                "Bearer " + identity.accessToken(subject(role), Set.of(role)));
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s: %d %s".formatted(request.method(), request.uri(),
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
