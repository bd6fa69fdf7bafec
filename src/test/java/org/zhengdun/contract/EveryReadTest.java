package org.zhengdun.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Runs every query of the service at least once: each published read, alone and with each value of each parameter. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EveryReadTest {

    private static final Map<String, List<String>> SAMPLES = Map.of("integer", List.of("1"), "boolean",
            List.of("true", "false"), "string", List.of("1"));
    private static final Map<String, String> DATES = Map.of("date", "2026-01-05", "date-time", "2026-01-05T00:00:00Z");

    @Inject
    Jdbi jdbi;

    /** One read to try. */
    private record Attempt(Contract.Operation operation, Map<String, String> query) {}

    @Test
    void noReadFailsWhateverItIsFilteredBy() {
        Cast cast = new Cast(World.create(jdbi));
        List<Attempt> attempts = Contract.served().operations().stream().filter(
                operation -> operation.method().equals("GET") && !operation.path().contains("/probe")
                        && operation.pathParameters().isEmpty()).flatMap(
                                operation -> attempts(operation).stream()).toList();
        List<String> failed = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Response answer = request(cast, attempt).queryParams(attempt.query()).get(attempt.operation().path());
            boolean plain = attempt.query().isEmpty() && !attempt.operation().hasRequiredQuery();
            if (answer.statusCode() >= 500 || (plain && answer.statusCode() != 200)) {
                failed.add(attempt.operation().operationId() + attempt.query() + ": " + answer.statusCode());
            }
        }
        assertThat(attempts).hasSizeGreaterThan(60);
        assertThat(failed).isEmpty();
    }

    @Test
    void everyReadOfACaseAnswersForACaseWithEverything() {
        World world = World.create(jdbi);
        Cast cast = new Cast(world);
        long caseId = new CaseStory(cast).nominate(cast.openRound(),
                world.branch(1)).confirm().plan().rectify().applyForAcceptance().check().transform().caseId();
        long check = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id FROM acceptance_check WHERE case_id = :case").bind("case", caseId).mapTo(Long.class).one());
        Map<String, Object> ids = Map.of("id", caseId, "checkId", check, "fileId", CaseParts.evidence(jdbi, caseId,
                cast.person(Role.COUNTY_ORG).accountId()), "visitId", CaseParts.visit(jdbi, caseId));
        List<Contract.Operation> reads = Contract.served().operations().stream().filter(
                operation -> operation.method().equals("GET")
                        && operation.path().startsWith("/api/v1/cases/{id}")).toList();
        assertThat(reads).hasSizeGreaterThanOrEqualTo(6).allSatisfy(operation -> assertThat(cast.as(
                Role.COUNTY_ORG).get(operation.path(ids)).statusCode()).as(
                        operation.operationId()).isEqualTo(200));
    }

    private static RequestSpecification request(Cast cast, Attempt attempt) {
        JsonNode roles = attempt.operation().node().path("x-roles");
        if (!roles.isArray()) {
            return cast.as(Role.COUNTY_ORG);
        }
        List<Role> allowed = StreamSupport.stream(roles.spliterator(), false).map(
                role -> Role.ofToken(role.asText()).orElseThrow()).filter(role -> !role.isAssigned()).toList();
        return cast.as(allowed.contains(Role.COUNTY_ORG) ? Role.COUNTY_ORG : allowed.getFirst());
    }

    private static List<Attempt> attempts(Contract.Operation operation) {
        List<Attempt> attempts = new ArrayList<>(List.of(new Attempt(operation, Map.of())));
        for (JsonNode parameter : Contract.served().parameters(operation)) {
            if (parameter.path("in").asText().equals("query")) {
                values(Contract.served().resolve(parameter.path("schema"))).forEach(value -> attempts.add(
                        new Attempt(operation, Map.of(parameter.path("name").asText(), value))));
            }
        }
        return attempts;
    }

    private static List<String> values(JsonNode schema) {
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false).filter(
                    value -> !value.isNull()).map(JsonNode::asText).toList();
        }
        String format = schema.path("format").asText();
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return DATES.containsKey(format)
                ? List.of(DATES.getOrDefault(format, ""))
                : SAMPLES.getOrDefault(type.asText(), List.of("1"));
    }
}
