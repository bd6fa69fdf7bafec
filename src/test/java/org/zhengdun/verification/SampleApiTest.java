package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.TestStack;

/** Samples: the population first, the seed second, the same for everybody who draws again. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class SampleApiTest {

    @Inject
    Jdbi jdbi;

    private SpotCheckWorld checks;

    @BeforeEach
    void transformCases() {
        checks = new SpotCheckWorld(jdbi, 8);
    }

    private static String canonical(JsonPath population) {
        Map<String, String> sorted = new TreeMap<>();
        List<Map<String, String>> members = population.getList("items");
        members.forEach(member -> sorted.put(member.get("caseNumber"), member.get("stratum")));
        StringBuilder text = new StringBuilder();
        sorted.forEach((number, stratum) -> text.append(number).append('\t').append(stratum).append('\n'));
        return text.toString();
    }

    private SecondDrawing second(String path) {
        Map<String, String> strata = new TreeMap<>();
        List<Map<String, String>> members = checks.list(path + "/population").getList("items");
        members.forEach(member -> strata.put(member.get("caseNumber"), member.get("stratum")));
        return new SecondDrawing(SpotCheckWorld.SEED, strata);
    }

    @Test
    void thePopulationIsFrozenWithItsDigestBeforeTheSeedIsKnown() {
        String path = checks.frozen(4);
        JsonPath sample = checks.city.get(path).body("state", is("FROZEN")).body("population",
                is(12)).extract().jsonPath();
        assertThat(sample.getString("seed")).isNull();
        assertThat(sample.getString("populationDigest")).isEqualTo(
                SecondDrawing.hash(canonical(checks.list(path + "/population"))));
        assertThat(checks.list(path + "/items").getList("items")).isEmpty();
        jdbi.useHandle(handle -> handle.execute("UPDATE rectification_case SET state = 'RECTIFYING' WHERE id = ?",
                checks.cases.getFirst().caseId()));
        checks.city.get(path + "/population").body("items.size()", is(12));
    }

    @Test
    void theSeedDecidesAndEnlargingKeepsTheFirstDraw() {
        String path = checks.drawn(4);
        SecondDrawing second = second(path);
        List<String> first = checks.list(path + "/items").getList("items.caseNumber");
        assertThat(first).isEqualTo(second.draw(4));
        checks.city.post(path + "/enlarge", checks.etag(path), "{\"size\": 3}").statusCode(200).body("draws", is(2));
        JsonPath items = checks.list(path + "/items");
        assertThat(items.getList("items.caseNumber").subList(0, 4)).isEqualTo(first);
        assertThat(items.getList("items.caseNumber").subList(4, 7)).isEqualTo(second.draw(3));
        assertThat(items.getList("items.draw")).containsExactly(1, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void aCaseThatCannotBeExaminedIsReplacedByTheNextOfItsStratum() {
        String path = checks.drawn(4);
        SecondDrawing second = second(path);
        second.draw(4);
        long item = checks.list(path + "/items").getLong("items[0].id");
        String stratum = checks.list(path + "/items").getString("items[0].stratum");
        String number = checks.list(path + "/items").getString("items[0].caseNumber");
        checks.replace(path, item, "{}").statusCode(422).body("errors.pointer", contains("/reason"));
        checks.replace(path, item, "{\"reason\": \"汛期道路中断\"}").statusCode(200);
        JsonPath items = checks.list(path + "/items");
        assertThat(items.getString("items[0].state")).isEqualTo("NOT_EXAMINABLE");
        assertThat(items.getString("items[0].reason")).isEqualTo("汛期道路中断");
        assertThat(items.getString("items[4].caseNumber")).isEqualTo(second.next(stratum));
        assertThat(checks.list(path + "/draws").getString("items[1].replaces")).isEqualTo(number);
        checks.replace(path, item, "{\"reason\": \"又一次\"}").statusCode(409);
    }

    @Test
    void theScriptDrawsTheSameFromTheExports(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3 here");
        String path = checks.drawn(4);
        checks.replace(path, checks.list(path + "/items").getLong("items[1].id"), "{\"reason\": \"支部已撤并\"}");
        checks.city.post(path + "/enlarge", checks.etag(path), "{\"size\": 2}").statusCode(200);
        assertThat(script(folder, path, "")).isZero();
        assertThat(Files.readAllLines(folder.resolve("out"))).hasSize(7);
        assertThat(script(folder, path, "0")).isEqualTo(1);
    }

    @Test
    void theScriptSaysThatNothingIsDrawnYet(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3 here");
        assertThat(script(folder, checks.frozen(4), "")).isEqualTo(2);
        assertThat(folder.resolve("err")).content().contains("not drawn").doesNotContain("Traceback");
    }

    /** The exit code of the script on the exports, with this put before every case number of the population. */
    private int script(Path folder, String path, String changed) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("sample"), checks.city.get(path).extract().asString());
        for (String part : List.of("population", "draws", "items")) {
            Files.writeString(folder.resolve(part), checks.city.get(path + "/" + part).extract().asString().replace(
                    "\"caseNumber\":\"", "\"caseNumber\":\"" + changed));
        }
        return new ProcessBuilder("/usr/bin/python3",
                Path.of("examples/recompute-sample.py").toAbsolutePath().toString(),
                "sample", "population", "draws", "items").directory(folder.toFile()).redirectOutput(
                        folder.resolve("out").toFile()).redirectError(
                                folder.resolve("err").toFile()).start().waitFor();
    }

    @Test
    void nothingOfADrawnSampleChanges() {
        String path = checks.frozen(4);
        checks.city.post(path + "/enlarge", checks.etag(path), "{\"size\": 1}").statusCode(409);
        checks.draw(path, SpotCheckWorld.SEED).statusCode(200).body("state", is("DRAWN"));
        checks.draw(path, "another seed").statusCode(409).body("detail", is("样本已抽取,种子不可更改"));
        long sample = checks.city.get(path).extract().jsonPath().getLong("id");
        for (String change : List.of("UPDATE spot_sample SET seed = 'other' WHERE id = %d",
                "UPDATE spot_sample SET population_digest = 'other' WHERE id = %d",
                "UPDATE spot_sample SET seed_source = 'other' WHERE id = %d",
                "DELETE FROM spot_sample WHERE id = %d", "DELETE FROM sample_member WHERE sample_id = %d",
                "UPDATE sample_item SET draw = 2 WHERE sample_id = %d", "DELETE FROM sample_draw WHERE sample_id = %d",
                "INSERT INTO sample_member SELECT %d, id, number, 'ALL' FROM rectification_case LIMIT 1",
                "INSERT INTO sample_item (sample_id, case_id, case_number, stratum, draw, digest)"
                        + " SELECT sample_id, case_id, case_number, stratum, 1, '' FROM sample_member"
                        + " WHERE sample_id = %d")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change.formatted(sample)))).as(
                    change).hasMessageMatching("(?s).*(immutable|append-only|frozen|is done|permission denied).*");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {", \"rate\": 1.5; /rate", ", \"rate\": 0; /rate", ", \"size\": 0; /size",
            ", \"size\": 13; /size", ", \"size\": 1, \"rate\": 0.5; /rate"})
    void refusesImpossibleSizes(String size, String pointer) {
        checks.freeze(size).statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void withoutASizeTheRateOfTheSettingsDraws() {
        checks.freeze("").statusCode(201).body("size", is(2));
    }

    @Test
    void anEmptyPopulationIsRefusedAndNothingIsStored() {
        checks.cases.forEach(subject -> subject.put("RECTIFYING"));
        checks.freeze("").statusCode(422).body("errors.pointer", contains("/transformedFrom"));
        checks.city.get("/api/v1/samples").body("items.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seed\": \"123\", \"seedPublishedOn\": \"2026-01-01\"}",
            "{\"seed\": \"12345\", \"seedPublishedOn\": \"2020-01-01\"}",
            "{\"seed\": \"12345\", \"seedPublishedOn\": \"2999-01-01\"}",
            "{\"seed\": \"一二三四五\", \"seedPublishedOn\": \"2026-01-01\"}"})
    void refusesASeedThatWasKnownBeforeOrIsNoPlainText(String body) {
        String path = checks.frozen(4);
        checks.city.post(path + "/draw", checks.etag(path), body).statusCode(422);
        checks.city.get(path).body("state", is("FROZEN"));
    }

    /** On the day of the freezing nobody can tell which was first. */
    @Test
    void theSeedIsPublishedAfterTheDayOfTheFreezing() {
        String path = "/api/v1/samples/" + checks.freeze(", \"size\": 4").statusCode(201).extract().jsonPath().getLong(
                "id");
        checks.draw(path, SpotCheckWorld.SEED).statusCode(422).body("errors.pointer",
                contains("/seedPublishedOn")).body(
                        "errors.code", contains("sample.seed-before-population"));
        checks.draw(checks.frozen(4), SpotCheckWorld.SEED).statusCode(200);
    }

    @Test
    void anotherCityDoesNotSeeIt() {
        String path = checks.drawn(4);
        Api other = new SpotCheckWorld(jdbi, 0).city;
        String nothing = other.get("/api/v1/samples/999999999").statusCode(404).extract().asString();
        for (String part : List.of("", "/population", "/items", "/draws")) {
            assertThat(other.get(path + part).statusCode(404).extract().asString().replaceAll(
                    "\"(instance|traceId)\":\"[^\"]*\"",
                    "")).isEqualTo(nothing.replaceAll("\"(instance|traceId)\":\"[^\"]*\"", ""));
        }
        other.get("/api/v1/samples").body("items.size()", is(0));
        new Api(checks.world.user(Role.PROVINCE_ORG, checks.world.province())).get("/api/v1/samples").body(
                "items.size()",
                is(1));
    }
}
