package org.zhengdun.shared.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.support.RawHttp;
import org.zhengdun.support.TestStack;

/** Every refusal is a problem document, whoever refuses. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ProblemAnswersTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET     | /api/v1/nothing                                | 404
            GET     | /nothing                                       | 404
            GET     | /                                              | 404
            GET     | /api                                           | 404
            GET     | /api/v1                                        | 404
            GET     | /api/v1/                                       | 404
            GET     | /favicon.ico                                   | 404
            GET     | /api/v1/probe/things/abc                       | 404
            GET     | /api/v1/probe/things/99999999999999999999      | 404
            GET     | /api/v1/probe/things/0                         | 404
            GET     | /api/v1/problems/%00                           | 404
            GET     | /api/v1/../../etc/passwd                       | 404
            GET     | /api/v1/problems;x=1                           | 404
            GET     | /api/v1/problems?x=1                           | 400
            GET     | /api/v1/problems?dryRun=true                   | 400
            GET     | /api/v1/probe/things?limit=5;prefix=a          | 400
            GET     | /api/v1/probe/things?limit=5&limit=6           | 400
            GET     | /api/v1/probe/things?limit=0                   | 400
            GET     | /api/v1/probe/things?limit=201                 | 400
            GET     | /api/v1/probe/things?limit=x                   | 400
            GET     | /api/v1/probe/things?limit=                    | 400
            GET     | /api/v1/probe/things?limit=99999999999         | 400
            GET     | /api/v1/probe/things?prefix=%00                | 400
            GET     | /api/v1/probe/things?prefix=%E2%80%AE          | 400
            GET     | /api/v1/probe/things?prefix=%ff                | 400
            GET     | /api/v1/probe/things?=1                        | 400
            GET     | /api/v1/probe/things?%00=1                     | 400
            GET     | /api/v1/probe/fault                            | 500
            GET     | /api/v1/probe/forgotten                        | 403
            GET     | /api/v1/probe/county-only                      | 403
            POST    | /api/v1/problems                               | 405
            DELETE  | /api/v1/problems                               | 405
            PUT     | /api/v1/probe/things/1                         | 405
            TRACE   | /api/v1/problems                               | 405
            PROPFIND | /api/v1/problems                              | 405
            """)
    void answersWithAProblem(String method, String path, int status) {
        RawHttp.Answer answer = raw(method + " " + path + " HTTP/1.1", "");
        assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(status);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/problems/%zz", "/api/v1/%", "/api/v1/probe/things?prefix=%zz", "/%e4%b",
            "/<script>",
            "/%c0%ae%zz"})
    void refusesWhatIsNoAddress(String path) {
        RawHttp.Answer answer = raw("GET " + path + " HTTP/1.1", "");
        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
        assertThat(answer.head()).contains("X-Trace-Id", "nosniff").containsIgnoringCase("cache-control: no-store");
    }

    /** What is no HTTP never becomes a request: the server answers before any of our code, without words. */
    @Test
    void refusesWhatIsNoRequestLine() {
        RawHttp.Answer answer = raw("GET /a b HTTP/1.1", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesALongTarget() {
        RawHttp.Answer answer = raw("GET /api/v1/problems?x=" + "a".repeat(5_000) + " HTTP/1.1", "");
        assertThat(answer.status()).as(answer.head()).isEqualTo(414);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @Test
    void saysWhichMethodsThePathKnows() {
        given().delete("/api/v1/problems").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        authorized().delete("/api/v1/cases").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        authorized().put("/api/v1/cases/7/transitions").then().statusCode(405).header("Allow", "OPTIONS, POST");
    }

    @Test
    void refusesAWrongMediaType() {
        for (String type : new String[]{"text/plain", "application/xml", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x", "application/jsonx", "garbage", ";", "a/b/c"}) {
            RawHttp.Answer answer = raw("POST /api/v1/probe/echo HTTP/1.1\nContent-Type: " + type, "{}");
            assertThat(answer.status()).as(type + answer.head()).isEqualTo(415);
            assertThat(answer.isProblem()).as(answer.head()).isTrue();
        }
    }

    @Test
    void refusesToProduceWhatItCannot() {
        for (String type : new String[]{"text/html", "application/xml", "image/png;q=0.5", "nonsense"}) {
            RawHttp.Answer answer = raw("GET /api/v1/probe/things HTTP/1.1\nAccept: " + type, "");
            assertThat(answer.status()).as(type + answer.head() + answer.body()).isIn(400, 406);
            assertThat(answer.isProblem()).as(type + answer.head()).isTrue();
        }
    }

    @Test
    void problemsAreSentWhateverTheCallerAccepts() {
        authorized().accept("text/html").get("/api/v1/probe/things/0").then().statusCode(
                oneOf(404, 406)).contentType("application/problem+json");
        given().accept("text/html").get("/api/v1/nothing").then().statusCode(404).contentType(
                "application/problem+json");
    }

    @Test
    void refusesALargeBody() {
        String json = "{\"text\":\"a\",\"number\":1" + " ".repeat(MEGABYTE) + "}";
        RawHttp.Answer answer = raw("POST /api/v1/probe/echo HTTP/1.1\nContent-Type: application/json", json);
        assertThat(answer.status()).as(answer.head()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void refusesALargeBodyInChunks() {
        String chunk = "%x\r\n%s\r\n".formatted(65_536, " ".repeat(65_536));
        String body = chunk.repeat(20) + "0\r\n\r\n";
        RawHttp.Answer answer = RawHttp.send("POST /api/v1/probe/echo HTTP/1.1\nContent-Type: application/json\n"
                + "Transfer-Encoding: chunked\nAuthorization: Bearer " + token(), bytes(body));
        assertThat(answer.status()).as(answer.head()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void refusesABodyBeyondTheLimitOfTheServer() {
        RawHttp.Answer answer = RawHttp.send("POST /api/v1/probe/echo HTTP/1.1\nContent-Type: application/json\n"
                + "Content-Length: 200000000\nAuthorization: Bearer " + token(), new byte[0]);
        assertThat(answer.status()).as(answer.head()).isEqualTo(413);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @Test
    void refusesALargeHeader() {
        RawHttp.Answer answer = raw("GET /api/v1/problems HTTP/1.1\nX-Large: " + "a".repeat(20_000), "");
        assertThat(answer.status()).as(answer.head()).isEqualTo(431);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @Test
    void namesADoubledField() {
        for (String json : new String[]{"{\"text\":\"a\",\"number\":1,\"text\":\"b\"}",
                "{\"text\":\"a\",\"number\":1,\"text\":\"a\"}"}) {
            authorized().contentType("application/json").body(json).post("/api/v1/probe/echo").then().statusCode(
                    400).body("errors[0].pointer", is("/text")).body("errors[0].code", is("json.duplicate-key"));
        }
    }

    @Test
    void ignoresABodyWhereNoneIsRead() {
        assertThat(raw("GET /api/v1/problems HTTP/1.1\nContent-Type: application/json", "{broken").status()).isEqualTo(
                200);
    }

    @Test
    void saysNothingAboutAFault() {
        authorized().get("/api/v1/probe/fault").then().statusCode(500).body(not(containsString("secret"))).body(
                not(containsString("Exception")));
    }

    @Test
    void speaksChineseByDefaultAndEnglishWhenAsked() {
        given().get("/api/v1/nothing").then().header("Content-Language", "zh-CN").body("title", is("未找到"));
        given().header("Accept-Language", "en-GB,zh;q=0.5").get("/api/v1/nothing").then().header("Content-Language",
                "en").body("title", is("Not found")).body("type", is("urn:zhengdun:problem:not-found"));
        given().header("Accept-Language", "en;q=0").get("/api/v1/nothing").then().header("Content-Language", "zh-CN");
        given().header("Accept-Language", "fr").get("/api/v1/me").then().statusCode(401).header("Content-Language",
                "zh-CN");
        given().header("Accept-Language", ";;;,,").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void takesTheTraceIdFromTheCaller() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").get("/api/v1/nothing").then().body(
                "traceId", is(trace)).header("X-Trace-Id", trace);
        given().header("traceparent", "00-<script>-x").get("/api/v1/me").then().body(not(containsString("script")));
    }

    private static RequestSpecification authorized() {
        return given().auth().oauth2(token());
    }

    private static RawHttp.Answer raw(String head, String body) {
        byte[] bytes = bytes(body);
        return RawHttp.send(head + "\nContent-Length: " + bytes.length + "\nAuthorization: Bearer " + token(), bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String token() {
        return TestStack.identity().accessToken("problems", Set.of("township"));
    }
}
