package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.problem.ProblemException;

/** Which fields and dates a move accepts. */
class TransitionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static ObjectNode move(CaseAction action) {
        return Moves.body(action, TODAY);
    }

    private static List<String> faults(ObjectNode body, @Nullable LocalDate meetingOn) {
        TransitionRequest request = JSON.convertValue(body, TransitionRequest.class);
        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> TransitionRules.check(request, meetingOn, TODAY));
        return refused == null
                ? List.of()
                : refused.errors().stream().map(
                        error -> error.pointer() + " " + error.message().code()).toList();
    }

    private static List<String> faults(ObjectNode body) {
        return faults(body, null);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheRequiredFields(CaseAction action) {
        assertThat(faults(move(action))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void missesEveryRequiredFieldAtItsPointer(CaseAction action) {
        ObjectNode bare = JSON.createObjectNode().put("action", action.name());
        assertThat(faults(bare)).containsExactlyInAnyOrderElementsOf(
                DomainTable.terms(action).required().stream().map(
                        field -> "/" + field + " constraint.notnull").toList());
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryFieldOfOtherMoves(CaseAction action) {
        ObjectNode all = Moves.everyField(action, TODAY);
        List<String> foreign = Stream.of(TransitionField.values()).filter(
                field -> !action.required().contains(field) && !action.optional().contains(field)).map(
                        field -> field.pointer() + " field.not-for-action").toList();
        assertThat(faults(all)).containsExactlyInAnyOrderElementsOf(foreign);
    }

    @Test
    void aMeetingIsNotInTheFuture() {
        assertThat(faults(move(CaseAction.SUBMIT).put("meetingOn", TOMORROW.toString()))).containsExactly(
                "/meetingOn date.in-future");
    }

    @Test
    void aDecisionIsNotInTheFuture() {
        assertThat(faults(move(CaseAction.CONFIRM).put("decidedOn", TOMORROW.toString()))).containsExactly(
                "/decidedOn date.in-future");
    }

    @Test
    void aDecisionIsNotBeforeTheMeeting() {
        ObjectNode confirm = move(CaseAction.CONFIRM).put("decidedOn", "2026-03-01");
        assertThat(faults(confirm, LocalDate.of(2026, 3, 2))).containsExactly("/decidedOn date.before-meeting");
        assertThat(faults(confirm, LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(faults(confirm, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRM", "FAIL_ACCEPTANCE", "REVOKE"})
    void aDeadlineLiesInTheFuture(CaseAction action) {
        assertThat(faults(move(action).put("deadline", TODAY.toString()))).containsExactly(
                "/deadline date.not-in-future");
        assertThat(faults(move(action).put("deadline", TOMORROW.toString()))).isEmpty();
    }

    @Test
    void aSecondCheckLiesInTheFuture() {
        assertThat(faults(move(CaseAction.BASICALLY_PASS).put("secondCheckOn", TODAY.toString()))).containsExactly(
                "/secondCheckOn date.not-in-future");
    }

    @Test
    void aSecondCheckIsAtMostAYearAhead() {
        assertThat(faults(move(CaseAction.BASICALLY_PASS).put("secondCheckOn", "2027-03-10"))).isEmpty();
        assertThat(faults(move(CaseAction.BASICALLY_PASS).put("secondCheckOn", "2027-03-11"))).containsExactly(
                "/secondCheckOn date.after-latest");
    }

    @Test
    void nobodyIsTransformedByCancelling() {
        assertThat(faults(move(CaseAction.CANCEL).put("outcome", "TRANSFORMED"))).containsExactly(
                "/outcome outcome.not-by-cancelling");
    }

    @Test
    void collectsEveryFault() {
        ObjectNode body = JSON.createObjectNode().put("action", "CONFIRM").put("decidedOn", TOMORROW.toString()).put(
                "deadline", "2026-03-09");
        body.putArray("tasks").add("巩固");
        assertThat(faults(body)).containsExactlyInAnyOrder("/documentNumber constraint.notnull",
                "/tasks field.not-for-action", "/decidedOn date.in-future", "/deadline date.not-in-future");
    }

    @Test
    void refusesWithTheTypeOfUnacceptableValues() {
        TransitionRequest bare = JSON.convertValue(JSON.createObjectNode().put("action", "SUBMIT"),
                TransitionRequest.class);
        assertThatCode(() -> TransitionRules.check(bare, null, TODAY)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.type().status()).isEqualTo(422));
    }
}
