package org.zhengdun.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds test users and test clients to a realm through the admin REST API and reads the realm back. */
final class KeycloakAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String realm;
    private final String adminUser;
    private final String adminPassword;

    KeycloakAdmin(URI base, String realm, String adminUser, String adminPassword) {
        this.base = base;
        this.realm = realm;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    /** Creates a user who can sign in at once and answers the subject that his tokens carry. */
    String createUser(String username, String password, String... roles) throws IOException, InterruptedException {
        // Keycloak stops the login to ask for a name or an address that is missing.
        String subject = create("/users", Map.of("username", username, "enabled", true, "emailVerified", true,
                "email", username + "@example.org", "firstName", "Test", "lastName", username, "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false))));
        assignRoles(subject, roles);
        return subject;
    }

    /** Creates a public client with nothing but the password grant, which no shipped client offers. */
    void createPasswordGrantClient(String clientId) throws IOException, InterruptedException {
        create("/clients", Map.of("clientId", clientId, "publicClient", true, "standardFlowEnabled", false,
                "directAccessGrantsEnabled", true, "fullScopeAllowed", true));
    }

    /** Creates a confidential machine client without roles and without the audience of the API. */
    void createForeignMachineClient(String clientId, String secret) throws IOException, InterruptedException {
        create("/clients", Map.of("clientId", clientId, "secret", secret, "standardFlowEnabled", false,
                "serviceAccountsEnabled", true, "defaultClientScopes", List.of("basic", "roles")));
    }

    String clientSecret(String clientId) throws IOException, InterruptedException {
        return get("/clients/" + client(clientId).path("id").asText() + "/client-secret").path("value").asText();
    }

    JsonNode client(String clientId) throws IOException, InterruptedException {
        return get("/clients?clientId=" + clientId).path(0);
    }

    JsonNode realm() throws IOException, InterruptedException {
        return get("");
    }

    List<String> realmRoles() throws IOException, InterruptedException {
        return get("/roles").findValuesAsText("name");
    }

    List<String> usernames() throws IOException, InterruptedException {
        return get("/users").findValuesAsText("username");
    }

    private void assignRoles(String subject, String... roles) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        for (String role : roles) {
            found.add(get("/roles/" + role));
        }
        send(post("/users/" + subject + "/role-mappings/realm", found));
    }

    private String create(String path, Object representation) throws IOException, InterruptedException {
        String location = send(post(path, representation)).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET()).body());
    }

    private HttpRequest.Builder post(String path, Object body) throws IOException, InterruptedException {
        return request(path).header("Content-Type", "application/json").POST(
                BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        // A fresh token for each call, because those of the master realm live for a minute only.
        String token = new KeycloakTokens(base.resolve("/realms/master")).passwordGrant("admin-cli", adminUser,
                adminPassword).accessToken();
        return HttpRequest.newBuilder(base.resolve("/admin/realms/" + realm + path)).header("Authorization",
                "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }
}
