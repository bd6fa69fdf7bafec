package org.zhengdun.evidence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Evidence of a check is for the checking level and the team until the check is completed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CheckEvidenceTest {

    @Inject
    Jdbi jdbi;

    @Test
    void theCheckedFindItsEvidenceWhenTheCheckIsCompleted() throws IOException {
        World world = World.create(jdbi);
        World.Person proposer = world.person(Role.TOWNSHIP, world.township());
        SampleCase subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "ACCEPTANCE");
        EvidenceApi evidence = new EvidenceApi(subject);
        String county = world.user(Role.COUNTY_ORG, world.county());
        String inspector = "inspector-" + subject.caseId();
        long check = new Api(county).post(subject.path("checks"), subject.etag(), """
                {"heldOn":"2026-11-20","team":[
                {"subject":"%s","name":"王五","post":"科长","unit":"县委组织部","leader":true}]}""".formatted(
                inspector)).statusCode(201).extract().jsonPath().getLong("id");
        int file = evidence.photo(TestStack.identity().accessToken(inspector, Set.of("inspector"))).queryParam(
                "checkId",
                check).body(Samples.jpeg(500)).post(evidence.path()).then().statusCode(201).extract().path("id");

        Api township = new Api(proposer.token());
        township.get(evidence.path()).statusCode(200).body("items", empty());
        township.get(evidence.path(file, "")).statusCode(404);
        township.get(evidence.path(file, "/content")).statusCode(404);
        township.get(subject.path("timeline")).body("items.kind", not(hasItem("evidence.added")));
        new Api(county).get(evidence.path()).body("items.id", contains(file));
        new Api(county).get(subject.path("timeline")).body("items.kind", hasItem("evidence.added"));

        jdbi.useHandle(handle -> handle.execute("""
                UPDATE acceptance_check SET state = 'COMPLETED', completed_at = now(), completed_by = formed_by
                WHERE id = ?""", check));
        township.get(evidence.path()).body("items.id", contains(file));
    }

    @Test
    void aCheckThatIsOverTakesNoFileAndNoVersionButRepeatsTheFirstAnswer() throws IOException {
        World world = World.create(jdbi);
        SampleCase subject = SampleCase.create(jdbi, world, world.branch(1),
                world.person(Role.TOWNSHIP, world.township()), "ACCEPTANCE");
        EvidenceApi evidence = new EvidenceApi(subject);
        Api county = new Api(world.user(Role.COUNTY_ORG, world.county()));
        for (String end : List.of("COMPLETED', completed_by = formed_by, completed_at = now(), conclusion = 'x",
                "CANCELLED', cancelled_by = formed_by, cancelled_at = now(), cancel_reason = 'x")) {
            String inspector = world.newCode();
            String token = TestStack.identity().accessToken(inspector, Set.of("inspector"));
            long check = county.post(subject.path("checks"), subject.etag(), """
                    {"heldOn":"2026-11-20","team":[
                    {"subject":"%s","name":"王五","post":"科长","unit":"县委组织部","leader":true}]}""".formatted(
                    inspector)).statusCode(201).extract().jsonPath().getLong("id");
            int file = evidence.photo(token).queryParam("checkId", check).header("Idempotency-Key", "first").body(
                    Samples.jpeg(500)).post(evidence.path()).then().statusCode(201).extract().path("id");
            evidence.photo(token).body(Samples.jpeg(500)).post(evidence.path()).then().statusCode(403).body("detail",
                    containsString("EVIDENCE_ADD"));
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE acceptance_check SET state = '" + end + "' WHERE id = ?", check));
            evidence.photo(token).queryParam("checkId", check).body(Samples.jpeg(600)).post(
                    evidence.path()).then().statusCode(409).body("detail",
                            containsString(end.startsWith("COMPLETED") ? "已完成" : "已作废"));
            evidence.photo(token).queryParam("checkId", check).header("Idempotency-Key", "second").body(
                    Samples.jpeg(600)).post(evidence.path()).then().statusCode(409);
            evidence.photo(token).body(Samples.jpeg(600)).post(evidence.path(file, "/versions")).then().statusCode(
                    409);
            evidence.photo(token).queryParam("checkId", check).header("Idempotency-Key", "first").body(
                    Samples.jpeg(500)).post(evidence.path()).then().statusCode(201).body("id", is(file));
        }
    }

    @Test
    void anOfficialOfTheCitySendsEvidenceForTheCheckWhoseTeamHeIsOnAndForNothingElse() throws IOException {
        World world = World.create(jdbi);
        World.Person official = world.person(Role.CITY_ORG, world.city());
        SampleCase subject = SampleCase.create(jdbi, world, world.branch(1),
                world.person(Role.TOWNSHIP, world.township()), "ACCEPTANCE");
        EvidenceApi evidence = new EvidenceApi(subject);
        long check = new Api(world.user(Role.COUNTY_ORG, world.county())).post(subject.path("checks"), subject.etag(),
                """
                        {"heldOn":"2026-11-20","team":[
                        {"subject":"%s","name":"赵六","post":"处长","unit":"市委组织部","leader":true}]}""".formatted(
                        official.subject())).statusCode(201).extract().jsonPath().getLong("id");
        evidence.photo(official.token()).queryParam("checkId", check).body(Samples.jpeg(500)).post(
                evidence.path()).then().statusCode(201);
        evidence.photo(official.token()).body(Samples.jpeg(500)).post(evidence.path()).then().statusCode(403).body(
                "detail", containsString("EVIDENCE_ADD"));
        for (Role office : List.of(Role.COUNTY_ORG, Role.CITY_ORG, Role.PROVINCE_ORG)) {
            int unit = office == Role.COUNTY_ORG
                    ? world.county()
                    : office == Role.CITY_ORG ? world.city() : world.province();
            evidence.photo(world.user(office, unit)).queryParam("checkId", check).body(Samples.jpeg(500)).post(
                    evidence.path()).then().statusCode(403).body("rule", is("not-on-the-team"));
        }
    }
}
