package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Whoever reads a case with a problem in a restricted category is seen in the audit trail; other reads leave nothing. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class RestrictedReadTest {

    @Inject
    Jdbi jdbi;

    private Cast cast;
    private CaseAtHand subject;

    @BeforeEach
    void storeACase() {
        World world = World.create(jdbi);
        cast = new Cast(world);
        StoredCases cases = new StoredCases(jdbi, world, cast, cast.openRound());
        subject = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.RECTIFYING, null));
        cases.addProblems(subject.id(), 1);
    }

    private void restrict() {
        jdbi.useHandle(handle -> handle.execute("UPDATE problem SET restricted = true WHERE case_id = ?",
                subject.id()));
    }

    private List<String> reads() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT lower(role) || ' ' || (after ->> 'target') FROM audit_entry
                WHERE entity = 'case' AND entity_id = :case::text AND action = 'case.read' ORDER BY id""").bind("case",
                subject.id()).mapTo(String.class).list());
    }

    private Response read(Role role, String part) {
        Response answer = cast.as(role).get(subject.path() + part);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    @Test
    void anOrdinaryCaseIsReadWithoutATrace() {
        read(Role.COUNTY_ORG, "");
        read(Role.TOWNSHIP, "/timeline");
        assertThat(reads()).isEmpty();
    }

    @Test
    void everyReadOfARestrictedOneLeavesOneRow() {
        restrict();
        read(Role.COUNTY_ORG, "");
        read(Role.TOWNSHIP, "/timeline?limit=5");
        read(Role.CITY_ORG, "/rungs");
        read(Role.STATISTICS, "");
        assertThat(reads()).containsExactly("county_org " + subject.path(),
                "township " + subject.path() + "/timeline?limit=5", "city_org " + subject.path() + "/rungs",
                "statistics " + subject.path());
    }

    @Test
    void anAnswerThatIsKnownIsARead() {
        restrict();
        Response first = read(Role.COUNTY_ORG, "");
        assertThat(cast.as(Role.COUNTY_ORG).header("If-None-Match", first.header("ETag")).get(
                subject.path()).statusCode()).isEqualTo(304);
        assertThat(reads()).hasSize(2);
    }

    @Test
    void listsAndRefusalsLeaveNothing() {
        restrict();
        cast.as(Role.COUNTY_ORG).get("/api/v1/cases").then().statusCode(200);
        cast.as(Role.SYSADMIN).get(subject.path()).then().statusCode(403);
        new Cast(World.create(jdbi)).as(Role.COUNTY_ORG).get(subject.path()).then().statusCode(404);
        assertThat(reads()).isEmpty();
    }
}
