package org.zhengdun.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests as one caller. */
public record Api(String token) {

    public RequestSpecification as() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public ValidatableResponse get(String path) {
        return as().get(path).then();
    }

    public ValidatableResponse post(String path, String etag, String body) {
        return as().header("If-Match", etag).body(body).post(path).then();
    }

    public ValidatableResponse put(String path, String etag, String body) {
        return as().header("If-Match", etag).body(body).put(path).then();
    }
}
