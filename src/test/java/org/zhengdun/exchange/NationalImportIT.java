package org.zhengdun.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tukaani.xz.XZInputStream;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The whole national tree, twice; only run on demand with {@code -Dzhengdun.nation=true}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@EnabledIfSystemProperty(named = "zhengdun.nation", matches = "true")
class NationalImportIT {

    private static final Logger LOG = Logger.getLogger(NationalImportIT.class);
    private static final int NATION = 1;
    private static final int UNITS = 665_276;

    @Inject
    Jdbi jdbi;

    @Test
    void importsTheNationInAMinuteAndAgainInTenSeconds() throws IOException {
        String token = World.create(jdbi).user(Role.PROVINCE_ORG, NATION);
        byte[] file = nationalTree();
        Duration first = timed(token, file, UNITS, 0);
        Duration second = timed(token, file, 0, UNITS);
        LOG.infof("national import: first %s, second %s", first, second);
        Instant asked = Instant.now();
        given().auth().oauth2(token).queryParam("name", "中山").queryParam("match", "substring").get(
                "/api/v1/org-units").then().statusCode(200);
        LOG.infof("substring of the nation: %s", Duration.between(asked, Instant.now()));
        assertThat(first).isLessThan(Duration.ofSeconds(60));
        assertThat(second).isLessThan(Duration.ofSeconds(10));
    }

    private static Duration timed(String token, byte[] file, int created, int unchanged) {
        Instant start = Instant.now();
        String location = Imports.send(token, file, "").then().statusCode(202).extract().header("Location");
        LOG.infof("uploaded in %s", Duration.between(start, Instant.now()));
        JsonPath job = Imports.ended(token, location, Duration.ofMinutes(5));
        LOG.infof("job: %s", job.prettify());
        assertThat(job.getInt("counts.created")).isEqualTo(created);
        assertThat(job.getInt("counts.unchanged")).isEqualTo(unchanged);
        return Duration.between(start, Instant.now());
    }

    private static byte[] nationalTree() throws IOException {
        try (InputStream file = new XZInputStream(
                Files.newInputStream(Path.of("src/local/divisions/national-tree.csv.xz")))) {
            return file.readAllBytes();
        }
    }
}
