package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Cases are brought into every state by real moves; before and after each of them every move is tried in every role. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LifecycleMatrixTest {

    private static final Logger LOG = Logger.getLogger(LifecycleMatrixTest.class);
    private static final Pattern CASE = Pattern.compile("/cases/(\\d+)(/transitions)?");

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cast.waiveObservation();
        round = cast.openRound();
    }

    private CaseStory observed(MoveProbe probe) {
        Interposed.Look look = path -> {
            Matcher move = CASE.matcher(path);
            if (move.matches()) {
                probe.visit(at(Long.parseLong(move.group(1))));
            }
        };
        return new CaseStory(new Interposed(cast, look, look));
    }

    private CaseAtHand at(long id) {
        return new CaseAtHand(jdbi, cast, id);
    }

    private static String body(CaseAction action) {
        return Moves.body(action, CaseAtHand.today()).toString();
    }

    @Test
    void whatIsListedSucceedsWhatIsNotListedIsRefusedAndNothingChanges() {
        MoveProbe probe = new MoveProbe(Role.TOWNSHIP);
        observed(probe).nominate(round, world.branch(1)).move("township", body(CaseAction.SUBMIT)).move("county_org",
                body(CaseAction.RETURN)).confirm().plan().rectify().applyForAcceptance().check().transform().close();
        observed(probe).nominate(round, world.branch(2)).move("township", body(CaseAction.SUBMIT)).move("county_org",
                body(CaseAction.REJECT));
        observed(probe).nominate(round, world.branch(3)).move("county_org", body(CaseAction.CANCEL));

        LOG.info(probe.table());
        assertThat(probe.faults()).as(probe.table()).isEmpty();
        assertThat(probe.states()).containsExactlyInAnyOrder(CaseState.values());
    }

    @Test
    void theProposingCountyIsKeptFromDeciding() {
        MoveProbe probe = new MoveProbe(Role.COUNTY_ORG);
        CaseAtHand own = at(cast.send("county_org", "POST", "/cases", """
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "未开会", "source": "走访"}]}""".formatted(round,
                world.branch(1)), null).id());
        own.move(Role.TOWNSHIP, own.etag(), CaseAction.SUBMIT).then().statusCode(201);
        probe.visit(own);
        assertThat(probe.faults()).as(probe.table()).isEmpty();
        assertThat(probe.states()).containsExactly(CaseState.UNDER_REVIEW);
    }

    @Test
    void everyMoveLeavesOneEventOneAuditRowAndOneNotice() {
        CaseStory story = new CaseStory(cast).nominate(round, world.branch(1)).confirm().plan();
        CaseAtHand subject = at(story.caseId());
        story.move("county_org", body(CaseAction.CANCEL));
        for (CaseAction action : new CaseAction[]{CaseAction.SUBMIT, CaseAction.CONFIRM, CaseAction.START_PLANNING,
                CaseAction.SUBMIT_PLAN, CaseAction.APPROVE_PLAN, CaseAction.CANCEL}) {
            assertThat(subject.marks(action)).as(action.name()).isEqualTo("1 event, 1 audit row, 1 notice");
        }
        assertThat(subject.marks(CaseAction.CLOSE)).isEqualTo("0 event, 0 audit row, 0 notice");
    }
}
