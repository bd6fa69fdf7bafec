package org.zhengdun.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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

/** A move that several conditions stand against is refused with all of them at once, and lists the same beforehand. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class GateListTest {

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

    /** An open problem, a closed one without evidence, a plan that is not the approved one, no helpers. */
    private CaseAtHand troubled(CaseState state) {
        long id = cases.below(world.township(), state, null);
        cases.addProblems(id, 2);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE problem SET state = 'CLOSED' WHERE id = (SELECT min(id) FROM problem WHERE case_id = ?)",
                    id);
            handle.execute("UPDATE rectification_case SET plan_hash = repeat('0', 64) WHERE id = ?", id);
        });
        return new CaseAtHand(jdbi, cast, id);
    }

    @Test
    void whatTheRequestItselfCanExplainIsNeededInIt() {
        CaseStory story = new CaseStory(cast).nominate(cases.round(), world.branch(1)).confirm().plan();
        CaseAtHand subject = new CaseAtHand(jdbi, cast, story.caseId());
        subject.get(Role.TOWNSHIP).then().body("allowedTransitions.find { it.action == 'SELF_CHECK' }.requiredFields",
                contains("selfCheck", "pending")).body(
                        "allowedTransitions.find { it.action == 'SELF_CHECK' }.optionalFields", empty()).body(
                                "blockedTransitions.action", not(hasItem("SELF_CHECK")));
        subject.tryMove(Role.TOWNSHIP, subject.etag(), CaseAction.SELF_CHECK).then().statusCode(409).body(
                "refusals.code", contains("gate.problem-unexplained"));
        subject.tryMoveExplaining(Role.TOWNSHIP, subject.etag(), CaseAction.SELF_CHECK).then().statusCode(201);
        story.rectify();
        subject.get(Role.TOWNSHIP).then().body("allowedTransitions.find { it.action == 'SELF_CHECK' }.requiredFields",
                contains("selfCheck")).body("allowedTransitions.find { it.action == 'SELF_CHECK' }.optionalFields",
                        contains("pending"));
    }

    private void refused(CaseAtHand subject, Role role, CaseAction action, String... codes) {
        subject.get(role).then().statusCode(200).body(
                "blockedTransitions.find { it.action == '" + action + "' }.missing.code", containsInAnyOrder(codes));
        subject.move(role, subject.etag(), action).then().statusCode(409).body("type",
                is("urn:zhengdun:problem:gates-not-met")).body("refusals.code", containsInAnyOrder(codes));
    }

    @Test
    void theSelfCheckIsRefusedWithEverythingThatIsMissing() {
        refused(troubled(CaseState.RECTIFYING), Role.TOWNSHIP, CaseAction.SELF_CHECK, "gate.problem-unexplained",
                "gate.evidence-missing", "gate.plan-stale", "gate.helpers-missing");
    }

    @Test
    void theApplicationIsRefusedWithEverythingThatChangedSinceTheSelfCheck() {
        refused(troubled(CaseState.SELF_CHECKED), Role.TOWNSHIP, CaseAction.APPLY_FOR_ACCEPTANCE, "gate.plan-stale",
                "gate.problem-unexplained", "gate.evidence-missing");
    }

    @Test
    void acceptanceIsRefusedWithEverythingThatIsMissing() {
        refused(troubled(CaseState.ACCEPTANCE), Role.COUNTY_ORG, CaseAction.TRANSFORM, "gate.check-not-completed",
                "gate.problem-open", "gate.evidence-missing", "gate.plan-stale", "gate.helpers-missing");
    }

    @Test
    void closingIsRefusedWithEverythingThatIsMissing() {
        CaseAtHand subject = troubled(CaseState.TRANSFORMED);
        jdbi.useHandle(handle -> {
            handle.execute("INSERT INTO look_back (case_id, due_on) VALUES (?, current_date - 1)", subject.id());
            handle.execute("UPDATE rectification_case SET observation_ends_on = current_date + 30 WHERE id = ?",
                    subject.id());
        });
        refused(subject, Role.COUNTY_ORG, CaseAction.CLOSE, "gate.observation-running", "gate.look-back-open",
                "gate.problem-open", "gate.evidence-missing");
    }
}
