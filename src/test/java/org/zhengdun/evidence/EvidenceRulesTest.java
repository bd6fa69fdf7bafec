package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class EvidenceRulesTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private SampleCase subject;
    private EvidenceApi api;
    private World.Person executor;
    private String township;

    @BeforeEach
    void openCase() {
        world = World.create(jdbi);
        World.Person proposer = world.person(Role.TOWNSHIP, world.township());
        subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "RECTIFYING");
        api = new EvidenceApi(subject);
        township = proposer.token();
        executor = world.person(Role.TOWNSHIP, world.township());
    }

    @Test
    void aFileIsEvidenceForItsProblem() throws IOException {
        long problem = problem();
        String move = "{\"action\":\"MARK_DONE\"}";
        String path = subject.path("problems/" + problem + "/transitions");
        new Api(township).post(path, subject.etag(), move).statusCode(422).body("errors[0].pointer", is("/evidence"));
        api.photo(executor.token()).queryParam("problemId", problem).body(Samples.jpeg(500)).post(
                api.path()).then().statusCode(201).body("problemId", is((int) problem));
        new Api(township).post(path, subject.etag(), move).statusCode(201);
    }

    @Test
    void whoWorksOnTheCaseGivesEvidenceOfItAsAnExecutor() throws IOException {
        api.uploaded(executor.token(), Samples.jpeg(500));
        assertThat(parts()).isOne();
    }

    @Test
    void anOfficialOfTheCountySendsThePapersOfItsDecisionsWithoutAPart() throws IOException {
        executor = world.person(Role.COUNTY_ORG, world.county());
        long file = api.uploaded(executor.token(), Samples.jpeg(500));
        api.photo(executor.token()).body(Samples.jpeg(600)).post(api.path(file, "/versions")).then().statusCode(201);
        assertThat(parts()).isZero();
    }

    @Test
    void whoGivesEvidenceOfAProblemIsAnExecutor() throws IOException {
        executor = world.person(Role.COUNTY_ORG, world.county());
        api.photo(executor.token()).queryParam("problemId", problem()).body(Samples.jpeg(500)).post(
                api.path()).then().statusCode(201);
        assertThat(parts()).isOne();
    }

    @Test
    void evidenceOfAMeasureIsEvidenceOfItsProblem() throws IOException {
        long problem = problem();
        long measure = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO measure (case_id, problem_id, kind, description, starts_on, due_on, state)
                VALUES (:case, :problem, 'ORDINARY', '选派书记', '2026-01-01', '2026-06-30', 'OPEN') RETURNING id""").bind(
                "case", subject.caseId()).bind("problem", problem).mapTo(Long.class).one());
        api.photo(township).queryParam("measureId", measure).body(Samples.jpeg(500)).post(api.path()).then().statusCode(
                201).body("problemId", is((int) problem)).body("measureId", is((int) measure));
        api.as(township).get(api.path() + "?problemId=" + problem).then().body("items.size()", is(1));
    }

    @Test
    void aClosedCaseIsReadAndNotAddedTo() throws IOException {
        long file = api.uploaded(township, Samples.jpeg(500));
        subject.put("CLOSED");
        api.upload(township, Samples.jpeg(500)).statusCode(409);
        api.photo(township).body(Samples.jpeg(500)).post(api.path(file, "/versions")).then().statusCode(409);
        api.as(township).get(api.path(file, "/content")).then().statusCode(200);
    }

    @Test
    void hidesFilesFromStrangersAndMachines() throws IOException {
        long file = api.uploaded(township, Samples.jpeg(500));
        World elsewhere = World.create(jdbi);
        String stranger = elsewhere.user(Role.COUNTY_ORG, elsewhere.county());
        for (String path : new String[]{api.path(), api.path(file, ""), api.path(file, "/content")}) {
            api.as(stranger).get(path).then().statusCode(404);
            api.as(world.user(Role.STATISTICS, world.county())).get(path).then().statusCode(403);
        }
        api.upload(stranger, Samples.jpeg(500)).statusCode(404);
        api.upload(world.user(Role.CITY_ORG, world.city()), Samples.jpeg(500)).statusCode(403);
        SampleCase other = SampleCase.create(jdbi, world, world.branch(2),
                world.person(Role.TOWNSHIP, world.township()), "RECTIFYING");
        api.as(township).get(other.path("evidence/" + file + "/content")).then().statusCode(404);
    }

    private long problem() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                    created_at)
                SELECT id, ancestors, 'W01', 1, false, '书记空缺', '研判', 'OPEN', now()
                FROM rectification_case WHERE id = :case RETURNING id""").bind("case", subject.caseId()).mapTo(
                Long.class).one());
    }

    private int parts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM case_participant WHERE case_id = :case AND account_id = :account AND part = 'EXECUTOR'").bind(
                        "case", subject.caseId()).bind("account", executor.accountId()).mapTo(Integer.class).one());
    }
}
