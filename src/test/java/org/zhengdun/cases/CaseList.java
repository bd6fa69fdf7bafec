package org.zhengdun.cases;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** The list of cases as one caller sees it. */
record CaseList(String token) {

    /** The ids of all pages, in their order. */
    List<Long> walk(int limit, Map<String, ?> filter) {
        List<Long> ids = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            RequestSpecification request = given().auth().oauth2(token).queryParams(filter).queryParam("limit", limit);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/cases").then().statusCode(200).extract().jsonPath();
            List<Number> items = page.getList("items.id");
            if (items.size() > limit || (items.isEmpty() && cursor != null)) {
                throw new AssertionError("a page of " + items.size() + " rows");
            }
            items.forEach(id -> ids.add(id.longValue()));
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }

    List<Long> all() {
        return walk(200, Map.of());
    }

    int count(Map<String, ?> filter) {
        JsonPath count = given().auth().oauth2(token).queryParams(filter).get("/api/v1/cases/count").then().statusCode(
                200).extract().jsonPath();
        if (!count.getBoolean("exact")) {
            throw new AssertionError("not exact");
        }
        return count.getInt("count");
    }

    int read(long id) {
        return given().auth().oauth2(token).get("/api/v1/cases/" + id).statusCode();
    }
}
