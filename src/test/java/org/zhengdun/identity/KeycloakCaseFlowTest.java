package org.zhengdun.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.identity.KeycloakTokens.Tokens;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.World;

/** The service works with tokens of the real Keycloak, and only with those that were given for it. */
@QuarkusTest
@TestProfile(KeycloakProfile.class)
class KeycloakCaseFlowTest {

    @Inject
    Jdbi jdbi;

    private KeycloakServer keycloak;
    private World world;
    private KeycloakPeople people;

    @BeforeEach
    void createWorld() throws IOException, InterruptedException {
        keycloak = KeycloakServer.shared();
        world = World.create(jdbi);
        people = new KeycloakPeople(keycloak, world);
    }

    @Test
    void leadsACaseFromNominationToTheAnnualForm() {
        Cast cast = new Cast(world, people::appear);
        cast.waiveObservation();
        long round = cast.openRound();
        CaseStory story = new CaseStory(cast).nominate(round,
                world.branch(1)).confirm().plan().rectify().applyForAcceptance().check().transform().close();

        cast.as(Role.TOWNSHIP).get("/api/v1/cases/" + story.caseId()).then().statusCode(200).header("ETag",
                startsWith(version(story))).body("state", is("CLOSED")).body("outcome", is("TRANSFORMED"));
        cast.as(Role.STATISTICS).get("/api/v1/statistics/annual-form?unit=%d&year=%d".formatted(world.county(),
                LocalDate.now(Days.ZONE).getYear())).then().statusCode(200).body(listed("VILLAGE"), is(1)).body(
                        listed("COMMUNITY"), is(0));
        cast.as(Role.STATISTICS).contentType("application/json").body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                world.branch(2))).post("/api/v1/cases").then().statusCode(403);
    }

    @Test
    void acceptsOfOneSignInTheAccessTokenOnly() throws IOException, InterruptedException {
        Tokens signedIn = people.user(Role.TOWNSHIP);

        me(signedIn.accessToken()).statusCode(200);
        assertRefused(signedIn.idToken());
        assertRefused(signedIn.refreshToken());
    }

    @Test
    void refusesTheTokenOfAClientWithoutTheAudience() throws IOException, InterruptedException {
        assertRefused(keycloak.tokens().clientCredentials(KeycloakServer.FOREIGN_CLIENT,
                KeycloakServer.FOREIGN_SECRET).accessToken());
    }

    @Test
    void refusesAnOpaqueTokenWithoutAskingKeycloak() throws IOException, InterruptedException {
        assertThat(keycloak.requests().all()).as("what the service asked at its start").anyMatch(
                path -> path.endsWith("/protocol/openid-connect/certs"));
        assertThat(keycloak.requests().during(() -> assertRefused(KeycloakTokens.opaqueToken()))).isEmpty();
    }

    @Test
    void aRoleOfTheTokenAloneOpensNothing() throws IOException, InterruptedException {
        String token = people.user(Role.COUNTY_ORG).accessToken();

        me(token).statusCode(200).body("roles", equalTo(List.of("county_org")));
        given().auth().oauth2(token).get("/api/v1/rounds").then().statusCode(403);
    }

    private static void assertRefused(String token) {
        assertThat(token).isNotBlank();
        me(token).statusCode(401).header("WWW-Authenticate", startsWith("Bearer")).contentType(
                "application/problem+json");
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/v1/me").then();
    }

    /** The column of listed cases in a row of the annual form. */
    private static String listed(String row) {
        return "rows.find { it.row == '%s' }.cells.find { it.column == 1 }.value".formatted(row);
    }

    /** The part of the entity tag that names the version. */
    private static String version(CaseStory story) {
        return Objects.requireNonNull(story.etag()).replaceFirst("\"$", "-");
    }
}
