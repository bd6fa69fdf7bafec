package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengdun.verification.Sheets.ITEMS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.verification.AnswersRequest.Item;
import org.zhengdun.verification.BallotsRequest.AspectBallots;
import org.zhengdun.verification.CheckRequest.Member;

class CheckRequestsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void checksAreHeldBetweenTheApplicationAndToday() {
        CheckRequest held = new CheckRequest(null, TODAY, List.of(member("a", true)));
        assertThat(pointers(held.refused(from(TODAY), TODAY))).isEmpty();
        assertThat(pointers(held.refused(from(TODAY.plusDays(1)), TODAY))).containsExactly("/heldOn");
        assertThat(pointers(held.refused(Optional.empty(), TODAY.minusDays(1)))).containsExactly("/heldOn");
    }

    @Test
    void acceptsScoresFromNothingToAllPoints() {
        assertThat(refused(score("A1", "0"), score("A2", "30"), score("B1", "12.5"))).isEmpty();
    }

    @Test
    void refusesScoresOutsideThePoints() {
        assertThat(refused(score("A1", "40.1"), score("A2", "-0.1"))).containsExactly("/items/0/score",
                "/items/1/score");
    }

    @Test
    void refusesUnknownAndRepeatedCodes() {
        assertThat(refused(score("Z9", "1"), score("A1", "1"), score("A1", "2"))).containsExactly("/items/0/code",
                "/items/2/code");
    }

    @Test
    void acceptsNotApplicableOnlyWhereTheStandardAllowsIt() {
        assertThat(refused(new Item("A2", null, true, null, null))).isEmpty();
        assertThat(refused(new Item("A1", null, true, null, null))).containsExactly("/items/0/notApplicable");
        assertThat(refused(new Item("A2", BigDecimal.ONE, true, null, null))).containsExactly("/items/0/score");
    }

    @Test
    void keepsVetoAndScoreApart() {
        assertThat(refused(new Item("V1", null, null, true, null))).isEmpty();
        assertThat(refused(new Item("V1", BigDecimal.ZERO, null, false, null))).containsExactly("/items/0/score");
        assertThat(refused(new Item("A1", BigDecimal.ONE, null, false, null))).containsExactly(
                "/items/0/vetoTriggered");
    }

    @Test
    void acceptsBallotsUpToThosePresent() {
        assertThat(pointers(new BallotsRequest(30, 20, 20, 2, List.of(ballots(Aspect.OVERALL, 10, 5, 3),
                ballots(Aspect.SERVICE, 20, 0, 0))).refused())).isEmpty();
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThat(pointers(new BallotsRequest(10, 20, 21, 3, List.of(ballots(Aspect.OVERALL, 10, 5, 3),
                ballots(Aspect.OVERALL, 1, 0, 0), ballots(Aspect.SERVICE, 21, 0, 0))).refused())).containsExactly(
                        "/present", "/partyMembers", "/aspects/0", "/aspects/1/aspect", "/aspects/2");
    }

    @Test
    void needsTheOverallAspect() {
        assertThat(pointers(new BallotsRequest(30, 20, 10, 0,
                List.of(ballots(Aspect.SERVICE, 1, 1, 1))).refused())).containsExactly("/aspects");
    }

    @Test
    void needsExactlyOneLeaderAndNobodyTwice() {
        assertThat(pointers(team(member("a", true), member("b", false)).refused(Optional.empty(), TODAY))).isEmpty();
        assertThat(
                pointers(team(member("a", true), member("b", true)).refused(Optional.empty(), TODAY))).containsExactly(
                        "/team");
        assertThat(pointers(
                team(member("a", false), member("a", false)).refused(Optional.empty(), TODAY))).containsExactly(
                        "/team/1/subject", "/team");
    }

    private static Optional<CheckRequest.Earliest> from(LocalDate day) {
        return Optional.of(new CheckRequest.Earliest(day, "check.before-application"));
    }

    private static List<String> refused(Item... items) {
        return pointers(new AnswersRequest(List.of(items)).refused(ITEMS));
    }

    private static List<String> pointers(List<Invalid> refused) {
        return refused.stream().map(Invalid::pointer).toList();
    }

    private static Item score(String code, String score) {
        return new Item(code, new BigDecimal(score), null, null, null);
    }

    private static AspectBallots ballots(Aspect aspect, int satisfied, int basically, int dissatisfied) {
        return new AspectBallots(aspect, satisfied, basically, dissatisfied);
    }

    private static CheckRequest team(Member... members) {
        return new CheckRequest(null, LocalDate.of(2026, 11, 20), List.of(members));
    }

    private static Member member(String subject, boolean leader) {
        return new Member(subject, "张三", "科长", "县委组织部", leader);
    }
}
