package org.zhengdun.support;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.zhengdun.local.Api;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** One person for each role in a world, each with the grant that fits the role. */
public final class Cast implements Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Function<Role, World.Person> casting;
    private final Map<Role, World.Person> people = new ConcurrentHashMap<>();

    /** People of the local identity provider. */
    public Cast(World world) {
        this.world = world;
        this.casting = this::appear;
    }

    /** People who come from elsewhere; each is asked for once. */
    public Cast(World world, Function<Role, World.Person> casting) {
        this.world = world;
        this.casting = casting;
    }

    /** A request of the person with this role. */
    public RequestSpecification as(Role role) {
        return given().auth().oauth2(token(role));
    }

    public String token(Role role) {
        return person(role).token();
    }

    public World.Person person(Role role) {
        return people.computeIfAbsent(role, casting);
    }

    /** The round of this year for the county of the world. */
    public long openRound() {
        int year = LocalDate.now(Days.ZONE).getYear();
        return send("county_org", "POST", "/rounds",
                """
                        {"unitId": %d, "year": %d, "name": "年度整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        world.county(), year),
                null).id();
    }

    /** Lets the county close cases on the day on which they are transformed. */
    public void waiveObservation() {
        String path = "/settings/" + world.county();
        send("province_org", "PATCH", path, "{\"observationMonths\": 0, \"lookBackMonths\": []}",
                send("province_org", "GET", path, null, null).etag());
    }

    @Override
    public Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag) {
        RequestSpecification request = as(Role.ofToken(role).orElseThrow());
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        Response response = request.request(method, "/api/v1" + path);
        if (response.statusCode() >= 300) {
            throw new AssertionError("%s %s by %s: %d %s".formatted(method, path, role, response.statusCode(),
                    response.asString()));
        }
        try {
            return new Answer(JSON.readTree(response.asString()), response.header("ETag"), response.header("Location"));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public String subject(String role) {
        return person(Role.ofToken(role).orElseThrow()).subject();
    }

    private World.Person appear(Role role) {
        return switch (role) {
            case BRANCH -> world.person(role, world.branch(1));
            case TOWNSHIP -> world.person(role, world.township());
            case COUNTY_ORG, COUNTY_DEPT, DISCIPLINE -> world.person(role, world.county());
            case CITY_ORG -> world.person(role, world.city());
            case PROVINCE_ORG, STATISTICS, AUDITOR, SYSADMIN -> world.person(role, world.province());
            case HELPER, INSPECTOR -> {
                String subject = world.newCode() + "-" + role.tokenName();
                yield new World.Person(0, subject,
                        TestStack.identity().accessToken(subject, Set.of(role.tokenName())));
            }
        };
    }
}
