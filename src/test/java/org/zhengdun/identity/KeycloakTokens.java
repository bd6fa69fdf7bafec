package org.zhengdun.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Obtains tokens from an issuer in the ways its users and machines do. */
final class KeycloakTokens {

    /** What the token endpoint answered; a token that the grant does not give is the empty string. */
    record Tokens(String accessToken, String idToken, String refreshToken) {

        /** The claims of a token, read without any check of the signature. */
        static JsonNode claims(String token) throws IOException {
            return JSON.readTree(DECODER.decode(token.split("\\.", -1)[1]));
        }

        static JsonNode header(String token) throws IOException {
            return JSON.readTree(DECODER.decode(token.split("\\.", -1)[0]));
        }
    }

    /** The issuer refused to sign in or to give a token. */
    static final class Refused extends IllegalStateException {
        Refused(String message) {
            super(message);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern LOGIN_FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;

    KeycloakTokens(URI issuer) {
        this.issuer = issuer;
    }

    /** Signs in at the login page as a browser does: authorization code with PKCE. */
    Tokens authorizationCode(String clientId, URI redirect, String username, String password)
            throws IOException, InterruptedException {
        String verifier = randomText();
        var authorization = Map.of("client_id", clientId, "redirect_uri", redirect.toString(), "response_type", "code",
                "scope", "openid", "state", randomText(), "code_challenge_method", "S256", "code_challenge",
                sha256(verifier));
        String code = codeAfterLogin(authorization, username, password);
        return request(Map.of("grant_type", "authorization_code", "client_id", clientId, "redirect_uri",
                redirect.toString(), "code", code, "code_verifier", verifier));
    }

    /** Where the authorization endpoint sends a browser that asks for a code without a PKCE challenge. */
    URI redirectWithoutChallenge(String clientId, URI redirect) throws IOException, InterruptedException {
        return location(new Browser().get(endpoint("auth", Map.of("client_id", clientId, "redirect_uri",
                redirect.toString(), "response_type", "code", "scope", "openid"))));
    }

    Tokens passwordGrant(String clientId, String username, String password) throws IOException, InterruptedException {
        return request(Map.of("grant_type", "password", "client_id", clientId, "username", username, "password",
                password, "scope", "openid"));
    }

    Tokens clientCredentials(String clientId, String secret) throws IOException, InterruptedException {
        return request(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** A bearer token that is no JSON Web Token; Keycloak itself never issues one. */
    static String opaqueToken() {
        return randomText();
    }

    private String codeAfterLogin(Map<String, String> authorization, String username, String password)
            throws IOException, InterruptedException {
        var browser = new Browser();
        URI form = loginForm(browser.get(endpoint("auth", authorization)));
        Map<String, String> answer = parameters(
                location(browser.post(form, Map.of("username", username, "password", password))));
        String code = answer.get("code");
        if (code == null || !Objects.equals(authorization.get("state"), answer.get("state"))) {
            throw new Refused("No code for the request: " + answer);
        }
        return code;
    }

    private Tokens request(Map<String, String> parameters) throws IOException, InterruptedException {
        HttpResponse<String> response = new Browser().post(endpoint("token", Map.of()), parameters);
        if (response.statusCode() != 200) {
            throw new Refused(response.statusCode() + " " + response.body());
        }
        JsonNode tokens = JSON.readTree(response.body());
        return new Tokens(tokens.path("access_token").asText(), tokens.path("id_token").asText(),
                tokens.path("refresh_token").asText());
    }

    private URI endpoint(String name, Map<String, String> query) {
        String path = issuer + "/protocol/openid-connect/" + name;
        return URI.create(query.isEmpty() ? path : path + "?" + formEncoded(query));
    }

    private static URI loginForm(HttpResponse<String> page) {
        Matcher form = LOGIN_FORM.matcher(page.body());
        if (!form.find()) {
            throw new Refused("No login form: " + page.statusCode() + " " + page.body());
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private static URI location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").map(URI::create).orElseThrow(
                () -> new Refused("No redirect: " + response.statusCode() + " " + response.body()));
    }

    static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    private static String formEncoded(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(
                parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8)).collect(
                        joining("&"));
    }

    private static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    private static String sha256(String text) {
        try {
            return ENCODER.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps cookies itself: Keycloak marks them Secure on plain localhost, where the JDK would not send them back. */
    private final class Browser {

        private final Map<String, String> cookies = new LinkedHashMap<>();

        HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri).GET());
        }

        HttpResponse<String> post(URI uri, Map<String, String> form) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri).header("Content-Type", "application/x-www-form-urlencoded").POST(
                    BodyPublishers.ofString(formEncoded(form))));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            if (!cookies.isEmpty()) {
                request.header("Cookie", cookies.entrySet().stream().map(Map.Entry::toString).collect(joining("; ")));
            }
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        }

        private void keep(String cookie) {
            String[] parts = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(parts[0], parts[1]);
        }
    }
}
