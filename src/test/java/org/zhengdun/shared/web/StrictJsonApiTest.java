package org.zhengdun.shared.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StrictJsonApiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown field          | {"text":"a","number":1,"extra":1}            | 400 | unknown-field     | /extra
            unknown nested field   | {"text":"a","number":1,"parts":[{"name":"n","count":1,"x":2}]} | 400 | unknown-field | /parts/0/x
            duplicate key          | {"text":"a","text":"b","number":1}           | 400 | malformed-body    |
            fraction for integer   | {"text":"a","number":1.9}                    | 400 | wrong-type        | /number
            whole fraction         | {"text":"a","number":1.0}                    | 400 | wrong-type        | /number
            text for number        | {"text":"a","number":"1"}                    | 400 | wrong-type        | /number
            number for text        | {"text":1,"number":1}                        | 400 | wrong-type        | /text
            boolean for text       | {"text":true,"number":1}                     | 400 | wrong-type        | /text
            number for boolean     | {"text":"a","number":1,"flag":1}             | 400 | wrong-type        | /flag
            text for boolean       | {"text":"a","number":1,"flag":"true"}        | 400 | wrong-type        | /flag
            empty text for number  | {"text":"a","number":1,"large":""}           | 400 | wrong-type        | /large
            empty text for date    | {"text":"a","number":1,"day":""}             | 422 | validation-failed | /day
            number for date        | {"text":"a","number":1,"day":20000}          | 400 | wrong-type        | /day
            array for date         | {"text":"a","number":1,"day":[2026,1,1]}     | 400 | wrong-type        | /day
            number for instant     | {"text":"a","number":1,"at":1700000000}      | 400 | wrong-type        | /at
            number for enum        | {"text":"a","number":1,"colour":0}           | 400 | wrong-type        | /colour
            unknown enum value     | {"text":"a","number":1,"colour":"BLUE"}      | 422 | validation-failed | /colour
            enum in lower case     | {"text":"a","number":1,"colour":"red"}       | 422 | validation-failed | /colour
            object for array       | {"text":"a","number":1,"parts":{}}           | 400 | wrong-type        | /parts
            array for object       | []                                           | 400 | wrong-type        |
            text for object        | "text"                                       | 400 | wrong-type        |
            null for number        | {"text":"a","number":null}                   | 400 | wrong-type        | /number
            missing number         | {"text":"a"}                                 | 400 | wrong-type        | /number
            number beyond int      | {"text":"a","number":2147483648}             | 400 | wrong-type        | /number
            number beyond long     | {"text":"a","number":1,"large":9223372036854775808} | 400 | wrong-type | /large
            41 digits              | {"text":"a","number":1,"amount":12345678901234567890123456789012345678901} | 400 | malformed-body |
            exponent               | {"text":"a","number":1e2}                    | 400 | wrong-type        | /number
            invalid date           | {"text":"a","number":1,"day":"2026-02-30"}   | 422 | validation-failed | /day
            year of five digits    | {"text":"a","number":1,"day":"+12026-01-01"} | 422 | validation-failed | /day
            instant without offset | {"text":"a","number":1,"at":"2026-01-01T10:00:00"} | 422 | validation-failed | /at
            instant without time   | {"text":"a","number":1,"at":"2026-01-01"}    | 422 | validation-failed | /at
            NUL                    | {"text":"a\\u0000","number":1}               | 400 | malformed-body    | /text
            NUL in an enum         | {"text":"a","number":1,"colour":"RED\\u0000"}   | 400 | malformed-body  | /colour
            NUL in a date          | {"text":"a","number":1,"day":"2026-01-01\\u0000"} | 400 | malformed-body | /day
            NUL in an instant      | {"text":"a","number":1,"at":"\\u0000"}          | 400 | malformed-body  | /at
            NUL in a UUID          | {"text":"a","number":1,"uuid":"\\u0000"}        | 400 | malformed-body  | /uuid
            NUL in a number        | {"text":"a","number":"1\\u0000"}               | 400 | wrong-type       | /number
            NUL in a boolean       | {"text":"a","number":1,"flag":"\\u0000"}        | 400 | malformed-body  | /flag
            NUL in an inner text   | {"text":"a","number":1,"parts":[{"name":"\\u0000","count":1}]} | 400 | malformed-body | /parts/0/name
            NUL in a field name    | {"text":"a","number":1,"x\\u0000":1}           | 400 | unknown-field    |
            override in an enum    | {"text":"a","number":1,"colour":"\\u202eRED"}   | 400 | malformed-body  | /colour
            number for UUID        | {"text":"a","number":1,"uuid":7}             | 400 | wrong-type        | /uuid
            boolean for UUID       | {"text":"a","number":1,"uuid":true}          | 400 | wrong-type        | /uuid
            base64 for UUID        | {"text":"a","number":1,"uuid":"AAAAAAAAAAAAAAAAAAAAAA=="} | 400 | wrong-type | /uuid
            short UUID             | {"text":"a","number":1,"uuid":"1-1-1-1-1"}   | 400 | wrong-type        | /uuid
            any text for UUID      | {"text":"a","number":1,"uuid":"x"}           | 400 | wrong-type        | /uuid
            empty text for UUID    | {"text":"a","number":1,"uuid":""}            | 400 | wrong-type        | /uuid
            text for decimal       | {"text":"a","number":1,"amount":"1.5"}       | 400 | wrong-type        | /amount
            boolean for number     | {"text":"a","number":true}                   | 400 | wrong-type        | /number
            boolean for enum       | {"text":"a","number":1,"colour":true}        | 400 | wrong-type        | /colour
            zero for boolean       | {"text":"a","number":1,"flag":0}             | 400 | wrong-type        | /flag
            space around an enum   | {"text":"a","number":1,"colour":" RED"}      | 422 | validation-failed | /colour
            index for enum         | {"text":"a","number":1,"colour":"0"}         | 422 | validation-failed | /colour
            zero width space       | {"text":"\\u200b","number":1}                | 422 | validation-failed | /text
            ideographic space      | {"text":"\\u3000","number":1}                | 422 | validation-failed | /text
            Hangul filler          | {"text":"a","number":1,"parts":[{"name":"\\u3164","count":1}]} | 422 | validation-failed | /parts/0/name
            control character      | {"text":"a\\u0007","number":1}               | 400 | malformed-body    | /text
            lone high surrogate    | {"text":"a\\ud800","number":1}               | 400 | malformed-body    | /text
            lone low surrogate     | {"text":"\\udc00a","number":1}               | 400 | malformed-body    | /text
            bidirectional override | {"text":"a\\u202e","number":1}               | 400 | malformed-body    | /text
            isolate                | {"text":"a\\u2066","number":1}               | 400 | malformed-body    | /text
            too long               | {"text":"123456789012345678901","number":1}  | 422 | validation-failed | /text
            too large              | {"text":"a","number":101}                    | 422 | validation-failed | /number
            required text missing  | {"number":1}                                 | 422 | validation-failed | /text
            blank part             | {"text":"a","number":1,"parts":[{"name":" ","count":1}]} | 422 | validation-failed | /parts/0/name
            null part              | {"text":"a","number":1,"parts":[null]}       | 422 | validation-failed | /parts/0
            trailing object        | {"text":"a","number":1}{}                    | 400 | malformed-body    |
            trailing bracket       | {"text":"a","number":1}]                     | 400 | malformed-body    |
            trailing comma         | {"text":"a","number":1,}                     | 400 | malformed-body    |
            comment                | {"text":"a","number":1 /* one */}            | 400 | malformed-body    |
            single quotes          | {'text':'a','number':1}                      | 400 | malformed-body    |
            NaN                    | {"text":"a","number":1,"amount":NaN}         | 400 | malformed-body    |
            leading zero           | {"text":"a","number":01}                     | 400 | malformed-body    |
            cut off                | {"text":"a","number":                        | 400 | malformed-body    |
            literal null           | null                                         | 400 | malformed-body    |
            """)
    void refuses(String what, String json, int status, String type, @Nullable String pointer) {
        ValidatableResponse refused = post(json.getBytes(StandardCharsets.UTF_8)).statusCode(status).contentType(
                "application/problem+json").body("type", is("urn:zhengdun:problem:" + type));
        if (pointer != null) {
            refused.body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void acceptsWhatIsMeant() {
        post("""
                {"text":"整顿 😀","number":100,"large":9007199254740993,"flag":false,"amount":1.10,"day":"2028-02-29",
                 "at":"2026-01-01T10:00:00+08:00","colour":"RED","uuid":"0B6F4F0C-7E1B-4A58-9d1f-5b8f5a2c7d10","parts":[{"name":"n","count":0}]}""".getBytes(
                StandardCharsets.UTF_8)).statusCode(200).body("text", equalTo("整顿 😀")).body("at",
                        equalTo("2026-01-01T02:00:00Z")).body("large", equalTo(9007199254740993L)).body("day",
                                equalTo("2028-02-29"));
    }

    @Test
    void acceptsNullWhereAValueMayBeAbsent() {
        post("{\"text\":\"a\",\"number\":1,\"day\":null}".getBytes(StandardCharsets.UTF_8)).statusCode(200);
    }

    @Test
    void composesCharacters() {
        post("{\"text\":\"e\\u0301\",\"number\":1}".getBytes(StandardCharsets.UTF_8)).statusCode(200).body("text",
                equalTo("\u00e9"));
    }

    @Test
    void listsEveryViolationAtOnce() {
        post("{\"text\":\"123456789012345678901\",\"number\":101}".getBytes(StandardCharsets.UTF_8)).statusCode(
                422).body("errors.pointer", equalTo(List.of("/number", "/text")));
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"text\":\"a\",\"number\":1,\"parts\":" + "[".repeat(40) + "]".repeat(40) + "}";
        post(deep.getBytes(StandardCharsets.UTF_8)).statusCode(400);
        String unknownDeep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        post(unknownDeep.getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] json = "{\"text\":\"a?\",\"number\":1}".getBytes(StandardCharsets.UTF_8);
        for (int wrong : new int[]{0xff, 0xc0, 0xe9}) {
            byte[] broken = json.clone();
            broken[10] = (byte) wrong;
            post(broken).statusCode(400).body("type", is("urn:zhengdun:problem:malformed-body"));
        }
    }

    @Test
    void refusesOverlongUtf8() {
        byte[] json = "{\"text\":\"a??\",\"number\":1}".getBytes(StandardCharsets.UTF_8);
        json[10] = (byte) 0xc1;
        json[11] = (byte) 0xa1;
        post(json).statusCode(400).body("type", is("urn:zhengdun:problem:malformed-body"));
    }

    @Test
    void refusesUtf16() {
        post("{\"text\":\"a\",\"number\":1}".getBytes(StandardCharsets.UTF_16)).statusCode(400);
    }

    @Test
    void refusesAnEmptyBody() {
        post(new byte[0]).statusCode(400).body("type", is("urn:zhengdun:problem:malformed-body"));
        post("  ".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void saysNothingAboutItsInside() {
        post("{\"text\":{},\"number\":1}".getBytes(StandardCharsets.UTF_8)).statusCode(400).body(
                not(containsString("zhengdun.probe"))).body("traceId", matchesPattern("[0-9a-f]{32}"));
        post("{\"text\":\"a\",\"number\":".getBytes(StandardCharsets.UTF_8)).body(not(containsString("Source"))).body(
                not(containsString("java")));
    }

    private static ValidatableResponse post(byte[] json) {
        String token = TestStack.identity().accessToken("json", Set.of("township"));
        return given().auth().oauth2(token).contentType("application/json").body(json).post(
                "/api/v1/probe/echo").then();
    }
}
