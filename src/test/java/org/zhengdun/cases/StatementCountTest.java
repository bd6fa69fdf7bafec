package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.SqlRecorder;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Requests send as many SQL statements for much data as for little. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StatementCountTest {

    private static final Logger LOG = Logger.getLogger(StatementCountTest.class);

    @Inject
    Jdbi jdbi;
    @Inject
    SqlRecorder recorder;

    private World world;
    private Cast cast;
    private StoredCases cases;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cases = new StoredCases(jdbi, world, cast, cast.openRound());
    }

    private void assertSame(String what, int most, Runnable little, Runnable much) {
        List<String> few = recorder.during(little);
        List<String> many = recorder.during(much);
        LOG.infof("%s: %d and %d statements", what, few.size(), many.size());
        assertThat(many).as(what).containsExactlyElementsOf(few);
        assertThat(few.size()).as(what + ": " + few).isPositive().isLessThanOrEqualTo(most);
    }

    @Test
    void aListOfSixtyCasesCostsAsMuchAsOneOfOne() {
        int small = world.unit(world.county(), UnitKind.TOWNSHIP, "小镇党委");
        cases.addProblems(cases.below(small, CaseState.RECTIFYING, null), 1);
        for (int i = 0; i < 60; i++) {
            cases.addProblems(cases.below(world.township(), CaseState.RECTIFYING, null), 1);
        }
        CaseList one = new CaseList(world.user(Role.TOWNSHIP, small));
        CaseList sixty = new CaseList(world.user(Role.TOWNSHIP, world.township()));
        assertSame("list of 1 and of 60 cases", 3, () -> assertThat(one.all()).hasSize(1),
                () -> assertThat(sixty.all()).hasSize(60));
    }

    @Test
    void aCaseWithTwelveProblemsCostsAsMuchAsOneWithOne() {
        for (CaseState state : CaseState.ACTIVE) {
            long small = cases.below(world.township(), state, null);
            long large = cases.below(world.township(), state, null);
            cases.addProblems(small, 1);
            cases.addProblems(large, 12);
            assertSame("detail with 1 and with 12 problems, " + state.name().toLowerCase(Locale.ROOT), 14,
                    () -> read(small, 1), () -> read(large, 12));
        }
    }

    private void read(long caseId, int problems) {
        assertThat(
                cast.as(Role.COUNTY_ORG).get("/api/v1/cases/" + caseId).then().statusCode(200).extract().<List<?>>path(
                        "problems")).hasSize(problems);
    }

    @Test
    void aMoveOfACaseWithTwelveProblemsCostsAsMuchAsOfOneWithOne() {
        CaseAtHand small = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.PLANNING, null));
        CaseAtHand large = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.PLANNING, null));
        cases.addProblems(small.id(), 1);
        cases.addProblems(large.id(), 12);
        assertSame("move of a case with 1 and with 12 problems", 20, () -> submitPlan(small), () -> submitPlan(large));
    }

    @Test
    void aMoveWritesItsCaseOnce() {
        CaseAtHand subject = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.CONFIRMED, null));
        List<String> statements = recorder.during(() -> subject.move(Role.TOWNSHIP, "\"0\"",
                CaseAction.START_PLANNING).then().statusCode(201).header("ETag", "\"1\""));
        assertThat(statements).filteredOn(sql -> sql.startsWith("update rectification_case")).hasSize(1);
    }

    private static void submitPlan(CaseAtHand subject) {
        subject.move(Role.TOWNSHIP, "\"0\"", CaseAction.SUBMIT_PLAN).then().statusCode(201);
    }

    @Test
    void aSelfCheckReadsItsPendingProblemsAtOnce() {
        CaseAtHand small = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.RECTIFYING, null));
        CaseAtHand large = new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.RECTIFYING, null));
        cases.addProblems(small.id(), 1);
        cases.addProblems(large.id(), 12);
        cases.addHelpers(small.id());
        cases.addHelpers(large.id());
        List<String> few = selects(small);
        assertThat(selects(large)).containsExactlyElementsOf(few);
    }

    private List<String> selects(CaseAtHand subject) {
        List<Integer> ids = subject.get(Role.TOWNSHIP).path("problems.id");
        String pending = String.join(", ", ids.stream().map(
                id -> "{\"problemId\": %d, \"reason\": \"等待换届\"}".formatted(id)).toList());
        return recorder.during(() -> subject.post(Role.TOWNSHIP, "/transitions", "\"0\"",
                "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"自查\", \"pending\": [" + pending
                        + "]}").then().statusCode(
                                201)).stream().filter(sql -> !sql.startsWith("update problem")).toList();
    }
}
