package org.zhengdun.exchange;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Sends files and follows their jobs. */
final class Imports {

    static final String HEADER = "code,parentCode,kind,name,branchKind\n";

    private Imports() {}

    static Response send(String token, String csv, String query) {
        return send(token, csv.getBytes(StandardCharsets.UTF_8), query);
    }

    static Response send(String token, byte[] csv, String query) {
        return given().auth().oauth2(token).contentType("text/csv").body(csv).post(
                "/api/v1/org-units/imports" + query);
    }

    /** Sends the rows and returns the job at its end. */
    static JsonPath run(String token, String rows) {
        return ended(token, send(token, HEADER + rows, "").then().statusCode(202).extract().header("Location"),
                Duration.ofSeconds(60));
    }

    static JsonPath ended(String token, String job, Duration limit) {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            JsonPath found = given().auth().oauth2(token).get(job).then().statusCode(200).extract().jsonPath();
            if (!found.getString("state").matches("QUEUED|RUNNING")) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(job + " did not end within " + limit);
    }
}
