package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** A branch that fell back has something to mend: what the look-back found. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RelapseWorkTest {

    @Inject
    Jdbi jdbi;

    private Cast cast;
    private CaseStory story;
    private CaseAtHand subject;
    private LocalDate deadline;

    @BeforeEach
    void fallBack() {
        World world = World.create(jdbi);
        cast = new Cast(world);
        story = new CaseStory(cast).nominate(cast.openRound(),
                world.branch(1)).confirm().plan().rectify().applyForAcceptance().check().transform().relapse();
        subject = new CaseAtHand(jdbi, cast, story.caseId());
        deadline = CaseAtHand.today().plusDays(60);
    }

    private ValidatableResponse revoke(String category) {
        return subject.post(Role.CITY_ORG, "/transitions", subject.etag(), """
                {"action": "REVOKE", "reason": "反弹", "deadline": "%s"%s}""".formatted(deadline, category)).then();
    }

    @Test
    void itsFactsBecomeAProblemOfTheMainCategoryDueOnTheNewDeadline() {
        revoke("").statusCode(201).body("problems", hasSize(3)).body("problems[2].state", is("OPEN")).body(
                "problems[2].fact", is("又有三个月未开展组织生活")).body("problems[2].category", is("W04")).body(
                        "problems[2].dueOn", is(deadline.toString())).body("problems[2].source",
                                startsWith("LOOK_BACK:")).body("planStale", is(false));
        subject.post(Role.TOWNSHIP, "/transitions", subject.etag(),
                "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查\"}").then().statusCode(409).body("refusals.code",
                        contains("gate.problem-unexplained"));
        story.refresh("township").rectify().applyForAcceptance().check().transform();
    }

    @Test
    void theCategoryMayBeGiven() {
        revoke(", \"category\": \"W10\"").statusCode(201).body("problems[2].category", is("W10"));
    }

    @Test
    void anUnknownCategoryIsRefusedAtItsPointer() {
        String before = subject.trace();
        revoke(", \"category\": \"Z99\"").statusCode(422).body("errors.pointer", contains("/category"));
        assertThat(subject.trace()).isEqualTo(before);
    }

    @Test
    void anAcceptanceThatFailsWithoutAFailedItemLeavesItsReasonAsProblem() {
        revoke("").statusCode(201);
        story.refresh("township").rectify().applyForAcceptance().check().move("county_org", """
                {"action": "FAIL_ACCEPTANCE", "reason": "群众反映不实", "deadline": "%s"}""".formatted(deadline));
        subject.get(Role.TOWNSHIP).then().body("problems", hasSize(4)).body("problems[3].fact", is("群众反映不实")).body(
                "problems[3].dueOn", is(deadline.toString()));
    }
}
