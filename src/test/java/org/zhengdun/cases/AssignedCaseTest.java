package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** What helpers and inspectors see: the assigned case, while the assignment runs. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AssignedCaseTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private StoredCases cases;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cases = new StoredCases(jdbi, world, cast, cast.openRound());
    }

    @Test
    void aHelperSeesTheAssignedCaseUntilHeIsReleased() {
        long neighbour = cases.of(world.branch(2), CaseState.RECTIFYING, null);
        CaseStory story = new CaseStory(cast).nominate(cases.round(), world.branch(1)).confirm().plan();
        CaseList list = new CaseList(cast.token(Role.HELPER));
        assertThat(list.all()).containsExactly(story.caseId());
        assertThat(List.of(list.read(story.caseId()), list.read(neighbour))).containsExactly(200, 404);

        story.move("county_org", Moves.body(CaseAction.CANCEL, CaseAtHand.today()).toString());
        assertLost(Role.HELPER, story.caseId());
    }

    @Test
    void anInspectorSeesTheCaseWhileHisCheckRunsAndADayLonger() {
        cases.of(world.branch(2), CaseState.ACCEPTANCE, null);
        List<List<Long>> seen = new ArrayList<>();
        Interposed.Look look = path -> {
            if (path.endsWith("/ballots")) {
                seen.add(new CaseList(cast.token(Role.INSPECTOR)).all());
            }
        };
        CaseStory story = new CaseStory(new Interposed(cast, look, Interposed.Look.NONE)).nominate(cases.round(),
                world.branch(1)).confirm().plan().rectify().applyForAcceptance().check();
        assertThat(seen).containsExactly(List.of(story.caseId()));
        int ending = jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE case_assignment SET valid_to = now()
                WHERE case_id = :case AND role = 'INSPECTOR' AND valid_to <= now() + interval '24 hours'""").bind(
                "case",
                story.caseId()).execute());
        assertThat(ending).isOne();
        assertLost(Role.INSPECTOR, story.caseId());
    }

    /** Somebody without any case left is refused as a whole: nothing backs his role any more. */
    private void assertLost(Role role, long caseId) {
        assertThat(cast.as(role).get("/api/v1/cases").statusCode()).isEqualTo(403);
        assertThat(cast.as(role).get("/api/v1/cases/" + caseId).statusCode()).isEqualTo(403);
    }
}
