package org.zhengdun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;

import org.zhengdun.identity.KeycloakTokens.Tokens;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.World;

/** People of a world who sign in at Keycloak and get their grants from the first system administrator. */
final class KeycloakPeople {

    private static final URI SPA = URI.create("http://localhost:5173/callback");

    private final KeycloakServer keycloak;
    private final World world;

    KeycloakPeople(KeycloakServer keycloak, World world) {
        this.keycloak = keycloak;
        this.world = world;
    }

    /** Somebody new with the role in his token, and with the grant when the role is one that is granted. */
    World.Person appear(Role role) {
        try {
            String token = role == Role.STATISTICS ? machine() : user(role).accessToken();
            String subject = Tokens.claims(token).path("sub").asText();
            if (!role.isAssigned()) {
                grant(subject, role);
            }
            return new World.Person(0, subject, token);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The township works in the browser; the sign-in of the others is shortened. */
    Tokens user(Role role) throws IOException, InterruptedException {
        String username = role.tokenName() + "." + world.newCode().toLowerCase(Locale.ROOT);
        keycloak.admin().createUser(username, KeycloakStack.PASSWORD, role.tokenName());
        return role == Role.TOWNSHIP
                ? keycloak.tokens().authorizationCode("zhengdun-spa", SPA, username, KeycloakStack.PASSWORD)
                : passwordGrant(username);
    }

    private String machine() throws IOException, InterruptedException {
        String client = "zhengdun-statistics";
        return keycloak.tokens().clientCredentials(client, keycloak.admin().clientSecret(client)).accessToken();
    }

    private void grant(String subject, Role role) throws IOException, InterruptedException {
        new Api(passwordGrant(KeycloakStack.SYSADMIN).accessToken()).as().body("""
                {"subject": "%s", "displayName": "%s", "role": "%s", "orgUnitId": %d}""".formatted(subject,
                role.tokenName(), role.tokenName(), unit(role))).post("/api/v1/grants").then().statusCode(201);
    }

    private Tokens passwordGrant(String username) throws IOException, InterruptedException {
        return keycloak.tokens().passwordGrant(KeycloakServer.PASSWORD_CLIENT, username, KeycloakStack.PASSWORD);
    }

    private int unit(Role role) {
        return switch (role) {
            case TOWNSHIP -> world.township();
            case COUNTY_ORG -> world.county();
            default -> world.province();
        };
    }
}
