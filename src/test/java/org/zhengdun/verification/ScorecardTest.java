package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengdun.verification.Sheets.ITEMS;
import static org.zhengdun.verification.Sheets.answers;
import static org.zhengdun.verification.Sheets.notApplicable;
import static org.zhengdun.verification.Sheets.score;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ScorecardTest {

    @Test
    void sumsPointsPerSection() {
        Scorecard card = Scorecard.of(ITEMS, answers("35", "20.5", "25"));

        assertThat(card.sections()).containsExactly(
                new Scorecard.Section("班子", new BigDecimal("55.5"), 70, 0),
                new Scorecard.Section("服务", new BigDecimal("25"), 30, 0));
        assertThat(card.earned()).hasToString("80.5");
        assertThat(card.possible()).isEqualTo(100);
        assertThat(card.score()).hasToString("80.5");
    }

    @Test
    void takesNotApplicablePointsOutAndScalesTheRestToAHundred() {
        Map<String, Answer> answers = new HashMap<>(answers("30", "0", "20"));
        answers.put("A2", notApplicable());

        Scorecard card = Scorecard.of(ITEMS, answers);

        assertThat(card.sections().getFirst()).isEqualTo(
                new Scorecard.Section("班子", new BigDecimal("30"), 40, 30));
        assertThat(card.possible()).isEqualTo(70);
        assertThat(card.notApplicable()).isEqualTo(30);
        assertThat(card.score()).hasToString("71.4");
    }

    @Test
    void countsUnansweredItemsAsNothingEarned() {
        Scorecard card = Scorecard.of(ITEMS, Map.of("A1", score("40")));

        assertThat(card.score()).hasToString("40.0");
        assertThat(card.possible()).isEqualTo(100);
    }

    @Test
    void scoresNothingWhenNothingIsApplicable() {
        Map<String, Answer> answers = Map.of("A1", notApplicable(), "A2", notApplicable(), "B1", notApplicable());

        Scorecard card = Scorecard.of(ITEMS, answers);

        assertThat(card.possible()).isZero();
        assertThat(card.score()).hasToString("0.0");
        assertThat(card.total().isAtLeast(0)).isFalse();
    }

    @Test
    void namesTriggeredVetoesAndGivesThemNoSection() {
        Map<String, Answer> answers = new HashMap<>(answers("40", "30", "30"));
        answers.put("V1", new Answer(null, false, true, null));

        Scorecard card = Scorecard.of(ITEMS, answers);

        assertThat(card.vetoes()).containsExactly("V1");
        assertThat(card.sections()).extracting(Scorecard.Section::title).containsExactly("班子", "服务");
        assertThat(card.score()).hasToString("100.0");
    }
}
