package org.zhengdun.evidence;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.SampleCase;

/** Requests about the evidence of one case. */
record EvidenceApi(SampleCase subject) {

    RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    /** An upload with a name and a day that are right; what is wrong is added by the test. */
    RequestSpecification photo(String token) {
        return as(token).contentType("image/jpeg").queryParam("name", "公开栏.jpg").queryParam("occurredOn",
                LocalDate.now(Days.ZONE).toString());
    }

    ValidatableResponse upload(String token, byte[] bytes) {
        return photo(token).body(bytes).post(path()).then();
    }

    long uploaded(String token, byte[] bytes) {
        return upload(token, bytes).statusCode(201).extract().jsonPath().getLong("id");
    }

    String path() {
        return subject.path("evidence");
    }

    String path(long fileId, String part) {
        return subject.path("evidence/" + fileId + part);
    }
}
