package org.zhengdun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SmokeTest {

    @Test
    void readsMe() {
        given().get("/api/v1/me").then().log().all().statusCode(401);
        given().get("/api/v1/problems").then().log().all().statusCode(200);
        given().get("/api/v1/nothing").then().log().all().statusCode(404);
        given().get("/nothing").then().log().all().statusCode(404);
        given().delete("/api/v1/problems").then().log().all().statusCode(405);
        given().get("/api/v1/problems?x=1").then().log().all().statusCode(400);
        given().auth().oauth2(TestStack.identity().accessToken("somebody", Set.of("township"))).get(
                "/api/v1/me").then().log().all().statusCode(200).body("subject", is("somebody"));
    }
}
