package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Every county counts its cases of a year in a series of its own, under its whole code. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class CaseNumberTest {

    private static final int YEAR = LocalDate.now(Days.ZONE).getYear();

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openARoundOfTheCity() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.send("city_org", "POST", "/rounds",
                """
                        {"unitId": %d, "year": %d, "name": "年度整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        world.city(), YEAR),
                null).id();
    }

    private String number(int township, int branch) {
        return new Api(world.user(Role.TOWNSHIP, township)).as().body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round, branch)).post(
                "/api/v1/cases").then().statusCode(201).extract().path("number");
    }

    private String code(int unit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM org_unit WHERE id = :id").bind("id",
                unit).mapTo(String.class).one());
    }

    @Test
    void countiesWhoseCodesBeginAlikeDoNotShareASeries() {
        int county = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
        int township = world.unit(county, UnitKind.TOWNSHIP, "邻镇党委");
        int branch = world.unit(township, UnitKind.BRANCH, "邻村党支部");
        String own = code(world.county()) + "-" + YEAR;
        assertThat(code(county)).startsWith(code(world.county()).substring(0, 6));
        assertThat(number(world.township(), world.branch(1))).isEqualTo(own + "-0001");
        assertThat(number(township, branch)).isEqualTo(code(county) + "-" + YEAR + "-0001");
        assertThat(number(world.township(), world.branch(2))).isEqualTo(own + "-0002");
    }

    @Test
    void theZerosOfANationalCodeAreLeftOut() {
        String six = Integer.toString(ThreadLocalRandom.current().nextInt(700_001, 999_999));
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET code = ? WHERE id = ?", six + "000000",
                world.county()));
        assertThat(number(world.township(), world.branch(1))).startsWith(six + "-" + YEAR + "-0");
    }
}
