package org.zhengdun.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;

/** No operation accepts any kind of bad token. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BadTokensTest {

    private static final Logger LOG = Logger.getLogger(BadTokensTest.class);
    private static final int KINDS = 27;

    @Test
    void theGoodTokenIsAccepted() throws JoseException {
        given().header("Authorization", "Bearer " + BadTokens.good(TestStack.identity())).get(
                "/api/v1/me").then().statusCode(200);
    }

    @Test
    void noOperationAcceptsABadToken() throws JoseException {
        Map<String, String> bad = BadTokens.of(TestStack.identity());
        assertThat(bad.size()).isGreaterThanOrEqualTo(KINDS);
        List<String> accepted = new ArrayList<>();
        for (Contract.Operation operation : secured()) {
            bad.forEach((fault, header) -> {
                Response answer = call(operation, request(operation).header("Authorization", header));
                if (!isRefused(answer)) {
                    accepted.add(fault + ": " + operation.operationId() + " answered " + answer.statusCode());
                }
            });
        }
        LOG.infof("%d bad tokens x %d operations, %d accepted", bad.size(), secured().size(), accepted.size());
        assertThat(accepted).isEmpty();
    }

    @Test
    void noOperationWorksWithoutAToken() {
        assertThat(secured()).allMatch(operation -> isRefused(call(operation, request(operation))));
    }

    @Test
    void aTokenBelongsIntoTheHeaderAndOnlyOnce() throws JoseException {
        String good = BadTokens.good(TestStack.identity());
        for (Contract.Operation operation : secured()) {
            assertThat(isRefused(call(operation, request(operation).queryParam("access_token", good)))).isTrue();
            assertThat(isRefused(call(operation, request(operation).cookie("access_token", good)))).isTrue();
            Headers twice = new Headers(new Header("Authorization", "Bearer garbage"),
                    new Header("Authorization", "Bearer " + good));
            assertThat(isRefused(call(operation, request(operation).headers(twice)))).isTrue();
        }
    }

    @Test
    void anOpaqueTokenIsNotAskedAboutAtTheProvider() {
        int before = TestStack.identity().requests();
        given().header("Authorization", "Bearer opaque").get("/api/v1/me").then().statusCode(401);
        assertThat(TestStack.identity().requests()).isEqualTo(before);
    }

    private static List<Contract.Operation> secured() {
        return Contract.served().operations().stream().filter(operation -> !operation.isPublic()).toList();
    }

    private static RequestSpecification request(Contract.Operation operation) {
        RequestSpecification request = given();
        return operation.hasBody()
                ? request.contentType(operation.bodyType()).body(
                        operation.exampleBody().getBytes(StandardCharsets.UTF_8))
                : request;
    }

    private static Response call(Contract.Operation operation, RequestSpecification request) {
        Map<String, String> ids = operation.pathParameters().stream().collect(
                Collectors.toMap(name -> name, name -> "1"));
        return request.request(operation.method(), operation.path(ids));
    }

    private static boolean isRefused(Response answer) {
        return answer.statusCode() == 401 && answer.contentType().startsWith("application/problem+json")
                && answer.header("WWW-Authenticate").startsWith("Bearer");
    }
}
