package org.zhengdun.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengdun.identity.KeycloakTokens.Refused;
import org.zhengdun.identity.KeycloakTokens.Tokens;

/** The shipped realm in a real Keycloak gives the tokens the API expects, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeycloakRealmTest {

    private static final URI SPA = URI.create("http://localhost:5173/callback");
    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final List<String> ROLES = List.of("branch", "township", "county_org", "county_dept", "helper",
            "inspector", "city_org", "province_org", "statistics", "discipline", "auditor", "sysadmin");
    private static final List<String> KEYCLOAK_ROLES = List.of("offline_access", "uma_authorization",
            "default-roles-zhengdun");

    private final KeycloakServer server;
    private final KeycloakTokens tokens;
    private String subject = "";

    KeycloakRealmTest() throws IOException, InterruptedException {
        server = KeycloakServer.shared();
        tokens = server.tokens();
    }

    @BeforeAll
    void addTestUser() throws IOException, InterruptedException {
        subject = server.admin().createUser("li.township", PASSWORD, "township", "helper");
    }

    @Test
    void spaUserGetsAudienceSubjectAndExactlyHisRoles() throws IOException, InterruptedException {
        Tokens given = tokens.authorizationCode("zhengdun-spa", SPA, "li.township", PASSWORD);
        JsonNode claims = Tokens.claims(given.accessToken());

        assertThat(Tokens.header(given.accessToken()).path("alg").asText()).isEqualTo("RS256");
        assertThat(claims.path("iss").asText()).isEqualTo(server.issuer().toString());
        assertThat(claims.path("aud").asText()).isEqualTo("zhengdun-api");
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("sub").asText()).isEqualTo(subject);
        assertThat(claims.path("preferred_username").asText()).isEqualTo("li.township");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(roles(claims)).containsExactlyInAnyOrder("township", "helper");
    }

    @Test
    void idTokenIsMeantForTheClientOnly() throws IOException, InterruptedException {
        Tokens given = tokens.authorizationCode("zhengdun-spa", SPA, "li.township", PASSWORD);
        JsonNode claims = Tokens.claims(given.idToken());

        assertThat(claims.path("typ").asText()).isEqualTo("ID");
        assertThat(claims.path("aud").asText()).isEqualTo("zhengdun-spa");
        assertThat(claims.has("realm_access")).isFalse();
    }

    @Test
    void spaIsRefusedACodeWithoutPkceChallenge() throws IOException, InterruptedException {
        URI redirect = tokens.redirectWithoutChallenge("zhengdun-spa", SPA);

        assertThat(KeycloakTokens.parameters(redirect)).containsEntry("error", "invalid_request").doesNotContainKey(
                "code");
    }

    @Test
    void noShippedClientOffersThePasswordGrant() throws IOException, InterruptedException {
        assertThatExceptionOfType(Refused.class).isThrownBy(
                () -> tokens.passwordGrant("zhengdun-spa", "li.township", PASSWORD)).withMessageContaining(
                        "unauthorized_client");
        for (String client : List.of("zhengdun-spa", "zhengdun-statistics", "zhengdun-api")) {
            assertThat(server.admin().client(client).path("directAccessGrantsEnabled").asBoolean(true)).as(
                    client).isFalse();
        }
    }

    @Test
    void testClientGivesTokensByPasswordGrant() throws IOException, InterruptedException {
        JsonNode claims = Tokens.claims(
                tokens.passwordGrant(KeycloakServer.PASSWORD_CLIENT, "li.township", PASSWORD).accessToken());

        assertThat(claims.path("aud").asText()).isEqualTo("zhengdun-api");
        assertThat(claims.path("sub").asText()).isEqualTo(subject);
        assertThat(roles(claims)).contains("township", "helper");
    }

    @Test
    void statisticsMachineHasItsRoleAndAGeneratedSecret() throws IOException, InterruptedException {
        String secret = server.admin().clientSecret("zhengdun-statistics");
        JsonNode claims = Tokens.claims(tokens.clientCredentials("zhengdun-statistics", secret).accessToken());

        assertThat(secret).hasSizeGreaterThanOrEqualTo(32).doesNotContain("ZHENGDUN");
        assertThat(claims.path("aud").asText()).isEqualTo("zhengdun-api");
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(roles(claims)).containsExactly("statistics");
    }

    @Test
    void clientWithoutTheAudienceScopeGetsNoAudience() throws IOException, InterruptedException {
        JsonNode claims = Tokens.claims(
                tokens.clientCredentials(KeycloakServer.FOREIGN_CLIENT, KeycloakServer.FOREIGN_SECRET).accessToken());

        assertThat(claims.path("aud").toString()).doesNotContain("zhengdun-api");
    }

    @Test
    void realmHasTheRolesOfTheDomainAndNoPeople() throws IOException, InterruptedException {
        assertThat(server.admin().realmRoles()).containsAll(ROLES).allMatch(
                role -> ROLES.contains(role) || KEYCLOAK_ROLES.contains(role));
        JsonNode shipped = new ObjectMapper().readTree(KeycloakServer.SHIPPED_REALM.toFile());
        assertThat(shipped.path("users").findValuesAsText("username")).containsExactly(
                "service-account-zhengdun-statistics");
        assertThat(shipped.findValues("secret")).isEmpty();
        assertThat(shipped.findValues("credentials")).isEmpty();
    }

    @Test
    void realmGuardsPasswordsAndTransport() throws IOException, InterruptedException {
        JsonNode realm = server.admin().realm();

        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("passwordPolicy").asText()).contains("length(12)");
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    private static List<String> roles(JsonNode claims) {
        return claims.path("realm_access").path("roles").valueStream().map(JsonNode::asText).toList();
    }
}
