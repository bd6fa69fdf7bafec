package org.zhengdun.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The people of a random world over plain HTTP; whoever writes, writes to the latest version. */
final class Office {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> REFUSED = Set.of(409, 412, 422);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final World world;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int acts;

    Office(World world) {
        this.world = world;
    }

    /** The token of the one who holds the role at the unit. */
    String at(Role role, int unit) {
        return tokens.computeIfAbsent(role + "@" + unit, key -> world.user(role, unit));
    }

    /** A second official, for acts that bar whoever does them from judging the case. */
    String deputy(int county) {
        return tokens.computeIfAbsent("deputy@" + county, key -> world.user(Role.COUNTY_ORG, county));
    }

    String assigned(String subject, Role role) {
        return tokens.computeIfAbsent(subject,
                key -> TestStack.identity().accessToken(subject, Set.of(role.tokenName())));
    }

    JsonNode get(String token, String path) {
        HttpResponse<String> answer = exchange(token, "GET", path, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer);
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(String token, String path) {
        List<JsonNode> items = new ArrayList<>();
        String more = path + (path.contains("?") ? "&" : "?") + "limit=200";
        @Nullable
        String next = "";
        while (next != null) {
            JsonNode page = get(token, next.isEmpty() ? more : more + "&cursor=" + next);
            page.get("items").forEach(items::add);
            next = page.path("next").isTextual() ? page.get("next").textValue() : null;
        }
        return items;
    }

    /** All items of a list that has one page. */
    List<JsonNode> whole(String token, String path) {
        List<JsonNode> items = new ArrayList<>();
        get(token, path).get("items").forEach(items::add);
        return items;
    }

    /** The answer to an act, or nothing when the rules refuse it; everything else is a fault. */
    Optional<JsonNode> act(String token, String method, String path, String body) {
        HttpResponse<String> answer = exchange(token, method, path, body);
        acts++;
        if (answer.statusCode() < 300) {
            return Optional.of(tree(answer));
        }
        if (REFUSED.contains(answer.statusCode())) {
            refusals.merge(method + " " + path.replaceAll("[0-9a-f-]{36}|\\d+", "*") + " "
                    + body.replaceAll("(?s).*\"action\": \"(\\w+)\".*|.*", "$1") + " "
                    + tree(answer).path("type").asText().replace("urn:zhengdun:problem:", ""), 1, Integer::sum);
            return Optional.empty();
        }
        throw new AssertionError(
                "%s %s %s: %d %s".formatted(method, path, body, answer.statusCode(), answer.body()));
    }

    /** An act that nothing refuses. */
    JsonNode must(String token, String method, String path, String body) {
        return act(token, method, path, body).orElseThrow(() -> new AssertionError(refusals.toString()));
    }

    int acts() {
        return acts;
    }

    /** How often which act was refused. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    private static HttpResponse<String> exchange(String token, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path)).header("Authorization",
                        "Bearer " + token).header("If-Match", "*").method(method,
                                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body == null) {
            request.setHeader("If-Match", "\"0\"");
        } else {
            request.header("Content-Type", "application/json");
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
