package org.zhengdun.statistics;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A table of figures as one caller gets it. */
final class CubeTable {

    private final String token;
    private final JsonPath answer;

    private CubeTable(String token, JsonPath answer) {
        this.token = token;
        this.answer = answer;
    }

    static Response ask(String token, String query) {
        return given().auth().oauth2(token).header("Accept-Language", "en").get("/api/v1/statistics/cube?" + query);
    }

    static CubeTable of(String token, String query) {
        Response response = ask(token, query);
        response.then().statusCode(200);
        return new CubeTable(token, response.jsonPath());
    }

    JsonPath json() {
        return answer;
    }

    /** Numerators other than zero, by row, column and measure joined with slashes; - stands for all. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        everyCell().forEach(cell -> {
            if (cell.get("numerator") instanceof Integer count && count != 0) {
                counts.put(key(cell), count);
            }
        });
        return counts;
    }

    /** Values as texts, where there are any. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        everyCell().forEach(cell -> {
            if (cell.get("value") instanceof Number value) {
                values.put(key(cell), value.toString());
            }
        });
        return values;
    }

    /** Opens every link and answers those that do not have as many rows as their figure says. */
    List<String> wrongLinks() {
        return everyCell().stream().flatMap(cell -> Stream.of(
                wrong(cell, "rowsHref", "numerator"), wrong(cell, "denominatorHref", "denominator"))).filter(
                        text -> !text.isEmpty()).toList();
    }

    private String wrong(Map<String, Object> cell, String link, String figure) {
        if (!cell.containsKey(link)) {
            return "";
        }
        Response rows = given().auth().oauth2(token).urlEncodingEnabled(false).get(cell.get(link) + "&limit=200");
        rows.then().statusCode(200);
        int found = rows.jsonPath().getList("items.id").size();
        return Objects.equals(cell.get(figure), found) ? "" : cell + " has " + found + " rows";
    }

    private List<Map<String, Object>> everyCell() {
        List<Map<String, Object>> cells = new ArrayList<>(answer.getList("cells"));
        cells.addAll(answer.getList("totals"));
        return cells;
    }

    private static String key(Map<String, Object> cell) {
        return cell.getOrDefault("row", "-") + "/" + cell.getOrDefault("column", "-") + "/" + cell.get("measure");
    }
}
