package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A city that spot-checks the transformed cases of one of its counties. */
final class SpotCheckWorld {

    static final String SEED = "03 08 12 17 25 31 + 09";

    final World world;
    final Api city;
    final World.Person township;
    final List<SampleCase> cases = new ArrayList<>();
    private final Jdbi jdbi;
    private final LocalDate today = LocalDate.now(Days.ZONE);

    /** So many cases in villages, and half as many in communities. */
    SpotCheckWorld(Jdbi jdbi, int villages) {
        this.jdbi = jdbi;
        world = World.create(jdbi);
        city = new Api(world.user(Role.CITY_ORG, world.city()));
        township = world.person(Role.TOWNSHIP, world.township());
        for (int number = 0; number < villages + villages / 2; number++) {
            int branch = world.unit(world.township(), UnitKind.BRANCH, number + "村党支部");
            SampleCase subject = SampleCase.create(jdbi, world, branch, township, "TRANSFORMED");
            if (number >= villages) {
                jdbi.useHandle(handle -> handle.execute(
                        "UPDATE rectification_case SET branch_kind = 'COMMUNITY' WHERE id = ?", subject.caseId()));
            }
            cases.add(subject);
        }
    }

    ValidatableResponse freeze(String size) {
        return city.as().body("""
                {"unitId": %d, "transformedFrom": "%s", "transformedTo": "%s", "strata": ["COUNTY", "BRANCH_KIND"],
                 "seedSource": "双色球第2026135期"%s}""".formatted(world.city(), today.minusDays(30), today, size)).post(
                "/api/v1/samples").then();
    }

    /** A population frozen yesterday, from which so many are to be drawn; its path. */
    String frozen(int size) {
        long sample = freeze(", \"size\": " + size).statusCode(201).extract().jsonPath().getLong("id");
        TestStack.superuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute("UPDATE spot_sample SET frozen_at = frozen_at - interval '1 day' WHERE id = ?", sample);
        });
        return "/api/v1/samples/" + sample;
    }

    String drawn(int size) {
        String path = frozen(size);
        draw(path, SEED).statusCode(200);
        return path;
    }

    ValidatableResponse draw(String path, String seed) {
        return city.post(path + "/draw", etag(path), """
                {"seed": "%s", "seedPublishedOn": "%s"}""".formatted(seed, today));
    }

    ValidatableResponse replace(String path, long item, String body) {
        return city.post(path + "/items/" + item + "/not-examinable", etag(path), body);
    }

    String etag(String path) {
        return city.get(path).statusCode(200).extract().header("ETag");
    }

    JsonPath list(String path) {
        return city.get(path + "?limit=200").statusCode(200).extract().jsonPath();
    }

    /** The case of the first drawn item. */
    SampleCase firstDrawn(String path) {
        return new SampleCase(list(path + "/items").getLong("items[0].caseId"), jdbi);
    }

    ValidatableResponse start(Api by, String path, SampleCase subject, String inspector) {
        return by.post(subject.path("spot-checks"), subject.etag(),
                """
                        {"sampleId": %s, "heldOn": "%s",
                         "team": [{"subject": "%s", "name": "周处长", "post": "处长", "unit": "市委组织部", "leader": true}]}""".formatted(
                        path.substring(path.lastIndexOf('/') + 1), today, inspector));
    }
}
