package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengdun.verification.Sheets.GATES;
import static org.zhengdun.verification.Sheets.ITEMS;
import static org.zhengdun.verification.Sheets.NO_VETO;
import static org.zhengdun.verification.Sheets.answers;
import static org.zhengdun.verification.Sheets.notApplicable;
import static org.zhengdun.verification.Sheets.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Message;

class CheckSheetTest {

    @Test
    void passesEveryGate() {
        assertThat(Sheets.passing().judge(GATES)).hasSize(6).allMatch(GateResult::passed);
        assertThat(Sheets.passing().missing(GATES)).isEmpty();
    }

    @Test
    void passesAtExactlyTheThresholds() {
        CheckSheet sheet = new CheckSheet(ITEMS, answers("30", "20", "20"), new Turnout(20, 20, 6, 5),
                Map.of(Aspect.OVERALL, new Ballots(10, 2, 3)));

        assertThat(sheet.judge(GATES)).allMatch(GateResult::passed);
    }

    @Test
    void failsOneTenthBelowThePassScore() {
        assertThat(failed(sheet(answers("29.9", "20", "20")))).containsExactly(GateResult.Name.SCORE);
    }

    @Test
    void failsWhenMoreThanHalfAreDissatisfied() {
        assertThat(failed(sheet(answers("40", "30", "30"), new Ballots(5, 4, 11)))).containsExactly(
                GateResult.Name.SATISFACTION, GateResult.Name.DISSATISFACTION);
    }

    @Test
    void failsWithAVetoWhateverTheScore() {
        Map<String, Answer> answers = new HashMap<>(answers("40", "30", "30"));
        answers.put("V1", new Answer(null, false, true, null));

        assertThat(failed(sheet(answers))).containsExactly(GateResult.Name.VETO);
    }

    @Test
    void failsEveryGateButVetoBeforeAnythingIsRecorded() {
        CheckSheet empty = new CheckSheet(ITEMS, Map.of(), Turnout.NOBODY, Map.of());

        assertThat(failed(empty)).containsExactly(GateResult.Name.SCORE, GateResult.Name.SATISFACTION,
                GateResult.Name.DISSATISFACTION, GateResult.Name.RATERS, GateResult.Name.PARTY_MEMBERS);
    }

    @Test
    void saysThresholdAndFigureInTheRefusal() {
        GateResult score = sheet(answers("29.9", "20", "20")).judge(GATES).getFirst();

        assertThat(score.refusal()).isEqualTo(Message.of("acceptance-gate.score", "69.9", "70"));
    }

    @Test
    void pointsToUnansweredItems() {
        assertThat(sheet(Map.of("V1", NO_VETO)).missing(GATES)).extracting(Invalid::pointer).containsExactly(
                "/items/A1", "/items/A2", "/items/B1");
        assertThat(sheet(withoutVeto()).missing(GATES)).extracting(Invalid::pointer).containsExactly("/items/V1");
    }

    @Test
    void asksForEvidenceWhereTheStandardNeedsIt() {
        Map<String, Answer> answers = new HashMap<>(answers("40", "30", "30"));
        answers.put("A1", new Answer(BigDecimal.TEN, false, null, " "));
        answers.put("B1", new Answer(BigDecimal.TEN, false, null, null));

        assertThat(sheet(answers).missing(GATES)).extracting(Invalid::pointer).containsExactly("/items/A1/evidence");
    }

    @Test
    void asksForEnoughBallotsAndPartyMembers() {
        CheckSheet sheet = new CheckSheet(ITEMS, answers("40", "30", "30"), new Turnout(20, 14, 4, 0),
                Map.of(Aspect.OVERALL, new Ballots(14, 0, 0)));

        assertThat(sheet.missing(GATES)).extracting(Invalid::pointer).containsExactly("/ballots/aspects",
                "/ballots/partyMembers");
        assertThat(new CheckSheet(ITEMS, answers("40", "30", "30"), Turnout.NOBODY, Map.of()).missing(
                GATES)).extracting(Invalid::pointer).containsExactly("/ballots");
    }

    @Test
    void itemsFailBelowTheShareThatTheWholeMustReach() {
        Map<String, Answer> answers = new HashMap<>(answers("28", "20.9", "0"));
        answers.put("V1", new Answer(null, false, true, null));

        assertThat(sheet(answers).failedItems(GATES)).containsExactly("A2", "B1", "V1");
        answers.put("A2", notApplicable());
        assertThat(sheet(answers).failedItems(GATES)).containsExactly("B1", "V1");
    }

    private static Map<String, Answer> withoutVeto() {
        Map<String, Answer> answers = new HashMap<>(answers("40", "30", "30"));
        answers.remove("V1");
        return answers;
    }

    private static List<GateResult.Name> failed(CheckSheet sheet) {
        return sheet.judge(GATES).stream().filter(gate -> !gate.passed()).map(GateResult::name).toList();
    }
}
